package torgau.architecture.violations.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import torgau.architecture.violations.journal.Breaks;

/// The store has SQL, but no randomness.
record Tables(Connection connection) {
    void close() throws SQLException {
        connection.close();
    }

    @Breaks("only station and cli have a clock and randomness")
    record Named(UUID id) {
        static Named anew() {
            return new Named(UUID.randomUUID());
        }
    }
}
