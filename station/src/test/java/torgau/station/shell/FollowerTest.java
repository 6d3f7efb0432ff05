package torgau.station.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.helpers.NOPLogger;
import torgau.journal.Code;
import torgau.journal.Precedence;
import torgau.store.Arrived;
import torgau.store.Filter;
import torgau.store.StoreFault;

/// What follows the journal has all of it, whoever reads it and whatever fails on the way.
final class FollowerTest {
    private static final int PAGE = 2;

    @TempDir
    Path folder;

    private RunningLine line;
    private StationProcess process;

    @BeforeEach
    void start() {
        line = new RunningLine(folder);
        process = line.blue.start();
    }

    @AfterEach
    void stop() {
        line.close();
    }

    private void say(int times) throws Exception {
        for (int each = 0; each < times; each++) {
            StationProcessTest.say(process, Precedence.ROUTINE, "The ferry is late.");
        }
    }

    private long newest() {
        return process.journal().read(store -> store.newest());
    }

    /// Remembers how far it has read.
    private final class Bookmark implements Follower.Following {
        private final AtomicReference<@Nullable RuntimeException> fails = new AtomicReference<>();
        private final AtomicInteger mended = new AtomicInteger();
        private volatile long cursor;

        @Override
        public String name() {
            return "bookmark";
        }

        @Override
        public Logger log() {
            return NOPLogger.NOP_LOGGER;
        }

        @Override
        public boolean follow() {
            RuntimeException fault = fails.getAndSet(null);
            if (fault != null) {
                throw fault;
            }
            List<Arrived> page = process.journal().read(store -> store.arrivedAfter(cursor, PAGE, Filter.ALL));
            cursor = page.isEmpty() ? cursor : page.getLast().cursor();
            return page.size() < PAGE;
        }

        @Override
        public void mend(StoreFault fault) {
            mended.incrementAndGet();
        }

        void awaitAll() {
            RunningLine.awaitUntil("all is read", () -> cursor == newest());
        }
    }

    @Test
    void what_comes_is_read_though_nobody_asks() throws Exception {
        say(5);
        var bookmark = new Bookmark();
        try (var follower = new Follower(process, bookmark)) {
            follower.start();
            bookmark.awaitAll();
            say(3);
            bookmark.awaitAll();
        }
    }

    @Test
    void a_question_takes_only_so_many_pages_and_the_background_reads_on() throws Exception {
        say(7);
        var bookmark = new Bookmark();
        try (var follower = new Follower(process, bookmark)) {
            long asked = follower.asked(2, () -> bookmark.cursor);
            assertThat(asked).isPositive().isLessThan(newest());
            follower.take(1, 1_000);
            assertThat(bookmark.cursor).isGreaterThan(asked).isLessThan(newest());
            follower.start();
            bookmark.awaitAll();
        }
    }

    @Test
    void a_fault_of_a_store_is_mended_and_a_bug_is_told_and_reading_goes_on() throws Exception {
        var bookmark = new Bookmark();
        bookmark.fails.set(new StoreFault(Code.STORE_CORRUPT, "damaged on purpose"));
        try (var follower = new Follower(process, bookmark)) {
            follower.start();
            RunningLine.awaitUntil("it is mended", () -> bookmark.mended.get() == 1);
            say(1);
            bookmark.awaitAll();
            bookmark.fails.set(new IllegalStateException("a bug on purpose"));
            say(1);
            follower.wake();
            bookmark.awaitAll();
            assertThat(bookmark.mended).hasValue(1);
        }
    }

    @Test
    void once_it_is_closed_nothing_more_is_read() throws Exception {
        var bookmark = new Bookmark();
        var follower = new Follower(process, bookmark);
        follower.start();
        bookmark.awaitAll();
        follower.close();
        follower.ended();
        long read = bookmark.cursor;
        say(2);
        assertThat(bookmark.cursor).isEqualTo(read).isLessThan(newest());
    }
}
