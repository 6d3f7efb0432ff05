package torgau.journal.cbor;

import java.util.Arrays;
import java.util.Objects;
import torgau.journal.Code;

/// Reads deterministic CBOR item by item and refuses everything else with a [CborFault].
///
/// The caller says what it expects and how long it may be; lengths and counts are held against what is left of the
/// input before memory is taken. Keys of each map must ascend strictly by their encoded bytes, whether the caller reads
/// the pairs itself or takes whole items. A reader that has thrown is of no further use.
public final class CborReader {
    /// Arrays, maps and tags that may be open within one another.
    public static final int MAX_DEPTH = Nesting.MAX_DEPTH;

    private final Nesting nesting = new Nesting();
    private final byte[] in;
    private final int start;
    private final int limit;
    private int at;

    public CborReader(byte[] in) {
        this(in, 0, in.length);
    }

    /// Reads the `len` bytes of `in` from `off`; they are not copied and must not change meanwhile.
    public CborReader(byte[] in, int off, int len) {
        this.in = in;
        this.start = off;
        this.limit = Objects.checkFromIndexSize(off, len, in.length) + len;
        this.at = off;
    }

    /// Opens an array and answers how many items it has; at most one for each byte that is left.
    public int array() {
        int items = count(Major.ARRAY, 1);
        openList(items);
        return items;
    }

    /// Opens an array that must have exactly `expected` items.
    public void array(int expected) {
        int from = at;
        int items = array();
        if (items != expected) {
            throw fault(Code.MALFORMED, "array of " + items + " items where " + expected + " are due", from);
        }
    }

    /// Opens a map and answers how many pairs it has.
    public int map() {
        int pairs = count(Major.MAP, 2);
        openMap(pairs);
        return pairs;
    }

    /// Opens a tag, whose content is the next item, and answers its number.
    public long tag() {
        int from = at;
        long tag = argument(head(Major.TAG));
        openTag(tag, from);
        return tag;
    }

    /// Any integer of 64 bits with sign.
    public long integer() {
        int from = at;
        int first = peek();
        int major = first >>> 5;
        if (major > Major.NEGATIVE) {
            throw mismatch("an integer", from);
        }
        at++;
        long value = integer(major, argument(first), from);
        completed(from);
        return value;
    }

    /// An integer from 0 to `max`, both included.
    public long unsigned(long max) {
        int from = at;
        long value = integer();
        if (value < 0) {
            throw fault(Code.MALFORMED, value + " where no negative number can be", from);
        }
        if (value > max) {
            throw fault(Code.OVER_LIMIT, value + " is above " + max, from);
        }
        return value;
    }

    /// A byte string of at most `maxLength` bytes.
    public byte[] bytes(int maxLength) {
        int from = at;
        int length = length(Major.BYTES, maxLength);
        byte[] value = Arrays.copyOfRange(in, at, at + length);
        at += length;
        completed(from);
        return value;
    }

    /// A byte string of exactly `n` bytes.
    public byte[] bytesExactly(int n) {
        int from = at;
        byte[] value = bytes(n);
        if (value.length != n) {
            throw fault(Code.MALFORMED, "byte string of " + value.length + " where " + n + " are due", from);
        }
        return value;
    }

    /// A text of at most `maxBytes` bytes of UTF-8.
    public String text(int maxBytes) {
        int from = at;
        int length = length(Major.TEXT, maxBytes);
        int begin = at;
        String value = Utf8.decoded(in, begin, length).orElseThrow(() -> notUtf8(begin, length));
        at += length;
        completed(from);
        return value;
    }

    public boolean bool() {
        int first = peek();
        if (first != Major.TRUE && first != Major.FALSE) {
            throw mismatch("true or false", at);
        }
        at++;
        completed(at - 1);
        return first == Major.TRUE;
    }

    /// Whether the next item is null; false at the end of the input. Reads nothing.
    public boolean nextIsNull() {
        return at < limit && (in[at] & 0xff) == Major.NULL;
    }

    public void nil() {
        if (peek() != Major.NULL) {
            throw mismatch("null", at);
        }
        at++;
        completed(at - 1);
    }

    /// The next item whole, as its encoded bytes, with all that is in it checked.
    public byte[] item() {
        int from = at;
        skip();
        return Arrays.copyOfRange(in, from, at);
    }

    /// Passes over the next item whole, with all that is in it checked.
    public void skip() {
        int depth = nesting.depth();
        do {
            step();
        } while (nesting.depth() > depth);
    }

    /// Where the next item begins, counted from the first byte given to this reader.
    public int offset() {
        return at - start;
    }

    /// Whether all of the input has been read.
    public boolean atEnd() {
        return at == limit;
    }

    /// Insists that all of the input has been read.
    public void end() {
        if (at != limit) {
            throw fault(Code.MALFORMED, (limit - at) + " bytes too many", at);
        }
        if (nesting.depth() != 0) {
            throw truncated(at);
        }
    }

    /// The major type of the next item (RFC 8949 §3.1).
    int nextMajor() {
        return peek() >>> 5;
    }

    private void step() {
        int from = at;
        int first = peek();
        int major = first >>> 5;
        switch (major) {
            case Major.UNSIGNED, Major.NEGATIVE -> integer();
            case Major.BYTES -> {
                int length = length(Major.BYTES, Integer.MAX_VALUE);
                at += length;
                completed(from);
            }
            case Major.TEXT -> {
                int length = length(Major.TEXT, Integer.MAX_VALUE);
                checkUtf8(length);
                at += length;
                completed(from);
            }
            case Major.ARRAY -> array();
            case Major.MAP -> map();
            case Major.TAG -> tag();
            default -> simple(first, from);
        }
    }

    private void simple(int first, int from) {
        if (first < Major.FALSE || first > Major.NULL) {
            throw mismatch("a value of the profile", from);
        }
        at++;
        completed(from);
    }

    private void openList(int items) {
        if (items == 0) {
            completed(at);
        } else {
            nesting.openList(items);
        }
    }

    private void openMap(int pairs) {
        if (pairs == 0) {
            completed(at);
        } else {
            nesting.openMap(pairs, at);
        }
    }

    private void openTag(long tag, int from) {
        if (tag < 0) {
            throw fault(Code.OVER_LIMIT, "tag " + Long.toUnsignedString(tag) + " is above 63 bits", from);
        }
        if (Major.secondEncoding(tag)) {
            throw fault(Code.NON_CANONICAL, "tag " + tag + ", a second encoding of an integer,", from);
        }
        roomToNest(from);
        nesting.openList(1);
    }

    private int count(int major, int bytesEach) {
        int from = at;
        long count = argument(head(major));
        roomToNest(from);
        if (count < 0 || count > (limit - at) / bytesEach) {
            throw fault(
                    Code.MALFORMED,
                    Major.name(major) + " of " + Long.toUnsignedString(count) + " with " + (limit - at) + " bytes left",
                    from);
        }
        return (int) count;
    }

    private int length(int major, int max) {
        int from = at;
        long length = argument(head(major));
        if (length < 0 || length > max) {
            throw fault(
                    Code.OVER_LIMIT,
                    Major.name(major) + " of " + Long.toUnsignedString(length) + " bytes, above " + max + ",",
                    from);
        }
        if (length > limit - at) {
            throw truncated(from);
        }
        return (int) length;
    }

    private long integer(int major, long argument, int from) {
        if (argument < 0) {
            throw fault(Code.OVER_LIMIT, "an integer beyond 64 bits with sign", from);
        }
        return major == Major.UNSIGNED ? argument : ~argument;
    }

    private int head(int major) {
        int first = peek();
        if (first >>> 5 != major) {
            throw mismatch(Major.name(major), at);
        }
        at++;
        return first;
    }

    private int peek() {
        if (at >= limit) {
            throw truncated(at);
        }
        return in[at] & 0xff;
    }

    /// The argument that follows `first`, as 64 bits without sign; refused unless in its shortest form.
    private long argument(int first) {
        int info = first & 0x1f;
        if (info < 24) {
            return info;
        }
        if (info > 27) {
            throw info == 31
                    ? fault(Code.NON_CANONICAL, "indefinite length", at - 1)
                    : fault(Code.MALFORMED, "reserved first byte 0x" + Integer.toHexString(first), at - 1);
        }
        int width = 1 << (info - 24);
        if (width > limit - at) {
            throw truncated(at - 1);
        }
        long value = 0;
        for (int i = 0; i < width; i++) {
            value = (value << 8) | (in[at + i] & 0xff);
        }
        if (width == 1 ? value < 24 : value >>> (4 * width) == 0) {
            throw fault(Code.NON_CANONICAL, "argument " + value + " in " + width + " bytes", at - 1);
        }
        at += width;
        return value;
    }

    private void checkUtf8(int length) {
        if (Utf8.firstFault(in, at, at + length) != at + length) {
            throw notUtf8(at, length);
        }
    }

    private CborFault notUtf8(int begin, int length) {
        return fault(Code.MALFORMED, "text that is not UTF-8", Utf8.firstFault(in, begin, begin + length));
    }

    private void roomToNest(int from) {
        if (nesting.full()) {
            throw fault(Code.OVER_LIMIT, "nested deeper than " + MAX_DEPTH, from);
        }
    }

    private void completed(int from) {
        if (!nesting.completed(in, at)) {
            throw fault(Code.NON_CANONICAL, "map key equal to or below the one before,", from);
        }
    }

    private CborFault truncated(int from) {
        return fault(Code.MALFORMED, "truncated item", from);
    }

    private CborFault mismatch(String due, int from) {
        String found = at < limit ? Major.name((in[at] & 0xff) >>> 5) : "the end";
        return fault(Code.MALFORMED, found + " where " + due + " is due", from);
    }

    private CborFault fault(Code code, String detail, int from) {
        return new CborFault(code, detail, from - start);
    }
}
