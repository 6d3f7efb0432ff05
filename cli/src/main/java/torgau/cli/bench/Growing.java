package torgau.cli.bench;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.FeedHead;
import torgau.journal.JournalView;
import torgau.journal.Reference;

/// A journal that grows faster than it is written: it knows the heads, which is all that signing the next entry asks
/// for.
final class Growing implements JournalView {
    private final NavigableMap<Feed, FeedHead> heads = new TreeMap<>();

    void add(Entry entry) {
        heads.merge(entry.payload().feed(), FeedHead.first(entry), (head, _) -> head.after(entry));
    }

    @Override
    public Optional<Entry.Standing> standing(Reference place) {
        return head(place.feed())
                .filter(head -> head.sequence() == place.sequence())
                .map(head -> new Entry.Standing(head.id(), head.height()));
    }

    @Override
    public List<FeedHead> heads() {
        return List.copyOf(heads.values());
    }

    @Override
    public Optional<FeedHead> head(Feed feed) {
        return Optional.ofNullable(heads.get(feed));
    }

    @Override
    public Optional<Entry> entry(Reference place) {
        return Optional.empty();
    }

    @Override
    public List<Entry> range(Feed feed, long from, int limit) {
        return List.of();
    }
}
