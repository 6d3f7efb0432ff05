package torgau.store.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import torgau.journal.Code;
import torgau.journal.Reference;
import torgau.store.StoreFault;
import torgau.store.sql.Schema;
import torgau.store.sql.Session;
import torgau.store.sql.SqlFile;
import torgau.store.sqlite.SqliteStore;

class SqliteDeskTest extends DeskContract {
    @TempDir
    private Path home;

    @Override
    Desk open() {
        return SqliteDesk.open(home.resolve("desk.db"));
    }

    @Test
    void neither_opens_the_file_of_the_other() {
        Path journal = home.resolve("journal.db");
        SqliteStore.open(journal).close();
        assertThatThrownBy(() -> SqliteDesk.open(journal))
                .isInstanceOfSatisfying(
                        StoreFault.class, fault -> assertThat(fault.code()).isEqualTo(Code.NOT_OURS));
        Path desk = home.resolve("other.db");
        SqliteDesk.open(desk).close();
        assertThatThrownBy(() -> SqliteStore.open(desk))
                .isInstanceOfSatisfying(
                        StoreFault.class, fault -> assertThat(fault.code()).isEqualTo(Code.NOT_OURS));
    }

    @Test
    void a_desk_of_the_first_edition_keeps_what_it_has_but_its_tokens() throws SQLException {
        Path old = home.resolve("old.db");
        try (var file = SqlFile.open(old, new Schema("desk", 0x54_67_44_31, 1))) {
            var session = new Session(file.writer());
            session.run(
                    "INSERT INTO token (hash, office, created) VALUES (?, ?, ?)", new byte[32], "Duty officer", 20L);
            session.run("INSERT INTO opened (reference, at) VALUES (?, ?)", "257.0a1b2c3d.17", 5L);
        }
        try (var desk = SqliteDesk.open(old)) {
            assertThat(desk.openedAt(Reference.parse("257.0a1b2c3d.17"))).contains(5L);
            assertThat(desk.translationsAfter(0, 1)).isEmpty();
            assertThat(desk.proposals(false, 10)).isEmpty();
        }
    }

    @Test
    void an_emergency_release_from_before_reasons_were_asked_for_is_still_read() throws SQLException {
        Path old = home.resolve("before.db");
        try (var file = SqlFile.open(old, new Schema("desk", 0x54_67_44_31, 5))) {
            new Session(file.writer())
                    .run(
                            "INSERT INTO proposal (revision, key, request, at, seat, office, content, seen, stage, open,"
                                    + " by_seat, by_office, by_at, emergency, entry)"
                                    + " VALUES (2, 'key', ?, 1, 'first', 'Duty officer', ?, 0, 'released', 1,"
                                    + " 'first', 'Duty officer', 2, 1, '257.0a1b2c3d.17')",
                            new byte[32],
                            new byte[1]);
        }
        try (var desk = SqliteDesk.open(old)) {
            assertThat(desk.proposals(true, 10))
                    .singleElement()
                    .satisfies(kept -> assertThat(kept.stage())
                            .isInstanceOfSatisfying(
                                    Proposal.Stage.Released.class,
                                    released -> assertThat(released.emergency()).isNotEmpty()));
        }
    }

    @Test
    void a_secret_that_was_dropped_is_in_no_file_even_while_the_desk_is_open() throws IOException {
        String secret = "a key that must be gone ".repeat(300);
        try (var desk = SqliteDesk.open(home.resolve("secrets.db"))) {
            desk.keepSecret("kem/1", secret.getBytes(StandardCharsets.UTF_8));
            desk.keepSecret("kem/2", new byte[5_000]);
            desk.dropSecret("kem/1");
            try (Stream<Path> files = Files.list(home)) {
                for (Path file : List.copyOf(files.toList())) {
                    String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                    assertThat(content).doesNotContain("must be gone");
                }
            }
        }
    }
}
