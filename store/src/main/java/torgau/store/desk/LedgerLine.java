package torgau.store.desk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import torgau.journal.Checks;
import torgau.journal.Digest;

/// A line of a book that only grows. Its digest is over the one before, so that a line that was changed,
/// left out, put in or moved shows at every line after it. Whoever can write the file can also compute
/// all digests anew: only one that was kept elsewhere finds that.
///
/// @param book a name in ASCII
/// @param number from 1, without gaps
/// @param at milliseconds UTC
/// @param content as its reader writes it; nothing in it is looked at here
public record LedgerLine(String book, long number, long at, byte[] content, Digest digest) {
    /// Bytes of one line.
    public static final int MAX_BYTES = 131_072;

    /// What the first line of a book comes after.
    public static final Digest BEGINNING = new Digest(0, 0, 0, 0);

    private static final byte[] DOMAIN = "torgau desk ledger 1\0".getBytes(StandardCharsets.US_ASCII);

    public LedgerLine {
        Checks.name("book", book);
        Checks.within("number", number, 1, Long.MAX_VALUE);
        Checks.within("line in bytes", content.length, 0, MAX_BYTES);
    }

    /// The line that comes after another, or the first of a book.
    public static LedgerLine after(Optional<LedgerLine> last, String book, long at, byte[] content) {
        long number = last.map(LedgerLine::number).orElse(0L) + 1;
        Digest before = last.map(LedgerLine::digest).orElse(BEGINNING);
        return new LedgerLine(book, number, at, content, digest(before, book, number, at, content));
    }

    /// Whether this is what was written after the line with that digest.
    public boolean follows(Digest before) {
        return digest.equals(digest(before, book, number, at, content));
    }

    private static Digest digest(Digest before, String book, long number, long at, byte[] content) {
        byte[] name = book.getBytes(StandardCharsets.US_ASCII);
        byte[] head = ByteBuffer.allocate(2 * Long.BYTES + 1 + name.length)
                .putLong(number)
                .putLong(at)
                .put((byte) name.length)
                .put(name)
                .array();
        return Digest.over(DOMAIN, before.bytes(), head, content);
    }
}
