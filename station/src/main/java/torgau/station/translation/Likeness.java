package torgau.station.translation;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/// A sentence made ready for being compared with others: without case, accents of writing and blanks.
final class Likeness {
    /// Sentences longer than this are only found if they are the same.
    private static final int LONGEST = 500;

    private final String text;
    private final int[] letters;

    private Likeness(String text) {
        this.text = text;
        this.letters = text.codePoints().sorted().toArray();
    }

    static Likeness of(String sentence) {
        String plain = Normalizer.normalize(sentence, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return new Likeness(plain.replaceAll("\\s+", " ").strip());
    }

    /// What the ratio cannot exceed, quickly: by length and by the letters that both have.
    double bound(Likeness other) {
        if (text.equals(other.text)) {
            return 1;
        }
        int most = Math.max(letters.length, other.letters.length);
        int least = Math.min(letters.length, other.letters.length);
        return most > LONGEST || least < most / 2 ? 0 : (double) shared(other) / most;
    }

    private int shared(Likeness other) {
        int shared = 0;
        int at = 0;
        for (int letter : letters) {
            while (at < other.letters.length && other.letters[at] < letter) {
                at++;
            }
            if (at < other.letters.length && other.letters[at] == letter) {
                shared++;
                at++;
            }
        }
        return shared;
    }

    /// From 0 to 1: how much of the longer of both stays if one is turned into the other letter by
    /// letter.
    double ratio(Likeness other) {
        if (text.equals(other.text)) {
            return 1;
        }
        int most = Math.max(letters.length, other.letters.length);
        return most == 0
                ? 1
                : 1
                        - (double) distance(
                                        text.codePoints().toArray(),
                                        other.text.codePoints().toArray())
                                / most;
    }

    /// Levenshtein's.
    private static int distance(int[] one, int[] other) {
        int[] row = new int[other.length + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= one.length; i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length; j++) {
                int changed = corner + (one[i - 1] == other[j - 1] ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length];
    }
}
