package torgau.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import torgau.journal.Entry;
import torgau.journal.FeedHead;
import torgau.journal.Reference;
import torgau.store.Among;
import torgau.store.Arrived;
import torgau.store.Filter;
import torgau.store.Traffic;

class ConcurrentReadingTest {
    private static final int READERS = 5;
    private static final int BATCHES = 20;

    @TempDir
    private Path home;

    /// Readers are more than connections. Each sees whole batches only, never less than before, and all that it sees
    /// can be read.
    @Test
    void any_number_of_threads_reads_while_one_commits() throws InterruptedException, ExecutionException {
        var traffic = new Traffic(6, 3);
        var done = new AtomicBoolean();
        try (var store = SqliteStore.open(home.resolve("journal.db"));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> readers = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                readers.add(threads.submit(() -> read(store, done)));
            }
            for (int i = 0; i < BATCHES; i++) {
                store.commit(traffic.batch(3));
            }
            done.set(true);
            for (Future<Long> reader : readers) {
                assertThat(reader.get()).isEqualTo(3L * BATCHES);
            }
        }
    }

    private static long read(SqliteStore store, AtomicBoolean done) {
        long before = 0;
        while (true) {
            boolean last = done.get();
            long now = store.census().entries();
            assertThat(now).isGreaterThanOrEqualTo(before);
            assertThat(now % 3).isZero();
            List<FeedHead> heads = store.heads();
            for (FeedHead head : heads) {
                var place = new Reference(head.feed(), head.sequence());
                assertThat(store.standing(place)).contains(new Entry.Standing(head.id(), head.height()));
                assertThat(store.range(head.feed(), Math.max(1, head.sequence() - 5), 6))
                        .hasSizeGreaterThanOrEqualTo((int) Math.min(6, head.sequence()));
            }
            List<Arrived> newest = store.arrivedBefore(Long.MAX_VALUE, 5, Filter.ALL.ofTypes(Among.only(1, 3)));
            assertThat(newest).hasSizeLessThanOrEqualTo(5);
            before = now;
            if (last) {
                return now;
            }
        }
    }
}
