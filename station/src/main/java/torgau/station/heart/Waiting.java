package torgau.station.heart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import torgau.journal.Binding;
import torgau.journal.Reference;
import torgau.journal.SignedEntry;

/// Entries that came before something they follow. Bounded; what is dropped the peer sends again.
final class Waiting {
    /// Entries kept at most.
    static final int MAX = 512;

    private final NavigableMap<Reference, Map<Reference, Candidate>> byMissing = new TreeMap<>();
    private int count;

    /// An entry to be judged, and the peer that sent it.
    record Candidate(SignedEntry entry, @Nullable Binding binding, int from) {}

    void add(Reference place, Reference missing, Candidate candidate) {
        if (count < MAX) {
            Map<Reference, Candidate> waiting = byMissing.computeIfAbsent(missing, _ -> new LinkedHashMap<>());
            if (waiting.put(place, candidate) == null) {
                count++;
            }
        }
    }

    /// What waited for this entry.
    List<Candidate> arrived(Reference place) {
        Map<Reference, Candidate> ready = byMissing.remove(place);
        if (ready == null) {
            return List.of();
        }
        count -= ready.size();
        return new ArrayList<>(ready.values());
    }
}
