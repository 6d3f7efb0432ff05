package torgau.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.store.Answer;
import torgau.store.Batch;
import torgau.store.Blob;
import torgau.store.Filter;
import torgau.store.StoreFault;
import torgau.store.Traffic;
import torgau.store.Write;
import torgau.store.memory.MemoryDisk;
import torgau.store.memory.MemoryStore;

class SalvageTest {
    @TempDir
    private Path home;

    private final Traffic traffic = new Traffic(31, 3);
    private final List<Entry> entries = traffic.next(60);
    private final Blob blob = Blob.of(513, new byte[] {1, 2, 3});

    private Path written() {
        Path journal = home.resolve("journal.db");
        try (var store = SqliteStore.open(journal)) {
            store.commit(Traffic.appending(entries));
            store.commit(Batch.of(
                    new Write.Remember("link/257", new byte[] {7}),
                    new Write.Remember("clean-stop", new byte[] {8}),
                    new Write.Reply(new Answer(
                            "key-1", Digest.over(), entries.getFirst().reference())),
                    new Write.Reply(
                            new Answer("key-2", Digest.over(), entries.getLast().reference())),
                    new Write.Hold(traffic.candidate(traffic.feeds().getFirst(), "ahead")),
                    new Write.Prove(traffic.fork(traffic.feeds().get(1))),
                    new Write.Keep(blob)));
        }
        return journal;
    }

    private static void damage(Path journal, byte[] part) throws IOException {
        byte[] bytes = Files.readAllBytes(journal);
        int at = IntStream.range(0, bytes.length - part.length)
                .filter(i -> Arrays.equals(bytes, i, i + part.length, part, 0, part.length))
                .findFirst()
                .orElseThrow();
        bytes[at + part.length / 2] ^= 4;
        Files.write(journal, bytes);
    }

    @Test
    void of_an_intact_file_everything_is_saved_but_what_no_longer_holds() {
        Path journal = written();
        try (var store = SqliteStore.open(journal)) {
            store.commit(Batch.of(new Write.Close(entries.getFirst().payload().feed())));
        }
        var fresh = new MemoryStore(new MemoryDisk());
        Salvage.Saved saved = Salvage.copy(journal, fresh, key -> !key.equals("clean-stop"));
        assertThat(saved.lost()).isEmpty();
        assertThat(saved.entries()).isEqualTo(60);
        assertThat(fresh.memories("")).containsOnlyKeys("link/257");
        assertThat(fresh.answer("key-2")).isPresent();
        assertThat(fresh.pending()).hasSize(1);
        assertThat(fresh.proofs()).hasSize(1);
        assertThat(fresh.blob(blob.hash())).isPresent();
        try (var store = SqliteStore.open(journal)) {
            assertThat(fresh.heads()).isEqualTo(store.heads());
            assertThat(fresh.arrivedAfter(0, 100, Filter.ALL))
                    .extracting(arrived -> arrived.at())
                    .isEqualTo(store.arrivedAfter(0, 100, Filter.ALL).stream()
                            .map(arrived -> arrived.at())
                            .toList());
        }
    }

    @Test
    void what_is_damaged_and_what_follows_it_stays_behind_and_comes_again_from_the_peers() throws IOException {
        Path journal = written();
        Entry damaged = entries.get(40);
        damage(journal, damaged.signed().payload());
        try (var fresh = SqliteStore.open(home.resolve("fresh.db"))) {
            Salvage.Saved saved = Salvage.copy(journal, fresh, _ -> true);
            assertThat(saved.lost()).anyMatch(lost -> lost.detail().contains("number 41"));
            assertThat(saved.entries()).isBetween(40L, 59L);
            assertThat(fresh.census().entries()).isEqualTo(saved.entries());
            assertThat(fresh.damages(Traffic.LINE, Long.MAX_VALUE)).isEmpty();
            assertThat(fresh.entry(damaged.reference())).isEmpty();
            assertThat(fresh.answer("key-1")).isPresent();
            fresh.commit(Traffic.appending(entries.stream()
                    .filter(entry -> fresh.entry(entry.reference()).isEmpty())
                    .toList()));
            assertThat(fresh.census().entries()).isEqualTo(60);
            assertThat(fresh.damages(Traffic.LINE, Long.MAX_VALUE)).isEmpty();
        }
    }

    @Test
    void a_damaged_head_keeps_the_file_from_being_opened_but_not_from_being_saved() throws IOException {
        Path journal = written();
        damage(journal, entries.getLast().id().bytes());
        assertThatThrownBy(() -> SqliteStore.open(journal))
                .isInstanceOf(StoreFault.class)
                .hasMessageContaining("TG-3003");
        try (var fresh = SqliteStore.open(home.resolve("fresh.db"))) {
            assertThat(Salvage.copy(journal, fresh, _ -> true).entries()).isGreaterThanOrEqualTo(59);
            assertThat(fresh.damages(Traffic.LINE, Long.MAX_VALUE)).isEmpty();
        }
    }
}
