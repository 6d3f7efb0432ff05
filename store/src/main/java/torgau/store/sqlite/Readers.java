package torgau.store.sqlite;

import java.nio.BufferUnderflowException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import torgau.journal.Code;
import torgau.journal.cbor.CborFault;
import torgau.store.StoreFault;
import torgau.store.sql.Faults;
import torgau.store.sql.Session;
import torgau.store.sql.SqlFile;

/// The few connections that read, lent to one thread at a time.
final class Readers {
    private static final int CONNECTIONS = 4;

    private final String file;
    private final BlockingQueue<Session> idle = new ArrayBlockingQueue<>(CONNECTIONS);
    private volatile boolean ended;

    Readers(SqlFile file) {
        this.file = file.path().toString();
        for (int i = 0; i < CONNECTIONS; i++) {
            idle.add(new Session(file.reader()));
        }
    }

    /// A question to the file.
    @FunctionalInterface
    interface Question<T> {
        T ask(Session session) throws SQLException;
    }

    <T> T read(Question<T> question) {
        Session session = lent();
        try {
            return question.ask(session);
        } catch (SQLException failure) {
            throw Faults.of("reading " + file, failure);
        } catch (IllegalArgumentException | IllegalStateException | BufferUnderflowException | CborFault garbled) {
            throw new StoreFault(Code.STORE_CORRUPT, "reading " + file + ": " + garbled.getMessage(), garbled);
        } finally {
            idle.add(session);
        }
    }

    private Session lent() {
        try {
            Session session = idle.take();
            if (ended) {
                idle.add(session);
                throw new IllegalStateException(file + " is closed");
            }
            return session;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting to read " + file, interrupted);
        }
    }

    /// Waits for the readings that are under way, after which there are no more.
    void end() {
        List<Session> all = new ArrayList<>();
        while (all.size() < CONNECTIONS) {
            all.add(lent());
        }
        ended = true;
        idle.addAll(all);
    }
}
