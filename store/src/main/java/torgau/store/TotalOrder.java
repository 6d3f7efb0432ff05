package torgau.store;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.FeedHead;
import torgau.journal.JournalView;

/// All entries up to given heads in the total order of the journal, merged from the feeds, whose heights ascend.
/// Takes memory for a few entries of each feed, whatever the length of the journal.
public final class TotalOrder implements Iterator<Entry> {
    private static final int ENTRIES_READ_AHEAD = 1_024;
    private static final int MOST_PER_FEED = 64;

    private final JournalView journal;
    private final int page;
    private final PriorityQueue<Run> runs = new PriorityQueue<>(Comparator.comparing(Run::first));

    public TotalOrder(JournalView journal, List<FeedHead> heads) {
        this.journal = journal;
        page = Math.clamp(ENTRIES_READ_AHEAD / Math.max(1, heads.size()), 4, MOST_PER_FEED);
        heads.forEach(head -> advance(new Run(head.feed(), head.sequence())));
    }

    @Override
    public boolean hasNext() {
        return !runs.isEmpty();
    }

    @Override
    public Entry next() {
        @Nullable Run run = runs.poll();
        if (run == null) {
            throw new NoSuchElementException("the journal is at its end");
        }
        Entry entry = run.read.removeFirst();
        advance(run);
        return entry;
    }

    private void advance(Run run) {
        if (run.read.isEmpty() && run.next <= run.last) {
            int limit = (int) Math.min(page, run.last - run.next + 1);
            run.read.addAll(journal.range(run.feed, run.next, limit));
            run.next += limit;
        }
        if (!run.read.isEmpty()) {
            runs.add(run);
        }
    }

    private static final class Run {
        private final Feed feed;
        private final long last;
        private final Deque<Entry> read = new ArrayDeque<>();
        private long next = 1;

        private Run(Feed feed, long last) {
            this.feed = feed;
            this.last = last;
        }

        private Entry first() {
            return read.getFirst();
        }
    }
}
