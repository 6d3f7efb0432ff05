package torgau.station.heart;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.FeedHead;
import torgau.journal.JournalView;
import torgau.journal.Reference;

/// The journal as it will be once everything under way is written: the store, and above it what is not yet reported.
final class Overlay implements JournalView {
    private final JournalView store;
    private final NavigableMap<Reference, Entry> unwritten = new TreeMap<>();
    private final NavigableMap<Feed, FeedHead> heads = new TreeMap<>();
    private final NavigableMap<Feed, FeedHead> durable = new TreeMap<>();

    Overlay(JournalView store) {
        this.store = store;
        store.heads().forEach(head -> heads.put(head.feed(), head));
        durable.putAll(heads);
    }

    void add(Entry entry) {
        unwritten.put(entry.reference(), entry);
        heads.put(entry.payload().feed(), after(heads, entry));
    }

    void written(Entry entry) {
        unwritten.remove(entry.reference());
        durable.put(entry.payload().feed(), after(durable, entry));
    }

    void close(Feed feed) {
        heads.computeIfPresent(feed, (_, head) -> head.asClosed());
        durable.computeIfPresent(feed, (_, head) -> head.asClosed());
    }

    private static FeedHead after(NavigableMap<Feed, FeedHead> heads, Entry entry) {
        FeedHead head = heads.get(entry.payload().feed());
        return head == null ? FeedHead.first(entry) : head.after(entry);
    }

    /// Heads of what is on disk.
    List<FeedHead> durableHeads() {
        return List.copyOf(durable.values());
    }

    /// What is on disk of it: nothing else may be shown to a peer.
    JournalView onDisk() {
        return new OnDisk(store, durable);
    }

    private record OnDisk(JournalView store, NavigableMap<Feed, FeedHead> durable) implements JournalView {
        private boolean covered(Reference place) {
            return head(place.feed())
                    .filter(head -> place.sequence() <= head.sequence())
                    .isPresent();
        }

        @Override
        public Optional<Entry> entry(Reference place) {
            return covered(place) ? store.entry(place) : Optional.empty();
        }

        @Override
        public Optional<Entry.Standing> standing(Reference place) {
            return covered(place) ? store.standing(place) : Optional.empty();
        }

        @Override
        public List<Entry> range(Feed feed, long from, int limit) {
            long last = head(feed).map(FeedHead::sequence).orElse(0L);
            return from > last ? List.of() : store.range(feed, from, (int) Math.min(limit, last - from + 1));
        }

        @Override
        public List<FeedHead> heads() {
            return List.copyOf(durable.values());
        }

        @Override
        public Optional<FeedHead> head(Feed feed) {
            return Optional.ofNullable(durable.get(feed));
        }
    }

    @Override
    public Optional<Entry> entry(Reference place) {
        Entry fresh = unwritten.get(place);
        return fresh != null ? Optional.of(fresh) : covered(place) ? store.entry(place) : Optional.empty();
    }

    @Override
    public Optional<Entry.Standing> standing(Reference place) {
        Entry fresh = unwritten.get(place);
        if (fresh != null) {
            return Optional.of(fresh.standing());
        }
        FeedHead head = heads.get(place.feed());
        if (head != null && head.sequence() == place.sequence()) {
            return Optional.of(new Entry.Standing(head.id(), head.height()));
        }
        return covered(place) ? store.standing(place) : Optional.empty();
    }

    private boolean covered(Reference place) {
        FeedHead head = heads.get(place.feed());
        return head != null && place.sequence() <= head.sequence();
    }

    @Override
    public List<Entry> range(Feed feed, long from, int limit) {
        var entries = new ArrayList<Entry>(store.range(feed, from, limit));
        for (long next = from + entries.size(); entries.size() < limit; next++) {
            Entry fresh = unwritten.get(new Reference(feed, next));
            if (fresh == null) {
                break;
            }
            entries.add(fresh);
        }
        return entries;
    }

    @Override
    public List<FeedHead> heads() {
        return List.copyOf(heads.values());
    }

    @Override
    public Optional<FeedHead> head(Feed feed) {
        return Optional.ofNullable(heads.get(feed));
    }
}
