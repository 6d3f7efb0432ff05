package torgau.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import torgau.journal.Code;
import torgau.store.Batch;
import torgau.store.Blob;
import torgau.store.StoreFault;
import torgau.store.Traffic;
import torgau.store.Write;

/// The file itself: who may read it, who may open it, what it must be.
class SqliteFileTest {
    @TempDir
    private Path home;

    private void refused(Path file, Code code) {
        assertThatThrownBy(() -> SqliteStore.open(file))
                .isInstanceOfSatisfying(
                        StoreFault.class, fault -> assertThat(fault.code()).isEqualTo(code))
                .hasMessageContaining(file.getFileName().toString());
    }

    @Test
    void nobody_but_its_owner_can_read_it() throws IOException {
        assumeTrue(Files.getFileStore(home).supportsFileAttributeView("posix"), "this file system has no modes");
        Path folder = home.resolve("data");
        var store = SqliteStore.open(folder.resolve("journal.db"));
        store.commit(new Traffic(1, 2).batch(3));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(folder)) {
            List<String> modes = files.map(SqliteFileTest::mode).distinct().toList();
            assertThat(modes).containsExactly("rw-------");
        }
        store.close();
    }

    private static String mode(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void closed_properly_the_file_alone_holds_everything() throws IOException {
        Path file = home.resolve("journal.db");
        var traffic = new Traffic(1, 2);
        try (var store = SqliteStore.open(file)) {
            store.commit(traffic.batch(30));
        }
        Path copy = home.resolve("copy.db");
        Files.copy(file, copy);
        try (var store = SqliteStore.open(copy)) {
            assertThat(store.foundClean()).isTrue();
            assertThat(store.census().entries()).isEqualTo(30);
            assertThat(store.census().bytes()).isGreaterThan(10_000);
        }
    }

    @Test
    void another_process_cannot_open_it() throws IOException, InterruptedException {
        Path file = home.resolve("journal.db");
        try (var store = SqliteStore.open(file)) {
            Process other = Appending.start(List.of(), file, 1, 1);
            try (var lines = other.inputReader()) {
                assertThat(lines.lines()).containsExactly("unopened TG-3004");
            }
            other.waitFor();
            store.commit(new Traffic(1, 2).batch(1));
        }
    }

    @Test
    void a_refused_second_opening_does_not_unlock_the_first() throws IOException, InterruptedException {
        Path file = home.resolve("journal.db");
        try (var store = SqliteStore.open(file)) {
            refused(file, Code.STORE_LOCKED);
            Process other = Appending.start(List.of(), file, 1, 1);
            try (var lines = other.inputReader()) {
                assertThat(lines.lines()).containsExactly("unopened TG-3004");
            }
            other.waitFor();
            assertThat(store.census().entries()).isZero();
        }
    }

    @Test
    void a_file_of_a_newer_edition_is_left_alone() throws SQLException {
        Path file = home.resolve("journal.db");
        SqliteStore.open(file).close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 2");
        }
        refused(file, Code.NEWER_SCHEMA);
    }

    @Test
    void a_file_of_another_kind_is_not_touched() throws SQLException, IOException {
        Path other = home.resolve("other.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + other);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE feed (number INTEGER)");
        }
        byte[] before = Files.readAllBytes(other);
        refused(other, Code.NOT_OURS);
        assertThat(Arrays.equals(Files.readAllBytes(other), before)).isTrue();
        Path text = home.resolve("text.db");
        Files.writeString(text, "not a database");
        refused(text, Code.NOT_OURS);
        assertThat(Files.readString(text)).isEqualTo("not a database");
    }

    @Test
    void a_folder_is_no_journal() throws IOException {
        Path folder = Files.createDirectory(home.resolve("folder"));
        refused(folder, Code.STORE_UNREADABLE);
    }

    @Test
    void what_was_erased_is_not_in_the_file_any_more() throws IOException {
        Path file = home.resolve("journal.db");
        byte[] secret = "a sentence that nobody must find again".repeat(30).getBytes(StandardCharsets.UTF_8);
        try (var store = SqliteStore.open(file)) {
            Blob blob = Blob.of(257, secret);
            store.commit(Batch.of(new Write.Remember("key", secret), new Write.Keep(blob)));
            store.commit(new Traffic(1, 2).batch(10));
            assertThat(Files.readString(home.resolve("journal.db-wal"), StandardCharsets.ISO_8859_1))
                    .contains("nobody must find");
            store.commit(Batch.of(new Write.Forget("key"), new Write.Erase(blob.hash())));
            assertThat(Files.readString(home.resolve("journal.db-wal"), StandardCharsets.ISO_8859_1))
                    .doesNotContain("nobody must find");
        }
        String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(content).doesNotContain("nobody must find");
    }
}
