package torgau.store.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import torgau.journal.Feed;
import torgau.store.Answer;
import torgau.store.Arrived;
import torgau.store.Batch;
import torgau.store.Blob;
import torgau.store.Damage;
import torgau.store.Heads;
import torgau.store.JournalStore;
import torgau.store.Write;
import torgau.store.sql.Faults;
import torgau.store.sql.Session;
import torgau.store.sql.SqlFile;

/// Saves from a damaged file whatever is intact. Rows are read one by one, in the order of arrival; an
/// entry that follows or has seen one that is lost stays behind as well, since it comes again from the
/// peers together with that one.
public final class Salvage {
    private static final int BATCH = 256;
    private static final long BATCH_BYTES = 1 << 24;

    private final Session session;
    private final JournalStore fresh;
    private final List<Write> waiting = new ArrayList<>();
    private final List<Damage> lost = new ArrayList<>();
    private Heads heads = Heads.NONE;
    private long saved;
    private long bytes;

    private Salvage(Session session, JournalStore fresh) {
        this.session = session;
        this.fresh = fresh;
    }

    /// What came of it.
    ///
    /// @param entries how many are in the new store
    /// @param lost what is not, with the reason
    public record Saved(long entries, List<Damage> lost) {}

    /// Copies what is intact at `damaged` into `fresh`, which is empty.
    ///
    /// @param remembered names under which the heart remembers something that stays true
    public static Saved copy(Path damaged, JournalStore fresh, Predicate<String> remembered) {
        SqlFile file = SqlFile.open(damaged, SqliteStore.SCHEMA);
        try {
            var salvage = new Salvage(new Session(file.writer()), fresh);
            salvage.entries();
            salvage.aside(remembered);
            salvage.commit();
            return new Saved(salvage.saved, List.copyOf(salvage.lost));
        } finally {
            file.abandon();
        }
    }

    /// Reads something that may be damaged.
    @FunctionalInterface
    private interface Attempt<T> {
        Optional<T> read() throws SQLException;
    }

    private <T> Optional<T> attempt(String what, Attempt<T> attempt) {
        try {
            return attempt.read();
        } catch (SQLException failure) {
            lost.add(new Damage(null, String.valueOf(Faults.of(what, failure).getMessage())));
        } catch (RuntimeException garbled) {
            lost.add(new Damage(null, what + ": " + garbled.getMessage()));
        }
        return Optional.empty();
    }

    private long number(String query) {
        return attempt(query, () -> session.one(query, row -> row.getLong(1))).orElse(0L);
    }

    private void entries() {
        long last = Math.max(
                number("SELECT coalesce(max(arrival), 0) FROM entry"),
                number("SELECT coalesce(sum(sequence), 0) FROM feed"));
        for (long arrival = 1; arrival <= last; arrival++) {
            long number = arrival;
            String query = "SELECT " + EntryRow.COLUMNS + " FROM entry WHERE arrival = ?";
            attempt("the entry that arrived as number " + number, () -> session.one(query, EntryRow::read, number))
                    .ifPresent(this::append);
        }
    }

    private void append(Arrived arrived) {
        var append = new Write.Append(arrived.entry(), arrived.at());
        try {
            heads = heads.after(Batch.of(append));
        } catch (IllegalArgumentException gap) {
            lost.add(new Damage(arrived.entry().reference(), String.valueOf(gap.getMessage())));
            return;
        }
        saved++;
        add(append);
    }

    private void aside(Predicate<String> remembered) {
        each("feed", "station, incarnation, closed", row -> {
            var feed = new Feed(row.getInt(1), row.getInt(2));
            return row.getInt(3) == 1 && heads.of(feed).isPresent()
                    ? Optional.of(new Write.Close(feed))
                    : Optional.empty();
        });
        each("memory", Aside.MEMORY, row -> {
            var memory = new Write.Remember(Session.text(row, 1), Aside.remembered(row));
            return Optional.<Write>of(memory).filter(_ -> remembered.test(memory.key()));
        });
        each("answer", Aside.ANSWER, row -> {
            Answer answer = Aside.answer(row);
            return Optional.<Write>of(new Write.Reply(answer)).filter(_ -> heads.covers(answer.reference()));
        });
        each("pending", Aside.PENDING, row -> Optional.of(new Write.Hold(Aside.pending(row))));
        each("proof", Aside.PROOF, row -> Optional.of(new Write.Prove(Aside.proof(row))));
        each("blob", Aside.BLOB, row -> Optional.of(new Write.Keep(Aside.blob(row))));
    }

    private void each(String table, String columns, Session.Row<Optional<Write>> write) {
        List<Long> rows = attempt(
                        "the table " + table,
                        () -> Optional.of(session.list("SELECT rowid FROM " + table, row -> row.getLong(1))))
                .orElse(List.of());
        String query = "SELECT " + columns + " FROM " + table + " WHERE rowid = ?";
        for (long row : rows) {
            attempt("row " + row + " of the table " + table, () -> session.one(query, write, row))
                    .flatMap(kept -> kept)
                    .ifPresent(this::add);
        }
    }

    private void add(Write write) {
        waiting.add(write);
        bytes += write instanceof Write.Keep(Blob blob) ? blob.bytes().length : 0;
        if (waiting.size() >= BATCH || bytes >= BATCH_BYTES) {
            commit();
        }
    }

    private void commit() {
        fresh.commit(new Batch(waiting));
        waiting.clear();
        bytes = 0;
    }
}
