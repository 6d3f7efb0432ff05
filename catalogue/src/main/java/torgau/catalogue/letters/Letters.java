package torgau.catalogue.letters;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Whether a name is written in an alphabet that a reader of the line can know, each word in one.
public final class Letters {
    private Letters() {}

    /// What is wrong with a name: the word that has letters of no known alphabet or of two, or anything
    /// that cannot be seen.
    ///
    /// @param latinOnly whether Latin letters alone are asked for
    public static Optional<String> unknown(String name, boolean latinOnly) {
        return words(name).stream()
                .filter(word -> !(latin(word) || (!latinOnly && !Tongue.of(word).isEmpty())) || unseen(word))
                .findFirst();
    }

    /// Whether a name has Latin letters alone.
    public static boolean latin(String name) {
        return composed(name)
                .codePoints()
                .filter(Character::isLetter)
                .allMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN);
    }

    /// The words of a name; a hyphen joins two.
    static List<String> words(String name) {
        return Arrays.stream(composed(name).split("[ \\u00a0\\-\\u2010\\u2011]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /// Letters and digits of a name in capitals, without marks: what is compared of a Latin name.
    static String bare(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .toUpperCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    static String composed(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    /// Whether a word has what no reader sees: controls, joiners and marks that turn the direction.
    private static boolean unseen(String word) {
        return word.codePoints().anyMatch(point -> switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        });
    }
}
