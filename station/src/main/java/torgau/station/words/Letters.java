package torgau.station.words;

import java.text.Normalizer;
import java.util.Locale;

/// Letters as they are compared: lower case, compatibility forms made plain (NFKC), stress and other
/// marks away, `ё` as `е`, `ґ` as `г`, each apostrophe as `'`, and nothing that cannot be seen. `й` and
/// `ї` stay letters of their own.
public final class Letters {
    private static final char BREVE = '\u0306';
    private static final char DIAERESIS = '\u0308';

    private Letters() {}

    /// The text in the letters that are compared. It may be shorter or longer than what was written.
    public static String folded(String text) {
        return plain(text) ? text.toLowerCase(Locale.ROOT) : slowly(text);
    }

    private static boolean plain(String text) {
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if ((letter >= 0x80 && (letter < 'А' || letter > 'я')) || letter == '`') {
                return false;
            }
        }
        return true;
    }

    private static String slowly(String text) {
        String apart = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        var kept = new StringBuilder(apart.length());
        apart.toLowerCase(Locale.ROOT).codePoints().forEach(letter -> keep(kept, letter));
        return Normalizer.normalize(kept, Normalizer.Form.NFC);
    }

    private static void keep(StringBuilder kept, int letter) {
        switch (letter) {
            case '’', 'ʼ', '‘', '`', '´', 'ʹ', '＇', '′' -> kept.append('\'');
            case 'ґ' -> kept.append('г');
            case 'ё' -> kept.append('е');
            case BREVE -> mark(kept, 'и', BREVE);
            case DIAERESIS -> mark(kept, 'і', DIAERESIS);
            default -> {
                if (!mark(letter) && Character.getType(letter) != Character.FORMAT) {
                    kept.appendCodePoint(letter);
                }
            }
        }
    }

    /// Keeps the mark only on the one letter of which it makes another.
    private static void mark(StringBuilder kept, char of, char mark) {
        if (!kept.isEmpty() && kept.charAt(kept.length() - 1) == of) {
            kept.append(mark);
        }
    }

    private static boolean mark(int letter) {
        return switch (Character.getType(letter)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    /// Whether it is a letter of the Cyrillic alphabet.
    public static boolean cyrillic(int letter) {
        return letter >= 0x400 && Character.UnicodeScript.of(letter) == Character.UnicodeScript.CYRILLIC;
    }

    /// Whether it is a letter of the Latin alphabet.
    public static boolean latin(int letter) {
        return letter < 0x80
                ? Character.isLetter(letter)
                : Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN;
    }

    /// Whether there are letters of both alphabets.
    public static boolean mixed(String word) {
        boolean latin = false;
        boolean cyrillic = false;
        for (int at = 0; at < word.length(); at++) {
            latin |= latin(word.charAt(at));
            cyrillic |= cyrillic(word.charAt(at));
        }
        return latin && cyrillic;
    }
}
