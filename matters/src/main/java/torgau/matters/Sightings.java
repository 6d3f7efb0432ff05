package torgau.matters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.Reference;
import torgau.journal.SeenMark;

/// Who had seen what when: all that the entries read so far say in their `seen`. Entries are added feed
/// by feed in sequence, as a journal admits them; how the feeds alternate changes no answer.
public final class Sightings {
    private static final int PARTY = 256;

    private final NavigableMap<Feed, Map<Feed, Column>> byAuthor = new TreeMap<>();

    /// An entry that proves that its author's station held another.
    ///
    /// @param time of that entry, milliseconds UTC by its author's clock
    public record Mark(Order order, long time) {}

    /// Places that an entry was the first of its feed to have seen: all of a feed after `from` up to
    /// `to`.
    public record Reach(Feed feed, long from, long to) {
        boolean has(Reference place) {
            return place.feed().equals(feed) && from < place.sequence() && place.sequence() <= to;
        }
    }

    /// Reads what an entry has seen; what of it is new for its feed comes back.
    public List<Reach> add(Entry entry) {
        List<SeenMark> seen = entry.payload().seen();
        if (seen.isEmpty()) {
            return List.of();
        }
        Map<Feed, Column> columns = byAuthor.computeIfAbsent(entry.payload().feed(), _ -> new TreeMap<>());
        var news = new ArrayList<Reach>();
        for (SeenMark mark : seen) {
            Column column = columns.computeIfAbsent(mark.feed(), _ -> new Column());
            column.add(entry, mark, news);
        }
        return news;
    }

    /// Whether the entry `by` had the entry `place` in its past.
    public boolean saw(Reference by, Reference place) {
        if (by.feed().equals(place.feed())) {
            return place.sequence() < by.sequence();
        }
        Map<Feed, Column> columns = byAuthor.get(by.feed());
        Column column = columns == null ? null : columns.get(place.feed());
        return column != null && column.saw(by.sequence(), place.sequence());
    }

    /// Up to where the entry `by` had seen another feed without a gap.
    public long upTo(Reference by, Feed feed) {
        Map<Feed, Column> columns = byAuthor.get(by.feed());
        Column column = columns == null ? null : columns.get(feed);
        return column == null ? 0 : column.upTo(by.sequence());
    }

    /// The earliest entry, in the total order, by which a station of this party proves that it held
    /// `place`.
    public Optional<Mark> first(int party, Reference place) {
        var own = byAuthor.subMap(new Feed(party * PARTY, 0), true, new Feed(party * PARTY + PARTY - 1, -1), true);
        Mark first = null;
        for (Map.Entry<Feed, Map<Feed, Column>> author : own.entrySet()) {
            Column column = author.getValue().get(place.feed());
            Mark mark = column == null ? null : column.first(author.getKey(), place.sequence());
            if (mark != null && (first == null || mark.order().compareTo(first.order()) < 0)) {
                first = mark;
            }
        }
        return Optional.ofNullable(first);
    }

    /// What one feed has seen of one other, as it went on.
    private static final class Column {
        private long[] own = new long[4];
        private long[] upTo = new long[4];
        private long[] height = new long[4];
        private long[] time = new long[4];
        private int count;
        private final NavigableMap<Long, Integer> ahead = new TreeMap<>();

        void add(Entry entry, SeenMark mark, List<Reach> news) {
            long before = count == 0 ? 0 : upTo[count - 1];
            long after = Math.max(before, mark.sequence());
            if (count == own.length) {
                grow();
            }
            own[count] = entry.payload().sequence();
            upTo[count] = after;
            height[count] = entry.height();
            time[count] = entry.payload().time();
            if (after > before) {
                news.add(new Reach(mark.feed(), before, after));
            }
            for (SeenMark.Ahead single : mark.ahead()) {
                if (ahead.putIfAbsent(single.sequence(), count) == null) {
                    news.add(new Reach(mark.feed(), single.sequence() - 1, single.sequence()));
                }
            }
            count++;
        }

        private void grow() {
            own = Arrays.copyOf(own, 2 * count);
            upTo = Arrays.copyOf(upTo, 2 * count);
            height = Arrays.copyOf(height, 2 * count);
            time = Arrays.copyOf(time, 2 * count);
        }

        boolean saw(long by, long place) {
            int at = firstAt(place);
            return at < count && own[at] <= by;
        }

        long upTo(long by) {
            int low = 0;
            int high = count;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (own[middle] <= by) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low == 0 ? 0 : upTo[low - 1];
        }

        @Nullable
        Mark first(Feed author, long place) {
            int at = firstAt(place);
            return at == count ? null : new Mark(new Order(height[at], new Reference(author, own[at])), time[at]);
        }

        /// Which of the rows is the first to have seen a place; the number of rows if none has.
        private int firstAt(long place) {
            int low = 0;
            int high = count;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (upTo[middle] >= place) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            Integer single = ahead.get(place);
            return single == null ? low : Math.min(low, single);
        }
    }
}
