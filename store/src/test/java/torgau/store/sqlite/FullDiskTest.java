package torgau.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import torgau.journal.Code;
import torgau.journal.Entry;
import torgau.store.Batch;
import torgau.store.StoreFault;
import torgau.store.Traffic;
import torgau.store.Write;

class FullDiskTest {
    @TempDir
    private Path home;

    private boolean mounted;

    private int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    }

    @BeforeEach
    void mount() throws IOException, InterruptedException {
        try {
            mounted = run("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", home.toString()) == 0;
        } catch (IOException absent) {
            mounted = false;
        }
        assumeTrue(mounted, "may not mount a small file system here, so no disk can be filled");
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        if (mounted) {
            run("umount", home.toString());
        }
    }

    @Test
    void a_full_disk_stops_writing_not_reading_and_nothing_is_lost_once_space_is_freed()
            throws IOException, InterruptedException {
        Path ballast = home.resolve("ballast");
        Files.write(ballast, new byte[1 << 20]);
        Path journal = home.resolve("journal.db");
        var traffic = new Traffic(5, 3);
        List<Entry> kept = new ArrayList<>();
        Batch refused = filled(journal, traffic, kept);
        assertThatThrownBy(() -> reopenedAndCommitted(journal, refused)).isInstanceOf(StoreFault.class);
        Files.delete(ballast);
        try (var store = SqliteStore.open(journal)) {
            assertThat(store.census().entries()).isEqualTo(kept.size());
            assertThat(store.damages(Traffic.LINE, Long.MAX_VALUE)).isEmpty();
            assertThat(store.fileDamages()).isEmpty();
            store.commit(refused);
            assertThat(store.census().entries()).isGreaterThan(kept.size());
        }
    }

    private static void reopenedAndCommitted(Path journal, Batch batch) {
        try (var store = SqliteStore.open(journal)) {
            store.commit(batch);
        }
    }

    /// Writes until the disk is full; says what was refused.
    private static Batch filled(Path journal, Traffic traffic, List<Entry> kept) {
        try (var store = SqliteStore.open(journal)) {
            while (true) {
                List<Entry> entries = traffic.next(20);
                Batch batch = Traffic.appending(entries);
                try {
                    store.commit(batch);
                    kept.addAll(entries);
                } catch (StoreFault full) {
                    assertThat(full.code()).isEqualTo(Code.DISK_FULL);
                    assertStopped(store, kept);
                    return batch;
                }
            }
        }
    }

    private static void assertStopped(SqliteStore store, List<Entry> kept) {
        assertThat(store.fault().map(StoreFault::code)).contains(Code.DISK_FULL);
        assertThatThrownBy(() -> store.commit(Batch.of(new Write.Forget("nothing"))))
                .isInstanceOfSatisfying(
                        StoreFault.class, stopped -> assertThat(stopped.code()).isEqualTo(Code.STORE_STOPPED));
        assertThat(kept).isNotEmpty();
        for (Entry entry : kept) {
            assertThat(store.standing(entry.reference())).contains(entry.standing());
        }
        assertThat(store.census().entries()).isEqualTo(kept.size());
        assertThat(store.census().free()).isLessThan(1 << 20);
    }
}
