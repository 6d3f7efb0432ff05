package torgau.store.search;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import torgau.journal.Code;
import torgau.journal.Digest;
import torgau.store.StoreFault;
import torgau.store.sql.Faults;
import torgau.store.sql.Schema;
import torgau.store.sql.Session;
import torgau.store.sql.SqlFile;

/// The words of the journal in a SQLite file. One thread adds; others ask meanwhile, one at a time, and
/// see what has been added.
///
/// Every method may throw a `StoreFault`; after one the file is closed and opened, or made, anew.
public final class SearchFile implements AutoCloseable {
    private static final Schema SCHEMA = new Schema("search", 0x54_67_53_31, 1);
    private static final long LOG_BYTES = 32 << 20;
    private static final int REMEMBERED = 200_000;
    /// Words looked at to find the frequent ones among those with one beginning.
    private static final int LOOKED_AT = 20_000;

    private static final String LAST = new String(Character.toChars(Character.MAX_CODE_POINT));

    private final SqlFile file;
    private final Session writer;
    private final Session reader;
    private final Object asking = new Object();
    private final Set<String> written = new HashSet<>();
    private long unrelieved;
    private volatile boolean failed;

    private SearchFile(SqlFile file) {
        this.file = file;
        writer = new Session(file.writer());
        reader = new Session(file.reader());
    }

    /// Opens the file at `path`, or makes it, readable by nobody but its owner.
    public static SearchFile open(Path path) {
        return new SearchFile(SqlFile.open(path, SCHEMA, SqlFile.Care.MADE_AGAIN));
    }

    @FunctionalInterface
    private interface Work<T> {
        T done() throws SQLException;
    }

    private <T> T asked(Work<T> work) {
        synchronized (asking) {
            return done("reading", work);
        }
    }

    private <T> T done(String what, Work<T> work) {
        try {
            return work.done();
        } catch (SQLException failure) {
            failed = true;
            throw Faults.of(what + " " + file.path(), failure);
        } catch (IllegalArgumentException garbled) {
            failed = true;
            throw new StoreFault(Code.STORE_CORRUPT, file.path() + ": " + garbled.getMessage(), garbled);
        }
    }

    /// How far the journal has been read; empty if not begun.
    public Optional<Progress> progress() {
        return asked(() -> reader.one(
                "SELECT cursor, entry, made_by FROM progress",
                row -> new Progress(row.getLong(1), Digest.of(Session.bytes(row, 2)), Session.text(row, 3))));
    }

    /// Adds entries, none of which it has, and says how far the journal is read with them.
    public synchronized void add(List<Row> rows, Progress now) {
        done("writing", () -> {
            writer.transaction(() -> {
                for (Row row : rows) {
                    add(row);
                }
                writer.run(
                        "INSERT OR REPLACE INTO progress (one, cursor, entry, made_by) VALUES (1, ?, ?, ?)",
                        now.cursor(),
                        now.entry().bytes(),
                        now.madeBy());
            });
            relieve();
            return now;
        });
    }

    private void add(Row row) throws SQLException {
        writer.run("INSERT INTO form (rowid, words) VALUES (?, ?)", row.cursor(), String.join(" ", row.forms()));
        if (row.words().isEmpty()) {
            return;
        }
        writer.run("INSERT INTO text (rowid, words) VALUES (?, ?)", row.cursor(), String.join(" ", row.words()));
        for (String word : row.words()) {
            if (written.add(word)) {
                writer.run("INSERT OR IGNORE INTO word (word) VALUES (?)", word);
            }
        }
        if (written.size() > REMEMBERED) {
            written.clear();
        }
    }

    /// Keeps the log from growing with every page.
    private void relieve() throws SQLException {
        long bytes = file.bytes();
        if (bytes - unrelieved > LOG_BYTES) {
            file.relieve();
            unrelieved = file.bytes();
        }
    }

    /// Whether any entry is wanted so.
    public boolean has(Wanted wanted) {
        return asked(() -> reader.one("SELECT 1 FROM form WHERE form MATCH ? LIMIT 1", _ -> true, wanted.match()))
                .isPresent();
    }

    /// Whether any entry has this very word.
    public boolean said(String word) {
        return asked(() -> reader.one("SELECT 1 FROM word WHERE word = ?", _ -> true, word))
                .isPresent();
    }

    /// The newest entries that are wanted and came before `below`, the newest first.
    public List<Long> newest(Wanted wanted, long below, int limit) {
        return asked(() -> reader.list(
                "SELECT rowid FROM form WHERE form MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?",
                row -> row.getLong(1),
                wanted.match(),
                below,
                limit));
    }

    /// Entries from one cursor to another, both included, that have these words one after the other.
    public Set<Long> phrased(List<String> phrase, long from, long to) {
        phrase.forEach(Wanted.Word::new);
        String match = '"' + String.join(" ", phrase) + '"';
        return asked(() -> new HashSet<>(reader.list(
                "SELECT rowid FROM text WHERE text MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC",
                row -> row.getLong(1),
                match,
                from,
                to)));
    }

    /// Words that begin so, those first that were seen first.
    public List<String> beginning(String letters, int limit) {
        return asked(() -> reader.list(
                "SELECT word FROM (SELECT id, word FROM word WHERE word >= ? AND word < ? LIMIT " + LOOKED_AT
                        + ") ORDER BY id LIMIT ?",
                row -> Session.text(row, 1),
                letters,
                letters + LAST,
                limit));
    }

    /// Bytes that it takes on the disk.
    public long bytes() {
        return file.bytes();
    }

    /// Closes; after a fault without writing anything more.
    @Override
    public void close() {
        if (failed) {
            file.abandon();
        } else {
            file.close();
        }
    }
}
