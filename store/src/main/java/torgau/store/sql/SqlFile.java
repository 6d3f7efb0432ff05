package torgau.store.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import torgau.journal.Code;
import torgau.store.StoreFault;

/// One SQLite file, locked for this process: a connection that writes, and connections that only read.
///
/// The writer never checkpoints by itself, since SQLite swallows the errors of automatic checkpoints.
public final class SqlFile implements AutoCloseable {
    private static final int BUSY_MILLIS = 100;
    private static final int WRITER_CACHE_KIB = 16_384;
    private static final int READER_CACHE_KIB = 4_096;

    private final Path path;
    private final FileLock lock;
    private final boolean foundClean;
    private final Connection writer;
    private final List<Connection> readers = new ArrayList<>();

    private SqlFile(Path path, FileLock lock, boolean foundClean, Connection writer) {
        this.path = path;
        this.lock = lock;
        this.foundClean = foundClean;
        this.writer = writer;
    }

    /// How what is written reaches the disk.
    public enum Care {
        /// The writer syncs at every commit, and what is deleted is overwritten: keys must be gone when
        /// they are destroyed.
        KEPT,
        /// The writer syncs when the log is moved into the file: the last commits may be lost with the
        /// power, but what is found afterwards is whole. For what can be made again.
        MADE_AGAIN
    }

    /// Opens the file, or makes it, and brings it to the newest edition of `schema`.
    public static SqlFile open(Path path, Schema schema) {
        return open(path, schema, Care.KEPT);
    }

    /// The same with the care that what it holds deserves.
    public static SqlFile open(Path path, Schema schema, Care care) {
        Ownership.create(path);
        FileLock lock = FileLock.of(path);
        try {
            schema.check(path);
            boolean clean = size(log(path)) == 0;
            Connection writer = writing(care).createConnection(url(path));
            var file = new SqlFile(path, lock, clean, writer);
            file.begin(schema);
            return file;
        } catch (SQLException failure) {
            lock.close();
            throw Faults.of(path.toString(), failure);
        } catch (StoreFault fault) {
            lock.close();
            throw fault;
        }
    }

    /// What an earlier run left in the write-ahead log goes into the file first: after a failed sync
    /// nobody knows whether the log is on the disk, although it can be read.
    private void begin(Schema schema) throws SQLException {
        try {
            reader();
            schema.migrate(path, writer);
            empty();
        } catch (SQLException | StoreFault failure) {
            abandon();
            throw failure;
        }
    }

    private static SQLiteConfig config(int cacheKib) {
        var config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        config.setGetGeneratedKeys(false); // otherwise the driver prepares one more query after every insert
        config.setCacheSize(-cacheKib);
        config.setPragma(SQLiteConfig.Pragma.TEMP_STORE, "MEMORY");
        return config;
    }

    private static SQLiteConfig reading() {
        SQLiteConfig config = config(READER_CACHE_KIB);
        config.setReadOnly(true);
        return config;
    }

    private static SQLiteConfig writing(Care care) {
        SQLiteConfig config = config(WRITER_CACHE_KIB);
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(care == Care.KEPT ? SynchronousMode.FULL : SynchronousMode.NORMAL);
        config.setWalAutocheckpoint(0);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, care == Care.KEPT ? "true" : "false");
        return config;
    }

    private static String url(Path path) {
        return "jdbc:sqlite:" + path;
    }

    private static Path log(Path path) {
        return path.resolveSibling(path.getFileName() + "-wal");
    }

    /// Whether the file was closed properly the last time: nothing was left in the write-ahead log.
    public boolean foundClean() {
        return foundClean;
    }

    public Path path() {
        return path;
    }

    /// The one connection that writes.
    public Connection writer() {
        return writer;
    }

    /// Another connection that only reads. It has read already, and so holds the log open.
    public Connection reader() {
        try {
            Connection reader = reading().createConnection(url(path));
            readers.add(reader);
            try (var statement = reader.createStatement()) {
                statement.execute("SELECT count(*) FROM sqlite_schema");
            }
            return reader;
        } catch (SQLException failure) {
            throw Faults.of(path.toString(), failure);
        }
    }

    /// Moves what the write-ahead log holds into the file, as far as no reader needs it there, and waits
    /// for nobody.
    public void relieve() throws SQLException {
        try (var statement = writer.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(PASSIVE)");
        }
    }

    /// Moves all that the write-ahead log holds into the file and empties the log, so that what was
    /// deleted is in neither. Says whether it could: a reader that needs the log for longer than a
    /// moment prevents it.
    public boolean empty() throws SQLException {
        try (var statement = writer.createStatement();
                var answer = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
            return answer.getInt(1) == 0;
        }
    }

    /// Bytes that the file and its log take.
    public long bytes() {
        return size(path) + size(log(path));
    }

    /// Bytes that the disk has left.
    public long free() {
        try {
            return Files.getFileStore(path).getUsableSpace();
        } catch (IOException failure) {
            throw new StoreFault(Code.STORE_UNREADABLE, path + ": " + failure.getMessage(), failure);
        }
    }

    private static long size(Path path) {
        try {
            return Files.exists(path) ? Files.size(path) : 0;
        } catch (IOException failure) {
            throw new StoreFault(Code.STORE_UNREADABLE, path + ": " + failure.getMessage(), failure);
        }
    }

    /// Closes properly: afterwards the file alone holds everything.
    @Override
    public void close() {
        try {
            for (Connection reader : readers) {
                reader.close();
            }
            empty();
            writer.close();
        } catch (SQLException failure) {
            throw Faults.of("closing " + path, failure);
        } finally {
            lock.close();
        }
    }

    /// Closes after a fault, writing nothing more: while a reader is open, SQLite does not checkpoint at
    /// the writer's end, and a reader cannot. What is in the log is looked at again when the file is
    /// opened anew.
    public void abandon() {
        try {
            writer.close();
            for (Connection reader : readers) {
                reader.close();
            }
        } catch (SQLException failure) {
            throw Faults.of("closing " + path, failure);
        } finally {
            lock.close();
        }
    }
}
