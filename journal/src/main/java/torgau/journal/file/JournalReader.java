package torgau.journal.file;

import java.util.Arrays;
import java.util.Optional;
import torgau.journal.agreement.Agreement;
import torgau.journal.cbor.CborFault;
import torgau.journal.cbor.CborReader;

/// Cuts a journal file into its items, in constant memory. Knows where each begins; understands none.
public final class JournalReader {
    /// More than the longest item: an agreement with all its signatures.
    private static final int WINDOW_BYTES = 2 * Agreement.MAX_BYTES;

    private final ByteSource source;
    private final byte[] window = new byte[WINDOW_BYTES];
    private int from;
    private int to;
    private long consumed;
    private boolean ended;

    public JournalReader(ByteSource source) {
        this.source = source;
    }

    /// One item and where in the file it begins.
    public record Item(long offset, byte[] bytes) {}

    /// The next item; empty at the end of the file.
    ///
    /// @throws CborFault if the bytes are no deterministic CBOR item or the file ends within one
    public Optional<Item> next() {
        fill();
        if (from == to) {
            return Optional.empty();
        }
        byte[] bytes = new CborReader(window, from, to - from).item();
        var item = new Item(consumed, bytes);
        from += bytes.length;
        consumed += bytes.length;
        return Optional.of(item);
    }

    /// Where the next item begins.
    public long offset() {
        return consumed;
    }

    private void fill() {
        if (ended || to - from >= WINDOW_BYTES / 2) {
            return;
        }
        System.arraycopy(window, from, window, 0, to - from);
        to -= from;
        from = 0;
        while (!ended && to < WINDOW_BYTES) {
            int read = source.read(window, to, WINDOW_BYTES - to);
            ended = read < 0;
            to += Math.max(0, read);
        }
        Arrays.fill(window, to, WINDOW_BYTES, (byte) 0);
    }
}
