package torgau.station.words;

/// Whose word it is, as far as its letters say.
enum Language {
    ENGLISH,
    RUSSIAN,
    UKRAINIAN,
    RUSSIAN_OR_UKRAINIAN,
    NONE;

    private static final String RUSSIAN_ALONE = "ыэёъЫЭЁЪ";
    private static final String UKRAINIAN_ALONE = "іїєґІЇЄҐ";

    /// @param written the word with all its letters; `ё` and `ґ` can be seen in it alone
    /// @param folded the word in the letters that are compared
    static Language of(String written, String folded) {
        boolean latin = folded.codePoints().anyMatch(Letters::latin);
        boolean cyrillic = folded.codePoints().anyMatch(Letters::cyrillic);
        if (latin == cyrillic) {
            return NONE;
        }
        return latin ? ENGLISH : ofCyrillic(written + folded);
    }

    private static Language ofCyrillic(String word) {
        boolean russian = has(word, RUSSIAN_ALONE);
        boolean ukrainian = has(word, UKRAINIAN_ALONE);
        if (russian == ukrainian) {
            return RUSSIAN_OR_UKRAINIAN;
        }
        return russian ? RUSSIAN : UKRAINIAN;
    }

    private static boolean has(String word, String letters) {
        return word.chars().anyMatch(letter -> letters.indexOf(letter) >= 0);
    }
}
