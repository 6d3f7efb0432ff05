package torgau.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import torgau.journal.Entry;
import torgau.store.Filter;
import torgau.store.Traffic;

/// F22: no acknowledged write is lost, whenever the process is killed.
class F22KillTest {
    private static final int ROUNDS = 3;
    private static final long SEED = 22;

    @TempDir
    private Path home;

    @Test
    void f22_a_killed_writer_loses_nothing_that_it_acknowledged() throws IOException, InterruptedException {
        var random = new Random(SEED);
        Path journal = home.resolve("journal.db");
        long before = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long acknowledged = killed(journal, 1 + random.nextInt(80), random.nextInt(3_000_000));
            assertThat(acknowledged).isGreaterThan(before);
            before = held(journal, acknowledged);
        }
    }

    /// Kills the writer some microseconds after it has acknowledged some commits more; says what it acknowledged last.
    private static long killed(Path journal, int commits, int micros) throws IOException, InterruptedException {
        Process writer = Appending.start(List.of(), journal, SEED, 1_000_000);
        try (var lines = writer.inputReader()) {
            long acknowledged = 0;
            for (int i = 0; i < commits; ) {
                String line = String.valueOf(lines.readLine());
                assertThat(line).matches("(open|kept) \\d+");
                acknowledged = Long.parseLong(line.substring(5));
                i += line.startsWith("kept") ? 1 : 0;
            }
            TimeUnit.NANOSECONDS.sleep(micros);
            writer.toHandle().destroyForcibly(); // closes no stream: what was printed before counts
            for (String line = lines.readLine(); line != null && line.matches("kept \\d+"); line = lines.readLine()) {
                acknowledged = Long.parseLong(line.substring(5));
            }
            return acknowledged;
        }
    }

    private static long held(Path journal, long acknowledged) {
        try (var store = SqliteStore.open(journal)) {
            assertThat(store.foundClean()).isFalse();
            long held = store.census().entries();
            assertThat(held).isGreaterThanOrEqualTo(acknowledged);
            List<Entry> expected = Appending.traffic(SEED).next((int) held);
            assertThat(store.arrivedAfter(0, Integer.MAX_VALUE, Filter.ALL))
                    .extracting(arrived -> arrived.entry().id())
                    .isEqualTo(expected.stream().map(Entry::id).toList());
            assertThat(store.damages(Traffic.LINE, Long.MAX_VALUE)).isEmpty();
            assertThat(store.fileDamages()).isEmpty();
            return held;
        }
    }
}
