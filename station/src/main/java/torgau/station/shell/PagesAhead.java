package torgau.station.shell;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import torgau.store.Arrived;
import torgau.store.Filter;
import torgau.store.JournalStore;

/// The journal in the order of arrival, page by page: while one page is worked on the next few are read
/// and decoded, on a thread of their own.
final class PagesAhead implements AutoCloseable {
    /// Entries of one page.
    static final int SIZE = 256;

    private static final int AHEAD = 4;

    private final BlockingQueue<Handed> pages = new ArrayBlockingQueue<>(AHEAD);
    private final Thread reader;

    /// What comes after a cursor.
    ///
    /// @param entries at most [#SIZE]; nothing if the journal is another one than the cursor is of
    record Page(long after, Optional<List<Arrived>> entries) {
        /// Whether nothing had come after it when it was read.
        boolean last() {
            return entries.isPresent() && entries.get().size() < SIZE;
        }
    }

    /// What the reading thread hands over.
    private sealed interface Handed {
        record Read(Page page) implements Handed {}

        record Failed(RuntimeException fault) implements Handed {}
    }

    /// Begins to read what came after a cursor, up to a page that is the last.
    PagesAhead(Shelf journal, long after, String name) {
        reader = Thread.ofPlatform().daemon().name("pages " + name).start(() -> read(journal, after));
    }

    /// One page, read now.
    static Page read(JournalStore store, long after) {
        return new Page(
                after,
                store.newest() < after ? Optional.empty() : Optional.of(store.arrivedAfter(after, SIZE, Filter.ALL)));
    }

    private void read(Shelf journal, long after) {
        try {
            long cursor = after;
            boolean more = true;
            while (more) {
                long from = cursor;
                Page page = journal.read(store -> read(store, from));
                pages.put(new Handed.Read(page));
                more = page.entries().isPresent() && !page.last();
                cursor = more ? page.entries().get().getLast().cursor() : from;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // nobody waits for pages any more
        } catch (RuntimeException fault) {
            hand(fault);
        }
    }

    private void hand(RuntimeException fault) {
        try {
            pages.put(new Handed.Failed(fault));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// The next page; after the last there is none.
    Page next() throws InterruptedException {
        return switch (pages.take()) {
            case Handed.Read(Page page) -> page;
            case Handed.Failed(RuntimeException fault) -> throw fault;
        };
    }

    @Override
    public void close() {
        reader.interrupt();
    }
}
