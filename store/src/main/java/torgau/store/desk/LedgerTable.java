package torgau.store.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import torgau.journal.Digest;
import torgau.store.sql.Session;

/// The books that only grow, in the desk's file.
record LedgerTable(Session session) {
    private static final String COLUMNS = "SELECT book, number, at, content, digest FROM ledger WHERE book = ?";

    void add(LedgerLine line) throws SQLException {
        session.run(
                "INSERT INTO ledger (book, number, at, content, digest) VALUES (?, ?, ?, ?, ?)",
                line.book(),
                line.number(),
                line.at(),
                line.content(),
                line.digest().bytes());
    }

    List<LedgerLine> after(String book, long number, int limit) throws SQLException {
        return session.list(
                COLUMNS + " AND number > ? ORDER BY number LIMIT ?", LedgerTable::line, book, number, limit);
    }

    List<LedgerLine> before(String book, long number, int limit) throws SQLException {
        return session.list(
                        COLUMNS + " AND number < ? ORDER BY number DESC LIMIT ?",
                        LedgerTable::line,
                        book,
                        number,
                        limit)
                .reversed();
    }

    long last(String book) throws SQLException {
        return session.one("SELECT coalesce(max(number), 0) FROM ledger WHERE book = ?", row -> row.getLong(1), book)
                .orElse(0L);
    }

    private static LedgerLine line(ResultSet row) throws SQLException {
        return new LedgerLine(
                Session.text(row, 1),
                row.getLong(2),
                row.getLong(3),
                Session.bytes(row, 4),
                Digest.of(Session.bytes(row, 5)));
    }
}
