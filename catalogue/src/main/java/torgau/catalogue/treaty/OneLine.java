package torgau.catalogue.treaty;

import java.text.Normalizer;
import java.util.Arrays;

/// A text as one line: every run of blanks and line ends is one blank, and marks without width are gone.
final class OneLine {
    private static final int LINE_FEED = 10;

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder keys = new StringBuilder();
    /// The line that each place came from.
    private int[] lines = new int[0];
    /// Where in the keys of all words that of a place begins.
    private int[] keyAt = new int[0];
    /// Behind which place each letter of the keys stands.
    private int[] placeOf = new int[0];

    private OneLine() {}

    static OneLine of(String typed) {
        var whole = new OneLine();
        String breaks = typed.replace("\r\n", "\n").replace('\r', '\n');
        whole.flatten(Normalizer.normalize(breaks, Normalizer.Form.NFC));
        whole.keys();
        return whole;
    }

    private void flatten(String typed) {
        lines = new int[typed.length() + 1];
        int line = 1;
        boolean joined = false;
        for (int at = 0; at < typed.length(); at++) {
            char each = typed.charAt(at);
            if (Blanks.nothing(each)) {
                joined |= each == Blanks.SOFT_HYPHEN;
            } else if (!Blanks.blank(each)) {
                joined = false;
                add(each, line);
            } else if (!joined && !text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
                add(' ', line);
            }
            line += each == LINE_FEED ? 1 : 0;
        }
        add(' ', line);
    }

    private void add(char character, int line) {
        lines[text.length()] = line;
        text.append(character);
    }

    private void keys() {
        keyAt = new int[text.length() + 1];
        placeOf = new int[text.length() + 1];
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            int next = at + Character.charCount(character);
            int from = keys.length();
            Arrays.fill(keyAt, at, next, from);
            Keys.add(keys, character);
            if (keys.length() > placeOf.length) {
                placeOf = Arrays.copyOf(placeOf, 2 * keys.length());
            }
            Arrays.fill(placeOf, from, keys.length(), next);
            at = next;
        }
        keyAt[text.length()] = keys.length();
    }

    String text() {
        return text.toString();
    }

    int line(int place) {
        return lines[Math.min(place, text.length() - 1)];
    }

    /// The place behind whole words with this key that begin at a place; -1 if they do not.
    int behind(int place, String key) {
        int begin = keyAt[place];
        int last = begin + key.length();
        if (last > keys.length() || !key.contentEquals(keys.subSequence(begin, last))) {
            return -1;
        }
        int end = placeOf[last - 1];
        boolean split = last < keys.length() && placeOf[last] == end;
        boolean goesOn = end < text.length() && Character.isLetterOrDigit(text.codePointAt(end));
        return split || goesOn ? -1 : end;
    }
}
