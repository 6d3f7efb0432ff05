package torgau.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One connection with its prepared statements, each prepared once. For one thread at a time.
public final class Session {
    private static final byte[] EMPTY = new byte[0];

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    public Session(Connection connection) {
        this.connection = connection;
    }

    /// Turns the row at which a result stands into a value.
    @FunctionalInterface
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /// What a transaction does.
    @FunctionalInterface
    public interface Work {
        void run() throws SQLException;
    }

    /// Does something with each row of a result.
    @FunctionalInterface
    public interface Rows {
        void take(ResultSet row) throws SQLException;
    }

    public <T> List<T> list(String sql, Row<T> value, @Nullable Object... arguments) throws SQLException {
        var found = new ArrayList<T>();
        each(sql, row -> found.add(value.of(row)), arguments);
        return found;
    }

    public <T> Optional<T> one(String sql, Row<T> value, @Nullable Object... arguments) throws SQLException {
        List<T> found = list(sql, value, arguments);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getFirst());
    }

    public void each(String sql, Rows rows, @Nullable Object... arguments) throws SQLException {
        try (ResultSet result = bound(sql, arguments).executeQuery()) {
            while (result.next()) {
                rows.take(result);
            }
        }
    }

    /// Runs a statement that answers nothing, and says how many rows it changed.
    public int run(String sql, @Nullable Object... arguments) throws SQLException {
        return bound(sql, arguments).executeUpdate();
    }

    /// Does some work as one transaction. A bug in the work takes it back; after a failure of the disk nothing more is
    /// done on this connection, not even that.
    public void transaction(Work work) throws SQLException {
        connection.setAutoCommit(false); // BEGIN IMMEDIATE
        try {
            work.run();
        } catch (RuntimeException bug) {
            connection.rollback();
            connection.setAutoCommit(true);
            throw bug;
        }
        connection.setAutoCommit(true); // COMMIT
    }

    /// The bytes of a column; SQLite's interface has none of them where there are zero.
    public static byte[] bytes(ResultSet row, int column) throws SQLException {
        byte @Nullable [] bytes = row.getBytes(column);
        return bytes == null ? EMPTY : bytes;
    }

    /// The text of a column; empty where a damaged row has none.
    public static String text(ResultSet row, int column) throws SQLException {
        @Nullable String text = row.getString(column);
        return text == null ? "" : text;
    }

    @SuppressWarnings("resource") // the connection closes its statements
    private PreparedStatement bound(String sql, @Nullable Object... arguments) throws SQLException {
        @Nullable PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < arguments.length; i++) {
            bind(statement, i + 1, arguments[i]);
        }
        return statement;
    }

    private static void bind(PreparedStatement statement, int place, @Nullable Object argument) throws SQLException {
        switch (argument) {
            case null -> statement.setNull(place, java.sql.Types.NULL);
            case Long number -> statement.setLong(place, number);
            case Integer number -> statement.setInt(place, number);
            case String text -> statement.setString(place, text);
            case byte[] bytes -> statement.setBytes(place, bytes);
            default -> throw new IllegalArgumentException("no column holds a " + argument.getClass());
        }
    }
}
