package torgau.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// A journal in lists, for tests, those of other modules too.
public class HeldEntries implements JournalView {
    private final NavigableMap<Feed, List<Entry>> feeds = new TreeMap<>();
    private final NavigableMap<Feed, FeedHead> heads = new TreeMap<>();

    public void add(Entry entry) {
        Feed feed = entry.payload().feed();
        feeds.computeIfAbsent(feed, _ -> new ArrayList<>()).add(entry);
        heads.merge(feed, FeedHead.first(entry), (head, _) -> head.after(entry));
    }

    public void close(Feed feed) {
        heads.computeIfPresent(feed, (_, head) -> head.asClosed());
    }

    public List<Entry> all() {
        return feeds.values().stream().flatMap(List::stream).sorted().toList();
    }

    @Override
    public Optional<Entry> entry(Reference place) {
        List<Entry> entries = feeds.getOrDefault(place.feed(), List.of());
        return place.sequence() <= entries.size()
                ? Optional.of(entries.get((int) place.sequence() - 1))
                : Optional.empty();
    }

    @Override
    public List<Entry> range(Feed feed, long from, int limit) {
        List<Entry> entries = feeds.getOrDefault(feed, List.of());
        int start = (int) Math.min(entries.size(), from - 1);
        return List.copyOf(entries.subList(start, (int) Math.min(entries.size(), (long) start + limit)));
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
