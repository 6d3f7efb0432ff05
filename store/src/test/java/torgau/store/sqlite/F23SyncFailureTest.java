package torgau.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import torgau.store.Traffic;

/// F23: a sync that failed is not believed when it succeeds the next time.
@Tag("slow")
class F23SyncFailureTest {
    private static final long SEED = 23;

    @TempDir
    private Path home;

    /// The writer's output.
    ///
    /// @param failing which of its sync calls are answered with EIO, as strace's `when`
    private List<String> output(String failing, int entries) throws IOException, InterruptedException {
        Path trace = home.resolve("trace");
        List<String> tracer = List.of(
                "strace",
                "-f",
                "-qq",
                "-o",
                trace.toString(),
                "-e",
                "trace=fdatasync,fsync,pwrite64,write,unlink,ftruncate",
                "-e",
                "inject=fdatasync,fsync:error=EIO:when=" + failing);
        Process writer = Appending.start(tracer, home.resolve("journal.db"), SEED, entries);
        var lines = new ArrayList<String>();
        try (var reader = writer.inputReader()) {
            reader.lines().forEach(lines::add);
        }
        writer.waitFor();
        return lines;
    }

    private static void assumeTracing() throws IOException, InterruptedException {
        try {
            int works = new ProcessBuilder("strace", "-qq", "-o", "/dev/null", "true")
                    .start()
                    .waitFor();
            assumeTrue(works == 0, "strace may not trace here, so no failing disk can be made");
        } catch (IOException absent) {
            assumeTrue(false, "strace is not installed, so no failing disk can be made: " + absent.getMessage());
        }
    }

    @ParameterizedTest(name = "the sync with number {0} fails")
    @ValueSource(ints = {12, 31})
    void f23_after_one_failed_sync_nothing_more_is_written(int failing) throws IOException, InterruptedException {
        assumeTracing();
        List<String> lines = output(failing + "", 600);
        assertThat(lines).contains("fault TG-3002", "then TG-3006", "closed").doesNotContain("kept after a fault");
        long acknowledged =
                lines.stream().filter(line -> line.startsWith("kept")).count();
        long entries = lines.stream()
                .filter(line -> line.startsWith("kept"))
                .mapToLong(line -> Long.parseLong(line.substring(5)))
                .max()
                .orElse(0);
        assertThat(acknowledged).isPositive();
        assertThat(lines).contains("read " + entries);
        assertThat(writtenAfterTheFailure()).isEmpty();
        try (var store = SqliteStore.open(home.resolve("journal.db"))) {
            assertThat(store.foundClean()).isFalse();
            assertThat(store.census().entries()).isGreaterThanOrEqualTo(entries);
            assertThat(store.damages(Traffic.LINE, Long.MAX_VALUE)).isEmpty();
            assertThat(store.fileDamages()).isEmpty();
            store.commit(Appending.traffic(SEED + 1).batch(3));
        }
    }

    /// Writes to the journal's files after the sync that failed; what the process prints is not among them.
    private List<String> writtenAfterTheFailure() throws IOException {
        List<String> calls = Files.readAllLines(home.resolve("trace"));
        int failure = 0;
        while (!calls.get(failure).contains("INJECTED")) {
            failure++;
        }
        return calls.subList(failure + 1, calls.size()).stream()
                .filter(call -> call.matches(".*(pwrite64|fdatasync|ftruncate)\\(.*|.*unlink\\(.*journal\\.db.*"))
                .toList();
    }

    @Test
    void f12_every_acknowledgement_follows_a_sync_of_its_own() throws IOException, InterruptedException {
        assumeTracing();
        assertThat(output("60000", 60)).contains("closed");
        int syncs = 0;
        int acknowledgements = 0;
        for (String call : Files.readAllLines(home.resolve("trace"))) {
            if (call.contains("fdatasync(") || call.contains("fsync(")) {
                syncs++;
            } else if (call.contains("write(1, \"kept")) {
                assertThat(syncs).as(call).isPositive();
                acknowledgements++;
                syncs = 0;
            }
        }
        assertThat(acknowledgements).isGreaterThan(10);
    }

    @Test
    void f23_a_disk_that_fails_at_the_start_is_named() throws IOException, InterruptedException {
        assumeTracing();
        assertThat(output("1+", 1)).containsExactly("unopened TG-3002");
    }
}
