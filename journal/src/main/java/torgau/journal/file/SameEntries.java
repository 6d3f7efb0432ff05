package torgau.journal.file;

import java.util.Arrays;
import java.util.Optional;
import torgau.journal.cbor.CborFault;
import torgau.journal.cose.Sign1;

/// Whether two journal files hold the same entries, if perhaps under other signatures. An id covers payload and chain
/// and no signature, so an author that signs one entry twice makes two files of one journal, and both are genuine.
public final class SameEntries {
    private SameEntries() {}

    /// Compares all but the signatures of entries. It verifies neither file; bytes that are no journal are not the
    /// same.
    public static boolean in(ByteSource one, ByteSource other) {
        var left = new JournalReader(one);
        var right = new JournalReader(other);
        try {
            while (true) {
                Optional<byte[]> item = left.next().map(SameEntries::unsigned);
                Optional<byte[]> its = right.next().map(SameEntries::unsigned);
                if (item.isEmpty() || its.isEmpty()) {
                    return item.isEmpty() && its.isEmpty();
                }
                if (!Arrays.equals(item.get(), its.get())) {
                    return false;
                }
            }
        } catch (CborFault | IllegalArgumentException _) {
            return false;
        }
    }

    private static byte[] unsigned(JournalReader.Item item) {
        return JournalCheck.isEntry(item) ? Sign1.decode(item.bytes()).payload() : item.bytes();
    }
}
