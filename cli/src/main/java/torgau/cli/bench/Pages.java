package torgau.cli.bench;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import torgau.store.Arrived;
import torgau.store.Filter;
import torgau.store.JournalStore;

/// A journal in the order of arrival, page by page: while one page is worked on the next are read, on a
/// thread of their own.
final class Pages {
    /// Entries of one page.
    static final int SIZE = 256;

    private static final int AHEAD = 8;

    private Pages() {}

    /// What the reading thread hands over: a page, or why there is none.
    private sealed interface Handed {
        record Page(List<Arrived> entries) implements Handed {}

        record Failed(RuntimeException fault) implements Handed {}
    }

    /// Gives every page after a cursor to `each`, and says how many entries there were. The last has
    /// less than [#SIZE].
    ///
    static long ahead(JournalStore store, long after, Consumer<List<Arrived>> each) throws InterruptedException {
        return ahead(cursor -> store.arrivedAfter(cursor, SIZE, Filter.ALL), after, each);
    }

    static long ahead(LongFunction<List<Arrived>> reading, long after, Consumer<List<Arrived>> each)
            throws InterruptedException {
        var pages = new ArrayBlockingQueue<Handed>(AHEAD);
        Thread reader = Thread.ofPlatform().daemon().name("pages").start(() -> read(reading, after, pages));
        try {
            long read = 0;
            while (true) {
                switch (pages.take()) {
                    case Handed.Failed(RuntimeException fault) -> throw fault;
                    case Handed.Page(List<Arrived> entries) -> {
                        each.accept(entries);
                        read += entries.size();
                        if (entries.size() < SIZE) {
                            return read;
                        }
                    }
                }
            }
        } finally {
            reader.interrupt();
        }
    }

    private static void read(LongFunction<List<Arrived>> reading, long after, BlockingQueue<Handed> pages) {
        long cursor = after;
        try {
            while (true) {
                List<Arrived> page = reading.apply(cursor);
                pages.put(new Handed.Page(page));
                if (page.size() < SIZE) {
                    return;
                }
                cursor = page.getLast().cursor();
            }
        } catch (RuntimeException fault) {
            if (!pages.offer(new Handed.Failed(fault))) {
                pages.clear();
                pages.add(new Handed.Failed(fault));
            }
        } catch (InterruptedException _) {
            // nobody waits for pages any more
        }
    }
}
