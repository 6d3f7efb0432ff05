package torgau.journal.cbor;

/// What counts as UTF-8: RFC 3629, shortest forms only, no surrogates, nothing above U+10FFFF.
final class Utf8 {
    private Utf8() {}

    /// The index of the first byte in `[from, to)` that does not continue valid UTF-8, or `to` if all is valid.
    static int firstFault(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            if (bytes[at] >= 0) {
                at++;
                continue;
            }
            int width = width(bytes, at, to);
            if (width == 0) {
                return at;
            }
            at += width;
        }
        return to;
    }

    /// The width of the well-formed sequence at `at` (2 to 4), or 0 if there is none.
    private static int width(byte[] bytes, int at, int to) {
        int first = bytes[at] & 0xff;
        int second = at + 1 < to ? bytes[at + 1] & 0xff : 0;
        if (first < 0xc2 || first > 0xf4 || second < lowestSecond(first) || second > highestSecond(first)) {
            return 0;
        }
        int width = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
        for (int i = 2; i < width; i++) {
            if (at + i >= to || (bytes[at + i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        return width;
    }

    private static int lowestSecond(int first) {
        return first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    }

    private static int highestSecond(int first) {
        return first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    }

    /// The index of the first surrogate without its partner, or -1: such a text has no UTF-8 encoding.
    static int loneSurrogate(String text) {
        boolean high = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLowSurrogate(c) != high) {
                return high ? i - 1 : i;
            }
            high = Character.isHighSurrogate(c);
        }
        return high ? text.length() - 1 : -1;
    }
}
