package torgau.matters;

import java.util.Arrays;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.Reference;
import torgau.journal.SeenMark;

/// What one feed has seen of one other, as it went on.
final class Column {
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

    Sightings.@Nullable Mark first(Feed author, long place) {
        int at = firstAt(place);
        return at == count ? null : new Sightings.Mark(new Order(height[at], new Reference(author, own[at])), time[at]);
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
