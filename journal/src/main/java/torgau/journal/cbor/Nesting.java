package torgau.journal.cbor;

import java.util.Arrays;

/// The containers that are open while items are read or written one by one, and the order of keys in each open map.
///
/// Reader and writer tell it where each container opens and where each item ends; it tells them when a key is not
/// strictly above the one before it (RFC 8949 §4.2.1, bytewise) and how deep they are.
final class Nesting {
    /// Arrays, maps and tags that may be open within one another.
    static final int MAX_DEPTH = 16;

    private static final int LEFT = 0;
    private static final int KEY_FROM = 1;
    private static final int LAST_FROM = 2;
    private static final int LAST_TO = 3;
    private static final int WIDTH = 4;
    private static final int NOT_A_MAP = -1;

    private int[] frames = new int[8 * WIDTH];
    private int depth;

    int depth() {
        return depth;
    }

    boolean full() {
        return depth == MAX_DEPTH;
    }

    /// Opens an array or a tag of `items` items.
    void openList(int items) {
        push(items, NOT_A_MAP);
    }

    /// Opens a map of `pairs` pairs, whose first key begins at `at`.
    void openMap(int pairs, int at) {
        push(2 * pairs, at);
    }

    private void push(int left, int keyFrom) {
        int base = depth * WIDTH;
        if (base == frames.length) {
            frames = Arrays.copyOf(frames, 2 * frames.length);
        }
        frames[base + LEFT] = left;
        frames[base + KEY_FROM] = keyFrom;
        frames[base + LAST_FROM] = 0;
        frames[base + LAST_TO] = 0;
        depth++;
    }

    /// Notes that an item has ended just before `at` in `bytes`, and with it every container that it completes.
    /// Answers false when the item was a map key that is equal to or below the one before.
    boolean completed(byte[] bytes, int at) {
        while (depth > 0) {
            int base = (depth - 1) * WIDTH;
            int left = --frames[base + LEFT];
            if (frames[base + KEY_FROM] != NOT_A_MAP && !inOrder(base, bytes, at, (left & 1) == 1)) {
                return false;
            }
            if (left > 0) {
                return true;
            }
            depth--;
        }
        return true;
    }

    private boolean inOrder(int base, byte[] bytes, int at, boolean key) {
        int from = frames[base + KEY_FROM];
        if (!key) {
            frames[base + KEY_FROM] = at;
            return true;
        }
        int lastFrom = frames[base + LAST_FROM];
        int lastTo = frames[base + LAST_TO];
        frames[base + LAST_FROM] = from;
        frames[base + LAST_TO] = at;
        return lastTo == lastFrom || Arrays.compareUnsigned(bytes, lastFrom, lastTo, bytes, from, at) < 0;
    }
}
