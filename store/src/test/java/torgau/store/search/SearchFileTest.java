package torgau.store.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import torgau.journal.Digest;
import torgau.store.StoreFault;
import torgau.store.search.Wanted.All;
import torgau.store.search.Wanted.Any;
import torgau.store.search.Wanted.But;
import torgau.store.search.Wanted.Word;

final class SearchFileTest {
    @TempDir
    Path folder;

    private static Row row(long cursor, String words) {
        List<String> some = List.of(words.split(" "));
        return new Row(cursor, new TreeSet<>(some), some);
    }

    private static Progress at(long cursor) {
        return new Progress(cursor, Digest.over(new byte[] {(byte) cursor}), "these rules");
    }

    private SearchFile filled() {
        SearchFile file = SearchFile.open(folder.resolve("search.db"));
        file.add(List.of(row(1, "red fox jumps"), row(4, "red dog"), row(9, "fox red"), row(12, "їжак п'ять")), at(12));
        return file;
    }

    @Test
    void entries_are_found_by_words_the_newest_first() {
        try (SearchFile file = filled()) {
            assertThat(file.newest(new Word("red"), Long.MAX_VALUE, 10)).containsExactly(9L, 4L, 1L);
            assertThat(file.newest(new Word("red"), 9, 1)).containsExactly(4L);
            assertThat(file.newest(new All(List.of(new Word("red"), new Word("fox"))), 100, 10))
                    .containsExactly(9L, 1L);
            assertThat(file.newest(new Any(List.of(new Word("dog"), new Word("jumps"))), 100, 10))
                    .containsExactly(4L, 1L);
            assertThat(file.newest(new But(new Word("red"), new Word("fox")), 100, 10))
                    .containsExactly(4L);
            assertThat(file.newest(new Word("п'ять"), 100, 10)).containsExactly(12L);
            assertThat(file.has(new Word("їжак"))).isTrue();
            assertThat(file.has(new Word("їжа"))).isFalse();
        }
    }

    @Test
    void a_phrase_is_its_words_one_after_the_other() {
        try (SearchFile file = filled()) {
            assertThat(file.phrased(List.of("red", "fox"), 1, 12)).containsExactly(1L);
            assertThat(file.phrased(List.of("fox", "red"), 1, 12)).containsExactly(9L);
            assertThat(file.phrased(List.of("red", "fox"), 2, 12)).isEmpty();
        }
    }

    @Test
    void words_with_one_beginning_come_in_the_order_in_which_they_were_seen() {
        try (SearchFile file = filled()) {
            file.add(List.of(row(13, "rattle ran red")), at(13));
            assertThat(file.beginning("r", 10)).containsExactly("red", "rattle", "ran");
            assertThat(file.beginning("ra", 1)).containsExactly("rattle");
            assertThat(file.beginning("ї", 10)).containsExactly("їжак");
        }
    }

    @Test
    void nothing_that_is_syntax_elsewhere_can_be_in_a_word() {
        for (String bad : List.of("", "a b", "a\"b", "a*", "(a", "a:b", "NOT", "-a", "a\u0000", "a\u00AB")) {
            assertThatThrownBy(() -> new Word(bad)).as(bad).isInstanceOf(IllegalArgumentException.class);
        }
        try (SearchFile file = filled()) {
            assertThatThrownBy(() -> file.phrased(List.of("red\" OR \"dog"), 1, 12))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void what_was_added_is_there_when_it_is_opened_again() {
        filled().close();
        try (SearchFile file = SearchFile.open(folder.resolve("search.db"))) {
            assertThat(file.progress()).contains(at(12));
            assertThat(file.newest(new Word("dog"), 100, 10)).containsExactly(4L);
            file.add(List.of(row(13, "red dog")), at(13));
            assertThat(file.newest(new Word("dog"), 100, 10)).containsExactly(13L, 4L);
        }
    }

    @Test
    void nobody_else_can_read_it() throws IOException {
        filled().close();
        assertThat(Files.getPosixFilePermissions(folder.resolve("search.db")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void a_damaged_file_is_a_fault_and_lets_itself_be_closed() throws IOException {
        filled().close();
        Path path = folder.resolve("search.db");
        byte[] bytes = Files.readAllBytes(path);
        IntStream.range(4_096, bytes.length).forEach(at -> bytes[at] = 0x55);
        Files.write(path, bytes);
        assertThatThrownBy(() -> {
                    try (SearchFile file = SearchFile.open(path)) {
                        file.progress();
                        file.newest(new Word("dog"), 100, 10);
                        file.add(List.of(row(13, "red dog")), at(13));
                    }
                })
                .isInstanceOf(StoreFault.class);
        assertThat(Set.of("search.db", "search.db-wal", "search.db-shm", "search.db.lock"))
                .containsAll(names());
    }

    private Set<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).collect(java.util.stream.Collectors.toSet());
        }
    }
}
