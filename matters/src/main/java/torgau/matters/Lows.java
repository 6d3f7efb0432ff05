package torgau.matters;

import java.util.Arrays;

/// Of entries read, those that are lower than all that were read after them.
final class Lows {
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
