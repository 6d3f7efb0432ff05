package torgau.link.pack;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/// Cyrillic letters in one byte each; any other byte from 0x80 on behind a mark. A zstd that counts bytes
/// sees letters again, which is worth a seventh of a Russian message.
///
///     0x00…0x7f  itself
///     0x80…0xbf  А…я (U+0410…U+044F)
///     0xc0…0xc9  Ё ё Є є І і Ї ї Ґ ґ
///     0xff b     the byte b, from 0x80 on
final class Letters {
    private static final int ASCII = 0x80;
    private static final int MARK = 0xff;
    private static final String KNOWN = alphabet();
    private static final byte[] CODES = codes();

    private Letters() {}

    private static String alphabet() {
        var letters = new StringBuilder();
        for (char letter = 'А'; letter <= 'я'; letter++) {
            letters.append(letter);
        }
        return letters.append("ЁёЄєІіЇїҐґ").toString();
    }

    /// By the eleven bits of a character of two bytes in UTF-8; 0 where it has no byte of its own.
    private static byte[] codes() {
        byte[] codes = new byte[1 << 11];
        for (int at = 0; at < KNOWN.length(); at++) {
            codes[KNOWN.charAt(at)] = (byte) (ASCII + at);
        }
        return codes;
    }

    /// At most twice as long.
    static byte[] shorten(byte[] bytes) {
        var out = new ByteArrayOutputStream(bytes.length);
        int at = 0;
        while (at < bytes.length) {
            int first = bytes[at] & 0xff;
            int letter = at + 1 < bytes.length ? letter(first, bytes[at + 1] & 0xff) : 0;
            if (letter != 0) {
                out.write(letter);
                at += 2;
            } else {
                if (first >= ASCII) {
                    out.write(MARK);
                }
                out.write(first);
                at++;
            }
        }
        return out.toByteArray();
    }

    private static int letter(int first, int second) {
        boolean two = (first >> 5) == 0b110 && (second >> 6) == 0b10;
        return two ? CODES[((first & 0x1f) << 6) | (second & 0x3f)] : 0;
    }

    /// What was shortened; empty if nothing is shortened so, or if it is longer than `most`.
    static Optional<byte[]> restore(byte[] bytes, int most) {
        byte[] out = new byte[most];
        int length = 0;
        for (int at = 0; at < bytes.length; at++) {
            int code = bytes[at] & 0xff;
            int index = code - ASCII;
            boolean letter = index >= 0 && index < KNOWN.length();
            boolean marked = code == MARK && at + 1 < bytes.length && bytes[at + 1] < 0;
            if ((index >= 0 && !letter && !marked) || length + (letter ? 2 : 1) > most) {
                return Optional.empty();
            }
            if (letter) {
                char character = KNOWN.charAt(index);
                out[length++] = (byte) (0xc0 | (character >> 6));
                out[length++] = (byte) (0x80 | (character & 0x3f));
            } else {
                at += marked ? 1 : 0;
                out[length++] = bytes[at];
            }
        }
        return Optional.of(Arrays.copyOf(out, length));
    }
}
