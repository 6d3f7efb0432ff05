package torgau.journal.cbor;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What counts as UTF-8: RFC 3629, shortest forms only, no surrogates, nothing above U+10FFFF.
final class Utf8 {
    private static final char REPLACEMENT = '\ufffd';

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

    /// The text as UTF-8; a surrogate without its partner has no encoding and is our own bug.
    static byte[] encoded(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        boolean faithful = encoded.length == text.length()
                ? new String(encoded, StandardCharsets.ISO_8859_1).equals(text)
                : paired(text);
        if (!faithful) {
            throw new IllegalArgumentException("text has a lone surrogate");
        }
        return encoded;
    }

    private static boolean paired(String text) {
        boolean high = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLowSurrogate(c) != high) {
                return false;
            }
            high = Character.isHighSurrogate(c);
        }
        return !high;
    }

    /// The text that `length` bytes from `at` are, if they are UTF-8: the decoder puts U+FFFD for what is not,
    /// so only a text that has one is looked at again.
    static Optional<String> decoded(byte[] bytes, int at, int length) {
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        boolean valid = text.indexOf(REPLACEMENT) < 0 || firstFault(bytes, at, at + length) == at + length;
        return valid ? Optional.of(text) : Optional.empty();
    }
}
