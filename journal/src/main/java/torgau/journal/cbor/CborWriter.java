package torgau.journal.cbor;

import java.util.Arrays;

/// Writes deterministic CBOR, item by item.
///
/// `array(n)`, `map(n)` and `tag(t)` are followed by their n, 2n or one items. What would not be one deterministic
/// encoding is our own bug and fails at once: keys out of order, a wrong count, a text that has no UTF-8.
public final class CborWriter {
    private final Nesting nesting = new Nesting();
    private byte[] out;
    private int at;

    public CborWriter() {
        this(512);
    }

    /// Room for `expectedSize` bytes is taken at once; more is taken as needed.
    public CborWriter(int expectedSize) {
        this.out = new byte[Math.max(16, expectedSize)];
    }

    /// Opens an array of the next `n` items.
    public CborWriter array(int n) {
        open(Major.ARRAY, n);
        if (n == 0) {
            return completed();
        }
        nesting.openList(n);
        return this;
    }

    /// Opens a map of the next `n` pairs, keys ascending by their encoded bytes.
    public CborWriter map(int n) {
        open(Major.MAP, n);
        if (n == 0) {
            return completed();
        }
        nesting.openMap(n, at);
        return this;
    }

    /// Tags the next item. Tags 0 to 5 (dates, bignums, fractions) are not in the profile.
    public CborWriter tag(long tag) {
        if (tag < 0 || Major.secondEncoding(tag)) {
            throw new IllegalArgumentException("tag " + tag + " is not in the profile");
        }
        open(Major.TAG, tag);
        nesting.openList(1);
        return this;
    }

    public CborWriter integer(long value) {
        if (value < 0) {
            head(Major.NEGATIVE, ~value);
        } else {
            head(Major.UNSIGNED, value);
        }
        return completed();
    }

    public CborWriter bytes(byte[] value) {
        return string(Major.BYTES, value);
    }

    public CborWriter text(String value) {
        return string(Major.TEXT, Utf8.encoded(value));
    }

    public CborWriter bool(boolean value) {
        return simple(value ? Major.TRUE : Major.FALSE);
    }

    public CborWriter nil() {
        return simple(Major.NULL);
    }

    /// Copies one item that is already encoded deterministically; trusted to be so, and not looked into.
    public CborWriter raw(byte[] oneEncodedItem) {
        if (oneEncodedItem.length == 0) {
            throw new IllegalArgumentException("an encoded item has at least one byte");
        }
        copy(oneEncodedItem);
        return completed();
    }

    /// All that was written, once every container has its items.
    public byte[] toByteArray() {
        if (nesting.depth() != 0) {
            throw new IllegalStateException(nesting.depth() + " containers still lack items");
        }
        return Arrays.copyOf(out, at);
    }

    private CborWriter string(int major, byte[] value) {
        head(major, value.length);
        copy(value);
        return completed();
    }

    private CborWriter simple(int firstByte) {
        room(1);
        out[at++] = (byte) firstByte;
        return completed();
    }

    private void open(int major, long argument) {
        if (argument < 0 || nesting.full()) {
            throw new IllegalArgumentException(
                    argument < 0 ? "count " + argument + " is negative" : "nested deeper than " + Nesting.MAX_DEPTH);
        }
        head(major, argument);
    }

    private CborWriter completed() {
        if (!nesting.completed(out, at)) {
            throw new IllegalStateException("map key written out of order or twice, ending at byte " + at);
        }
        return this;
    }

    private void copy(byte[] value) {
        room(value.length);
        System.arraycopy(value, 0, out, at, value.length);
        at += value.length;
    }

    private void head(int major, long argument) {
        room(9);
        int first = major << 5;
        if (argument < 24) {
            out[at++] = (byte) (first | (int) argument);
        } else if (argument < 0x100) {
            argument(first | 24, argument, 1);
        } else if (argument < 0x10000) {
            argument(first | 25, argument, 2);
        } else if (argument < 0x100000000L) {
            argument(first | 26, argument, 4);
        } else {
            argument(first | 27, argument, 8);
        }
    }

    private void argument(int firstByte, long argument, int width) {
        out[at++] = (byte) firstByte;
        for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) {
            out[at++] = (byte) (argument >>> shift);
        }
    }

    private void room(int more) {
        if (out.length - at < more) {
            out = Arrays.copyOf(out, Math.max(2 * out.length, Math.addExact(at, more)));
        }
    }
}
