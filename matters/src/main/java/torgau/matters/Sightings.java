package torgau.matters;

import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.Payload;
import torgau.journal.Reference;
import torgau.journal.SeenMark;

/// Who had seen what when: all that the entries read so far say in their `seen`. Entries are added feed
/// by feed in sequence, as a journal admits them; how the feeds alternate changes no answer.
public final class Sightings {
    private final NavigableMap<Integer, NavigableMap<Feed, Author>> byParty = new TreeMap<>();
    private static final NavigableMap<Feed, Author> NOBODY = new TreeMap<>();

    private final Lows lows = new Lows();
    private long version;

    /// An entry that proves that its author's station held another.
    ///
    /// @param time of that entry, milliseconds UTC by its author's clock
    public record Mark(Order order, long time) {}

    /// Reads what an entry has seen, and what it names.
    public void add(Entry entry) {
        Feed feed = entry.payload().feed();
        Author author = byParty.computeIfAbsent(feed.party(), _ -> new TreeMap<>())
                .computeIfAbsent(feed, _ -> new Author());
        if (author.add(entry)) {
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
        Mark first = null;
        for (Map.Entry<Feed, Author> author : authors(party).entrySet()) {
            Mark mark = author.getValue().first(author.getKey(), place);
            if (mark != null && (first == null || mark.order().compareTo(first.order()) < 0)) {
                first = mark;
            }
        }
        return Optional.ofNullable(first);
    }

    /// Whether a station of this party has named `place`, or a later entry of its feed, and for so long by
    /// its own clock has not said that it has seen it.
    boolean withheld(int party, Reference place, long millis) {
        return authors(party).values().stream().anyMatch(author -> author.withheld(place, millis));
    }

    /// Since when a station of this party has named an entry without saying that it has seen it, if it has
    /// been so for as long: milliseconds UTC by its own clock.
    public Optional<Long> withheldSince(int party, long millis) {
        return authors(party).values().stream()
                .flatMap(author -> author.withheldSince(millis).stream())
                .min(Long::compare);
    }

    private NavigableMap<Feed, Author> authors(int party) {
        return byParty.getOrDefault(party, NOBODY);
    }

    private @Nullable Column column(Feed author, Feed of) {
        Author known = authors(author.party()).get(author);
        return known == null ? null : known.seen.get(of);
    }

    /// What one feed has said of others: what it has seen of them without a gap, and what it named beyond
    /// that, which proves receipt as well. Nobody returns a test that did not arrive.
    private static final class Author {
        private final NavigableMap<Feed, Column> seen = new TreeMap<>();
        private final NavigableMap<Feed, Column> named = new TreeMap<>();
        private long latest = Long.MIN_VALUE;

        /// Whether it says anything of others, or has named what it has not seen.
        boolean add(Entry entry) {
            Payload payload = entry.payload();
            latest = Math.max(latest, payload.time());
            payload.seen().forEach(mark -> seen.computeIfAbsent(mark.feed(), _ -> new Column())
                    .add(entry, mark));
            for (Reference place : payload.refs()) {
                Column known = seen.get(place.feed());
                if (!place.feed().equals(payload.feed()) && (known == null || !known.has(place.sequence()))) {
                    named.computeIfAbsent(place.feed(), _ -> new Column())
                            .add(entry, new SeenMark(place.feed(), place.sequence()));
                }
            }
            return !payload.seen().isEmpty() || !named.isEmpty();
        }

        @Nullable
        Mark first(Feed self, Reference place) {
            Mark mark = first(seen, self, place);
            Mark name = named.isEmpty() ? null : first(named, self, place);
            return mark == null || (name != null && name.order().compareTo(mark.order()) < 0) ? name : mark;
        }

        private static @Nullable Mark first(NavigableMap<Feed, Column> columns, Feed self, Reference place) {
            Column column = columns.get(place.feed());
            return column == null ? null : column.first(self, place.sequence());
        }

        boolean withheld(Reference place, long millis) {
            Mark name = named.isEmpty() ? null : first(named, place.feed(), place);
            if (name == null) {
                return false;
            }
            Mark mark = first(seen, place.feed(), place);
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
            return Optional.ofNullable(name.first(feed, seenUpTo + 1)).map(Mark::time);
        }
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

        long last() {
            return count == 0 ? 0 : upTo[count - 1];
        }

        boolean has(long place) {
            return place <= last() || ahead.containsKey(place);
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
