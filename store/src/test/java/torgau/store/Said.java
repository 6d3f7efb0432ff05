package torgau.store;

import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import torgau.journal.Entry;
import torgau.journal.EquivocationProof;

/// What a store says, in words that can be compared: records that hold arrays are equal only to themselves.
final class Said {
    private static final HexFormat HEX = HexFormat.of();

    private Said() {}

    static String of(Entry entry) {
        return entry.reference() + " " + entry.id() + " " + entry.height() + " "
                + HEX.formatHex(entry.signed().payload()) + " "
                + HEX.formatHex(entry.signed().signature()) + " "
                + entry.payload().actType();
    }

    static String of(Arrived arrived) {
        return arrived.cursor() + " at " + arrived.at() + ": " + of(arrived.entry());
    }

    static String of(Pending pending) {
        return pending.payload().reference() + " " + pending.key() + " " + pending.claimed() + " "
                + pending.arrivedAt();
    }

    static String of(Blob blob) {
        return blob.hash() + " of " + blob.owner() + ", " + blob.bytes().length;
    }

    static List<String> entries(List<Entry> entries) {
        return entries.stream().map(Said::of).toList();
    }

    static List<String> arrived(List<Arrived> arrived) {
        return arrived.stream().map(Said::of).toList();
    }

    static List<String> pending(List<Pending> pending) {
        return pending.stream().map(Said::of).toList();
    }

    static List<String> proofs(List<EquivocationProof> proofs) {
        return proofs.stream().map(proof -> HEX.formatHex(proof.encode())).toList();
    }

    static List<String> memories(NavigableMap<String, byte[]> memories) {
        return memories.entrySet().stream()
                .map(memory -> memory.getKey() + "=" + HEX.formatHex(memory.getValue()))
                .toList();
    }

    static Optional<String> bytes(Optional<byte[]> bytes) {
        return bytes.map(HEX::formatHex);
    }
}
