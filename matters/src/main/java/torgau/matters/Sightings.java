package torgau.matters;

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
    private final NavigableMap<Integer, NavigableMap<Feed, NavigableMap<Feed, Column>>> byParty = new TreeMap<>();
    private final Lows lows = new Lows();
    private long version;

    /// An entry that proves that its author's station held another.
    ///
    /// @param time of that entry, milliseconds UTC by its author's clock
    public record Mark(Order order, long time) {}

    /// Reads what an entry has seen.
    public void add(Entry entry) {
        List<SeenMark> seen = entry.payload().seen();
        if (!seen.isEmpty()) {
            Feed feed = entry.payload().feed();
            NavigableMap<Feed, Column> columns =
                    byParty.computeIfAbsent(feed.party(), _ -> new TreeMap<>()).computeIfAbsent(feed, _ -> new TreeMap<>());
            seen.forEach(mark -> columns.computeIfAbsent(mark.feed(), _ -> new Column()).add(entry, mark));
            version++;
            lows.add(version, entry.height());
        }
    }

    /// Another number whenever who had seen what may have changed.
    public long version() {
        return version;
    }

    /// The least height of what was read after a version; what was first to see something, and lies
    /// lower than that, is so still.
    long lowestSince(long earlier) {
        return lows.after(earlier);
    }

    /// Whether the entry `by` had the entry `place` in its past.
    public boolean saw(Reference by, Reference place) {
        if (by.feed().equals(place.feed())) {
            return place.sequence() < by.sequence();
        }
        Column column = column(by.feed(), place.feed());
        return column != null && column.saw(by.sequence(), place.sequence());
    }

    /// Up to where the entry `by` had seen another feed without a gap.
    public long upTo(Reference by, Feed feed) {
        Column column = column(by.feed(), feed);
        return column == null ? 0 : column.upTo(by.sequence());
    }

    /// The earliest entry, in the total order, by which a station of this party proves that it held
    /// `place`.
    public Optional<Mark> first(int party, Reference place) {
        NavigableMap<Feed, NavigableMap<Feed, Column>> authors = byParty.get(party);
        if (authors == null) {
            return Optional.empty();
        }
        Mark first = null;
        for (Map.Entry<Feed, NavigableMap<Feed, Column>> author : authors.entrySet()) {
            Column column = author.getValue().get(place.feed());
            Mark mark = column == null ? null : column.first(author.getKey(), place.sequence());
            if (mark != null && (first == null || mark.order().compareTo(first.order()) < 0)) {
                first = mark;
            }
        }
        return Optional.ofNullable(first);
    }

    private @Nullable Column column(Feed author, Feed of) {
        NavigableMap<Feed, NavigableMap<Feed, Column>> authors = byParty.get(author.party());
        NavigableMap<Feed, Column> columns = authors == null ? null : authors.get(author);
        return columns == null ? null : columns.get(of);
    }

    /// Of entries read, those that are lower than all that were read after them.
    private static final class Lows {
        private long[] versions = new long[4];
        private long[] heights = new long[4];
        private int count;

        void add(long version, long height) {
            while (count > 0 && heights[count - 1] >= height) {
                count--;
            }
            if (count == versions.length) {
                versions = Arrays.copyOf(versions, 2 * count);
                heights = Arrays.copyOf(heights, 2 * count);
            }
            versions[count] = version;
            heights[count++] = height;
        }

        long after(long version) {
            int at = Arrays.binarySearch(versions, 0, count, version + 1);
            int first = at < 0 ? -at - 1 : at;
            return first == count ? Long.MAX_VALUE : heights[first];
        }
    }

    /// What one feed has seen of one other, as it went on.
    private static final class Column {
        private long[] own = new long[4];
        private long[] upTo = new long[4];
        private long[] height = new long[4];
        private long[] time = new long[4];
        private int count;
        private final NavigableMap<Long, Integer> ahead = new TreeMap<>();

        void add(Entry entry, SeenMark mark) {
            long before = count == 0 ? 0 : upTo[count - 1];
            long after = Math.max(before, mark.sequence());
            if (count == own.length) {
                grow();
            }
            own[count] = entry.payload().sequence();
            upTo[count] = after;
            height[count] = entry.height();
            time[count] = entry.payload().time();
            for (SeenMark.Ahead single : mark.ahead()) {
                ahead.putIfAbsent(single.sequence(), count);
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
            Integer single = ahead.isEmpty() ? null : ahead.get(place);
            return single == null ? low : Math.min(low, single);
        }
    }
}
