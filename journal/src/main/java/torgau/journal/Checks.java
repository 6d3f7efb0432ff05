package torgau.journal;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// What the records of this room check about themselves. A fault is an `IllegalArgumentException` that
/// names the value.
public final class Checks {
    private Checks() {}

    public static void language(String tag) {
        bytes("language", tag, 2, Limits.LANGUAGE_BYTES);
        if (!tag.chars().allMatch(c -> c == '-' || (c < 128 && Character.isLetterOrDigit(c)))) {
            throw new IllegalArgumentException("language is not a BCP 47 tag: " + tag);
        }
    }

    /// The code of a procedure or a format: a capital letter, then capital letters and digits, at most 8
    /// in all.
    static void code(String what, String code) {
        bytes(what, code, 1, Limits.CODE_BYTES);
        boolean plain = code.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
        if (!plain || code.charAt(0) <= '9') {
            throw new IllegalArgumentException(what + " is not a code: " + code);
        }
    }

    public static void name(String what, String value) {
        bytes(what, value, 1, Limits.NAME_BYTES);
    }

    public static void nameOrEmpty(String what, String value) {
        bytes(what, value, 0, Limits.NAME_BYTES);
    }

    public static void bytes(String what, String value, int min, int max) {
        int length = value.length() > max ? value.length() : value.getBytes(StandardCharsets.UTF_8).length;
        within(what + " in bytes", length, min, max);
    }

    public static void within(String what, long value, long min, long max) {
        if (value < min || value > max) {
            throw new OverLimit(what + " is " + value + ", allowed are " + min + " to " + max);
        }
    }

    public static void length(String what, byte[] value, int expected) {
        if (value.length != expected) {
            throw new IllegalArgumentException(what + " has " + value.length + " bytes, needed are " + expected);
        }
    }

    public static <T extends Comparable<T>> void ascending(String what, List<T> items) {
        for (int i = 1; i < items.size(); i++) {
            if (items.get(i - 1).compareTo(items.get(i)) >= 0) {
                throw new IllegalArgumentException(what + " must ascend without repetition, at item " + i);
            }
        }
    }

    /// A value beyond a limit of `Limits`.
    public static final class OverLimit extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        OverLimit(String message) {
            super(message);
        }
    }
}
