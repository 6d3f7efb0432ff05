package torgau.station.heart;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import torgau.catalogue.value.Enclosed;
import torgau.journal.Digest;
import torgau.link.courier.Load;
import torgau.store.JournalStore;
import torgau.store.Write;

/// What came of blobs that are not whole yet, part by part on the disk: whichever bearer or courier brought a part, and
/// however often the station starts, it need not come again. Nothing of it is verified before the blob is whole.
final class BlobParts {
    /// Bytes of one part, but for a blob's last.
    static final int BYTES = Load.PIECE_BYTES;

    private static final String INDEX = "blob/parts/";
    private static final String PART = "blob/part/";

    private final JournalStore store;
    private final Ledger ledger;
    private final Map<Enclosed, BitSet> here = new LinkedHashMap<>();
    private final NavigableMap<String, byte[]> unwritten = new TreeMap<>();

    BlobParts(JournalStore store, Ledger ledger) {
        this.store = store;
        this.ledger = ledger;
        store.memories(INDEX).forEach((name, bits) -> {
            int slash = name.lastIndexOf('/');
            Digest blob = Digest.ofHex(name.substring(INDEX.length(), slash));
            here.put(new Enclosed(blob, Integer.parseInt(name.substring(slash + 1))), BitSet.valueOf(bits));
        });
    }

    /// Drops parts of what is not wanted any more.
    void retain(Predicate<Enclosed> wanted) {
        here.keySet().stream().filter(wanted.negate()).toList().forEach(this::forget);
    }

    boolean has(Enclosed what, int part) {
        BitSet parts = here.get(what);
        return parts != null && parts.get(part);
    }

    void put(Enclosed what, int part, byte[] bytes) {
        BitSet parts = here.computeIfAbsent(what, _ -> new BitSet());
        parts.set(part);
        remember(part(what, part), bytes);
        remember(index(what), parts.toByteArray());
    }

    private void remember(String name, byte[] bytes) {
        unwritten.put(name, bytes);
        ledger.write(new Write.Remember(name, bytes));
    }

    byte[] read(Enclosed what, int part) {
        String name = part(what, part);
        byte[] fresh = unwritten.get(name);
        return fresh != null ? fresh : store.memory(name).orElse(new byte[0]);
    }

    /// Bytes on disk of one blob.
    long bytesOf(Enclosed what) {
        BitSet parts = here.get(what);
        return parts == null ? 0 : (long) parts.cardinality() * BYTES;
    }

    void forget(Enclosed what) {
        BitSet parts = here.remove(what);
        if (parts != null) {
            parts.stream().forEach(part -> drop(part(what, part)));
            drop(index(what));
        }
    }

    private void drop(String name) {
        unwritten.remove(name);
        ledger.write(new Write.Forget(name));
    }

    /// All that was written so far is on disk.
    void settled() {
        unwritten.clear();
    }

    private static String index(Enclosed what) {
        return INDEX + what.blob() + "/" + what.length();
    }

    private static String part(Enclosed what, int part) {
        return PART + what.blob() + "/" + what.length() + "/" + part;
    }
}
