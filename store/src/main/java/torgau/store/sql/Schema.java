package torgau.store.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import torgau.journal.Code;
import torgau.store.StoreFault;

/// The tables of one kind of file, in editions: resource `torgau/store/NAME-EDITION.sql` leads from the edition before.
///
/// @param name name of the kind, as in the resources
/// @param application number by which SQLite files of this kind are told from others (`PRAGMA application_id`)
/// @param edition the newest
public record Schema(String name, int application, int edition) {
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER_BYTES = 105;
    private static final int APPLICATION_OFFSET = 68;
    private static final int TABLES_OFFSET = 103;

    /// Fails unless the file is of this kind, empty, or begun and without tables, before SQLite touches it:
    /// opening alone would change it.
    void check(Path path) {
        byte[] header = header(path);
        if (header.length == 0) {
            return;
        }
        boolean sqlite =
                header.length == HEADER_BYTES && Arrays.equals(header, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
        var fields = ByteBuffer.wrap(header);
        boolean begun = sqlite && fields.getInt(APPLICATION_OFFSET) == 0 && fields.getShort(TABLES_OFFSET) == 0;
        if (!begun && !(sqlite && fields.getInt(APPLICATION_OFFSET) == application)) {
            throw notOurs(path);
        }
    }

    private StoreFault notOurs(Path path) {
        return new StoreFault(
                Code.NOT_OURS,
                path + " is not a " + name + " of Torgau, or its first bytes are damaged; correct the path");
    }

    private static byte[] header(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(HEADER_BYTES);
        } catch (IOException failure) {
            throw new StoreFault(Code.STORE_UNREADABLE, "cannot read " + path + ": " + failure.getMessage(), failure);
        }
    }

    /// Brings a file to the newest edition, in one transaction for each.
    void migrate(Path path, Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            int found = number(statement, "PRAGMA user_version");
            check(path, statement, found);
            for (int next = found + 1; next <= edition; next++) {
                connection.setAutoCommit(false);
                for (String one : script(next)) {
                    statement.execute(one);
                }
                statement.execute("PRAGMA application_id = " + application);
                statement.execute("PRAGMA user_version = " + next);
                connection.setAutoCommit(true);
            }
        }
    }

    private void check(Path path, Statement statement, int found) throws SQLException {
        int marked = number(statement, "PRAGMA application_id");
        boolean empty = number(statement, "SELECT count(*) FROM sqlite_schema") == 0;
        if (found < 0 || (marked != application && !(marked == 0 && found == 0 && empty))) {
            throw notOurs(path);
        }
        if (found > edition) {
            throw new StoreFault(
                    Code.NEWER_SCHEMA, path + " has edition " + found + ", this version knows up to " + edition);
        }
    }

    private List<String> script(int next) {
        String resource = "/torgau/store/" + name + "-" + next + ".sql";
        try (InputStream in = Schema.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            String script = new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("--[^\n]*", "");
            return Arrays.stream(script.split(";", -1))
                    .filter(one -> !one.isBlank())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int number(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return rows.getInt(1);
        }
    }
}
