package torgau.matters;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.Payload;
import torgau.journal.Reference;
import torgau.journal.SeenMark;

/// What one feed has said of others: what it has seen of them without a gap, and what it named beyond
/// that, which proves receipt as well. Nobody returns a test that did not arrive.
final class Author {
    final NavigableMap<Feed, Column> seen = new TreeMap<>();
    private final NavigableMap<Feed, Column> named = new TreeMap<>();
    private long latest = Long.MIN_VALUE;

    /// Whether it says anything of others, or has named what it has not seen.
    boolean add(Entry entry) {
        Payload payload = entry.payload();
        latest = Math.max(latest, payload.time());
        payload.seen()
                .forEach(mark ->
                        seen.computeIfAbsent(mark.feed(), _ -> new Column()).add(entry, mark));
        for (Reference place : payload.refs()) {
            Column known = seen.get(place.feed());
            if (!place.feed().equals(payload.feed()) && (known == null || !known.has(place.sequence()))) {
                named.computeIfAbsent(place.feed(), _ -> new Column())
                        .add(entry, new SeenMark(place.feed(), place.sequence()));
            }
        }
        return !payload.seen().isEmpty() || !named.isEmpty();
    }

    Sightings.@Nullable Mark first(Feed self, Reference place) {
        Sightings.Mark mark = first(seen, self, place);
        Sightings.Mark name = named.isEmpty() ? null : first(named, self, place);
        return mark == null || (name != null && name.order().compareTo(mark.order()) < 0) ? name : mark;
    }

    private static Sightings.@Nullable Mark first(NavigableMap<Feed, Column> columns, Feed self, Reference place) {
        Column column = columns.get(place.feed());
        return column == null ? null : column.first(self, place.sequence());
    }

    boolean withheld(Reference place, long millis) {
        Sightings.Mark name = named.isEmpty() ? null : first(named, place.feed(), place);
        if (name == null) {
            return false;
        }
        Sightings.Mark mark = first(seen, place.feed(), place);
        boolean earlier = mark == null || name.order().compareTo(mark.order()) < 0;
        long until = mark == null ? latest : mark.time();
        return earlier && until - name.time() >= millis;
    }

    Optional<Long> withheldSince(long millis) {
        return named.entrySet().stream()
                .flatMap(each -> beyond(each.getKey(), each.getValue()).stream())
                .filter(since -> latest - since >= millis)
                .min(Long::compare);
    }

    /// When it first named an entry of a feed beyond all that it has seen of that.
    private Optional<Long> beyond(Feed feed, Column name) {
        Column known = seen.get(feed);
        long seenUpTo = known == null ? 0 : known.last();
        return Optional.ofNullable(name.first(feed, seenUpTo + 1)).map(Sightings.Mark::time);
    }
}
