package torgau.station.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import torgau.journal.Code;
import torgau.station.shell.Kept;
import torgau.store.StoreFault;
import torgau.store.desk.Desk;
import torgau.store.desk.LedgerLine;

/// One book on the desk that only grows. For any number of threads.
public final class Ledger {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int PAGE = 500;

    private final Kept<Desk> desk;
    private final String book;
    private final LongSupplier wallMillis;

    public Ledger(Kept<Desk> desk, String book, LongSupplier wallMillis) {
        this.desk = desk;
        this.book = book;
        this.wallMillis = wallMillis;
    }

    /// Adds a line, whatever was added before it.
    ///
    /// @throws StoreFault if the desk cannot be written
    public synchronized LedgerLine append(ObjectNode content) {
        return desk.use(open -> add(open, last(open), content));
    }

    /// Adds a line after the one that was last read; empty, and nothing is added, if there is a newer
    /// one.
    ///
    /// @param after its number; 0 if the book was empty
    public synchronized Optional<LedgerLine> append(long after, ObjectNode content) {
        return desk.use(open -> {
            Optional<LedgerLine> last = last(open);
            return last.map(LedgerLine::number).orElse(0L) == after
                    ? Optional.of(add(open, last, content))
                    : Optional.empty();
        });
    }

    private LedgerLine add(Desk open, Optional<LedgerLine> last, ObjectNode content) {
        byte[] bytes = content.toString().getBytes(StandardCharsets.UTF_8);
        LedgerLine next = LedgerLine.after(last, book, wallMillis.getAsLong(), bytes);
        if (!open.append(next)) {
            throw new StoreFault(Code.STORE_CORRUPT, "the book " + book + " has another line " + next.number());
        }
        return next;
    }

    private Optional<LedgerLine> last(Desk open) {
        return open.ledgerBefore(book, Long.MAX_VALUE, 1).stream().findFirst();
    }

    /// The last line, if there is one.
    public Optional<LedgerLine> last() {
        return desk.use(this::last);
    }

    /// The last lines before a number, oldest first, at most `limit`.
    public List<LedgerLine> before(long number, int limit) {
        return desk.use(open -> open.ledgerBefore(book, number, limit));
    }

    /// The first lines after a number, at most `limit`.
    public List<LedgerLine> after(long number, int limit) {
        return desk.use(open -> open.ledgerAfter(book, number, limit));
    }

    /// Reads the whole book, page by page, and says what in it is not as it was written.
    ///
    /// @param known a line's number and digest that were kept elsewhere
    public Verdict verify(Optional<Mark> known) {
        var check = new Check(known);
        List<LedgerLine> page = after(0, PAGE);
        while (!page.isEmpty()) {
            page.forEach(check::read);
            page = after(page.getLast().number(), PAGE);
        }
        return check.verdict();
    }

    /// What a line says.
    ///
    /// @throws StoreFault if it is no JSON: nobody but a tamperer writes that
    public static JsonNode content(LedgerLine line) {
        try {
            return MAPPER.readTree(line.content());
        } catch (IOException damaged) {
            throw new StoreFault(
                    Code.STORE_CORRUPT, "line " + line.number() + " of " + line.book() + " is no JSON", damaged);
        }
    }
}
