package torgau.store.desk;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import torgau.journal.Code;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.store.StoreFault;
import torgau.store.sql.Faults;
import torgau.store.sql.Schema;
import torgau.store.sql.Session;
import torgau.store.sql.SqlFile;

/// The desk in a SQLite file of its own. Officers are few and slow: one connection serves all, one at a
/// time.
public final class SqliteDesk implements Desk {
    private static final Schema SCHEMA = new Schema("desk", 0x54_67_44_31, 6);
    private static final String ALARM =
            "id, kind, precedence, raised_at, silenced_at, cleared_at, station, reference, code, detail";
    private static final String LOG = "number, at, kind, office, code, reference, detail";

    private final SqlFile file;
    private final Session session;
    private final TranslationTable translations;
    private final NoteTable notes;
    private final LedgerTable ledger;
    private @Nullable StoreFault fault;
    private boolean closed;

    private SqliteDesk(SqlFile file) {
        this.file = file;
        session = new Session(file.writer());
        translations = new TranslationTable(session);
        notes = new NoteTable(session);
        ledger = new LedgerTable(session);
    }

    /// Opens the desk at `path`, or makes it, folder and all.
    public static SqliteDesk open(Path path) {
        return new SqliteDesk(SqlFile.open(path, SCHEMA));
    }

    @FunctionalInterface
    private interface Work<T> {
        T done() throws SQLException;
    }

    private <T> T read(Work<T> work) {
        if (closed) {
            throw new IllegalStateException(file.path() + " is closed");
        }
        try {
            return work.done();
        } catch (SQLException failure) {
            throw Faults.of("reading " + file.path(), failure);
        } catch (IllegalArgumentException garbled) {
            throw new StoreFault(Code.STORE_CORRUPT, file.path() + ": " + garbled.getMessage(), garbled);
        }
    }

    private void write(Session.Work work) {
        if (closed) {
            throw new IllegalStateException(file.path() + " is closed");
        }
        if (fault != null) {
            throw new StoreFault(Code.STORE_STOPPED, "nothing is written since " + fault.getMessage(), fault);
        }
        try {
            session.transaction(work);
            file.empty();
        } catch (SQLException failure) {
            fault = Faults.of("writing " + file.path(), failure);
            throw fault;
        }
    }

    private void run(String sql, @Nullable Object... arguments) {
        write(() -> session.run(sql, arguments));
    }

    @Override
    public synchronized Optional<Draft> saveDraft(String id, long revision, long savedAt, byte[] content) {
        var saved = new Draft(id, revision + 1, savedAt, content);
        long kept = draft(id).map(Draft::revision).orElse(0L);
        if (kept != revision) {
            return Optional.empty();
        }
        run(
                "INSERT OR REPLACE INTO draft (id, revision, saved_at, content) VALUES (?, ?, ?, ?)",
                id,
                saved.revision(),
                savedAt,
                content);
        return Optional.of(saved);
    }

    @Override
    public synchronized void discardDraft(String id) {
        run("DELETE FROM draft WHERE id = ?", id);
    }

    @Override
    public synchronized Optional<Draft> draft(String id) {
        return read(() ->
                session.one("SELECT id, revision, saved_at, content FROM draft WHERE id = ?", SqliteDesk::draft, id));
    }

    @Override
    public synchronized List<Draft> drafts(int limit) {
        return read(() -> session.list(
                "SELECT id, revision, saved_at, content FROM draft ORDER BY saved_at DESC, id LIMIT ?",
                SqliteDesk::draft,
                limit));
    }

    private static Draft draft(ResultSet row) throws SQLException {
        return new Draft(Session.text(row, 1), row.getLong(2), row.getLong(3), Session.bytes(row, 4));
    }

    @Override
    public synchronized Optional<Translation> save(Translation next) {
        if (read(() -> translations.revision(next.of())) != next.revision() - 1) {
            return Optional.empty();
        }
        Translation saved = next.numbered(read(translations::last) + 1);
        write(() -> translations.add(saved));
        return Optional.of(saved);
    }

    @Override
    public synchronized List<Translation> translations(Reference entry) {
        return read(() -> translations.of(entry));
    }

    @Override
    public synchronized List<Translation> history(Translation.Of of) {
        return read(() -> translations.history(of));
    }

    @Override
    public synchronized List<Translation> translationsAfter(long number, int limit) {
        return read(() -> translations.after(number, limit));
    }

    @Override
    public synchronized void opened(Reference entry, long at) {
        run("INSERT OR IGNORE INTO opened (reference, at) VALUES (?, ?)", entry.toString(), at);
    }

    @Override
    public synchronized Optional<Long> openedAt(Reference entry) {
        return read(() ->
                session.one("SELECT at FROM opened WHERE reference = ?", row -> row.getLong(1), entry.toString()));
    }

    @Override
    public synchronized void keep(Alarm alarm) {
        Alarm.About about = alarm.about();
        run(
                "INSERT INTO alarm (" + ALARM + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
                        + " kind = excluded.kind, precedence = excluded.precedence, raised_at = excluded.raised_at,"
                        + " silenced_at = excluded.silenced_at, cleared_at = excluded.cleared_at,"
                        + " station = excluded.station, reference = excluded.reference, code = excluded.code,"
                        + " detail = excluded.detail",
                alarm.id(),
                alarm.kind(),
                alarm.precedence().name(),
                alarm.raisedAt(),
                alarm.silencedAt(),
                alarm.clearedAt(),
                about.station(),
                text(about.reference()),
                about.code(),
                about.detail());
    }

    @Override
    public synchronized Optional<Alarm> alarm(String id) {
        return read(() -> session.one("SELECT " + ALARM + " FROM alarm WHERE id = ?", SqliteDesk::alarm, id));
    }

    @Override
    public synchronized List<Alarm> alarms(boolean openOnly, int limit) {
        String which = openOnly ? " WHERE cleared_at IS NULL" : "";
        return read(() -> session.list(
                        "SELECT " + ALARM + " FROM alarm" + which + " ORDER BY number DESC LIMIT ?",
                        SqliteDesk::alarm,
                        limit))
                .reversed();
    }

    private static Alarm alarm(ResultSet row) throws SQLException {
        Long station = number(row, 7);
        var about = new Alarm.About(
                station == null ? null : Math.toIntExact(station),
                reference(row, 8),
                row.getString(9),
                row.getString(10));
        return new Alarm(
                Session.text(row, 1),
                Session.text(row, 2),
                Precedence.valueOf(Session.text(row, 3)),
                row.getLong(4),
                number(row, 5),
                number(row, 6),
                about);
    }

    @Override
    public synchronized LogLine log(LogLine line) {
        long last = read(() -> session.one("SELECT coalesce(max(number), 0) FROM log", row -> row.getLong(1)))
                .orElse(0L);
        var numbered = new LogLine(
                last + 1, line.at(), line.kind(), line.office(), line.code(), line.reference(), line.detail());
        run(
                "INSERT INTO log (" + LOG + ") VALUES (?, ?, ?, ?, ?, ?, ?)",
                numbered.number(),
                line.at(),
                line.kind(),
                line.office(),
                line.code(),
                text(line.reference()),
                line.detail());
        return numbered;
    }

    @Override
    public synchronized List<LogLine> logAfter(long number, int limit) {
        return read(() -> session.list(
                "SELECT " + LOG + " FROM log WHERE number > ? ORDER BY number LIMIT ?",
                SqliteDesk::line,
                number,
                limit));
    }

    @Override
    public synchronized List<LogLine> logBefore(long number, int limit) {
        return read(() -> session.list(
                        "SELECT " + LOG + " FROM log WHERE number < ? ORDER BY number DESC LIMIT ?",
                        SqliteDesk::line,
                        number,
                        limit))
                .reversed();
    }

    private static LogLine line(ResultSet row) throws SQLException {
        return new LogLine(
                row.getLong(1),
                row.getLong(2),
                Session.text(row, 3),
                row.getString(4),
                row.getString(5),
                reference(row, 6),
                row.getString(7));
    }

    @Override
    public synchronized Proposal propose(Proposal.Asked asked) {
        if (proposed(asked.key()).isEmpty()) {
            write(() -> ProposalRow.insert(session, asked));
        }
        return proposed(asked.key()).orElseThrow();
    }

    @Override
    public synchronized Optional<Proposal> advance(long number, long revision, Proposal.Stage to) {
        Optional<Proposal> next = proposal(number)
                .filter(kept -> kept.revision() == revision)
                .map(kept -> new Proposal(number, revision + 1, kept.asked(), to));
        next.ifPresent(moved -> write(() -> ProposalRow.update(session, moved)));
        return next;
    }

    @Override
    public synchronized Optional<Proposal> proposal(long number) {
        return read(() -> ProposalRow.find(session, "number", number));
    }

    @Override
    public synchronized Optional<Proposal> proposed(String key) {
        return read(() -> ProposalRow.find(session, "key", key));
    }

    @Override
    public synchronized List<Proposal> proposals(boolean openOnly, int limit) {
        return read(() -> ProposalRow.newest(session, openOnly, limit));
    }

    @Override
    public synchronized Optional<Note> keep(Note next) {
        if (read(() -> notes.revision(next.about())) != next.revision() - 1 || next.revision() > Note.MOST_REVISIONS) {
            return Optional.empty();
        }
        write(() -> notes.add(next));
        return Optional.of(next);
    }

    @Override
    public synchronized List<Note> notes(int limit) {
        return read(() -> notes.last(limit));
    }

    @Override
    public synchronized List<Note> notes(String about) {
        return read(() -> notes.history(about));
    }

    @Override
    public synchronized boolean keep(OfficerFile next) {
        long kept =
                read(() -> session.one("SELECT revision FROM officer WHERE id = ?", row -> row.getLong(1), next.id())
                        .orElse(0L));
        if (kept != next.revision() - 1 || (kept == 0 && officers().size() >= OfficerFile.MOST)) {
            return false;
        }
        run(
                "INSERT OR REPLACE INTO officer (id, revision, content) VALUES (?, ?, ?)",
                next.id(),
                next.revision(),
                next.content());
        return true;
    }

    @Override
    public synchronized List<OfficerFile> officers() {
        return read(() -> session.list(
                "SELECT id, revision, content FROM officer ORDER BY id",
                row -> new OfficerFile(Session.text(row, 1), row.getLong(2), Session.bytes(row, 3))));
    }

    @Override
    public synchronized boolean append(LedgerLine next) {
        if (read(() -> ledger.last(next.book())) != next.number() - 1) {
            return false;
        }
        write(() -> ledger.add(next));
        return true;
    }

    @Override
    public synchronized List<LedgerLine> ledgerAfter(String book, long number, int limit) {
        return read(() -> ledger.after(book, number, limit));
    }

    @Override
    public synchronized List<LedgerLine> ledgerBefore(String book, long number, int limit) {
        return read(() -> ledger.before(book, number, limit));
    }

    @Override
    public synchronized void keepSecret(String name, byte[] sealed) {
        run("INSERT OR REPLACE INTO secret (name, bytes) VALUES (?, ?)", name, sealed);
    }

    @Override
    public synchronized Optional<byte[]> secret(String name) {
        return read(() -> session.one("SELECT bytes FROM secret WHERE name = ?", row -> Session.bytes(row, 1), name));
    }

    @Override
    public synchronized void dropSecret(String name) {
        run("DELETE FROM secret WHERE name = ?", name);
    }

    private static @Nullable String text(@Nullable Reference reference) {
        return reference == null ? null : reference.toString();
    }

    private static @Nullable Reference reference(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : Reference.parse(text);
    }

    private static @Nullable Long number(ResultSet row, int column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (fault == null) {
            file.close();
        } else {
            file.abandon();
        }
    }
}
