package torgau.catalogue.letters;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Languages whose Cyrillic letters are put into Latin ones here.
public enum Tongue {
    RUSSIAN("абвгдеёжзийклмнопрстуфхцчшщъыьэюя"),
    UKRAINIAN("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя");

    private final String letters;

    Tongue(String letters) {
        this.letters = letters;
    }

    /// Whether a lower-case letter is one of its alphabet.
    boolean has(int letter) {
        return letters.indexOf(letter) >= 0;
    }

    /// Those in which a name can be written; both if it has only letters that both have.
    public static List<Tongue> of(String name) {
        return Arrays.stream(values())
                .filter(tongue -> Letters.composed(name)
                        .toLowerCase(Locale.ROOT)
                        .codePoints()
                        .filter(Character::isLetter)
                        .allMatch(tongue::has))
                .toList();
    }
}
