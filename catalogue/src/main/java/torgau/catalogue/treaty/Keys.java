package torgau.catalogue.treaty;

import java.text.Normalizer;
import java.util.Locale;

/// What is left of words when case, blanks and punctuation are not looked at: letters and digits, as
/// capitals.
public final class Keys {
    private Keys() {}

    /// Two texts with one key cannot be told apart once they were typed by hand.
    public static String of(String words) {
        var key = new StringBuilder();
        Normalizer.normalize(words, Normalizer.Form.NFC).codePoints().forEach(each -> add(key, each));
        return key.toString();
    }

    /// Adds what is left of one character: nothing, itself as a capital, or two letters for one that
    /// stands for two.
    static void add(StringBuilder key, int character) {
        if (Character.isLetterOrDigit(character)) {
            boolean one = character < 0x80 || (0x400 <= character && character < 0x500);
            if (one) {
                key.append((char) Character.toUpperCase(character));
            } else {
                key.append(Character.toString(character).toUpperCase(Locale.ROOT));
            }
        }
    }
}
