package torgau.store.sqlite;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import torgau.journal.Reference;
import torgau.store.Arrived;

/// The entries used last, bounded by number and by bytes. For any number of threads.
final class EntryCache {
    private static final int MOST_ENTRIES = 8_192;
    private static final int MOST_BYTES = 8 << 20;

    private final Map<Reference, Arrived> entries = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;
    private long generation;

    synchronized Optional<Arrived> of(Reference place) {
        return Optional.ofNullable(entries.get(place));
    }

    /// To be taken before an entry is read that is to be put: it may change meanwhile.
    synchronized long generation() {
        return generation;
    }

    /// Puts an entry that was read in a generation, unless one was dropped since.
    synchronized void put(Arrived arrived, long readIn) {
        if (readIn == generation && entries.put(arrived.entry().reference(), arrived) == null) {
            bytes += arrived.entry().signed().length();
            evict();
        }
    }

    synchronized void drop(Reference place) {
        generation++;
        Arrived dropped = entries.remove(place);
        if (dropped != null) {
            bytes -= dropped.entry().signed().length();
        }
    }

    private void evict() {
        Iterator<Arrived> oldest = entries.values().iterator();
        while (entries.size() > MOST_ENTRIES || bytes > MOST_BYTES) {
            bytes -= oldest.next().entry().signed().length();
            oldest.remove();
        }
    }
}
