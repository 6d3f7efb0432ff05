package torgau.catalogue.glossary;

import java.text.Normalizer;
import java.util.Locale;

/// Names with figures in them, made comparable over alphabets: `Су-27` and `Su-27`, `Т-72` in either.
final class Codes {
    private static final String CYRILLIC = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯІЇЄҐ";
    private static final String[] LATIN = {
        "A", "B", "V", "G", "D", "E", "E", "ZH", "Z", "I", "Y", "K", "L", "M", "N", "O", "P", "R", "S", "T", "U", "F",
        "KH", "TS", "CH", "SH", "SHCH", "", "Y", "", "E", "YU", "YA", "I", "YI", "YE", "G"
    };

    private Codes() {}

    /// In capital Latin letters, without blanks.
    static String value(String written) {
        var value = new StringBuilder();
        Normalizer.normalize(written, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .chars()
                .forEach(c -> {
                    int at = CYRILLIC.indexOf(c);
                    if (at >= 0) {
                        value.append(LATIN[at]);
                    } else if (!Character.isWhitespace(c)) {
                        value.append((char) c);
                    }
                });
        return value.toString();
    }
}
