package torgau.station.words;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What a word may have been meant as: typed on the keyboard of another language, or with letters of the
/// other alphabet that look the same.
public final class Slips {
    private static final String LATIN_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`{}:\"<>~\\|";
    private static final String RUSSIAN_KEYS = "йцукенгшщзхъфывапролджэячсмитьбюёхъжэбюё\\/";
    private static final String UKRAINIAN_KEYS = "йцукенгшщзхїфівапролджєячсмитьбю'хїжєбю'гг";
    private static final String RUSSIAN_LETTERS = "ыэъё";
    private static final String UKRAINIAN_LETTERS = "ієї'";
    private static final String LATIN_ALIKE = "abcehikmoptxy";
    private static final String CYRILLIC_ALIKE = "авсенікмортху";

    private final boolean ukrainianFirst;

    /// @param ukrainianFirst whether Ukrainian is likelier meant than Russian where both could be
    public Slips(boolean ukrainianFirst) {
        this.ukrainianFirst = ukrainianFirst;
    }

    /// What may have been meant, the likeliest first, without what was typed.
    ///
    /// @param typed one run of characters without blanks, in lower case
    public List<String> meant(String typed) {
        var meant = new LinkedHashSet<String>();
        alike(meant, typed, LATIN_ALIKE, CYRILLIC_ALIKE);
        alike(meant, typed, CYRILLIC_ALIKE, LATIN_ALIKE);
        String bare = typed.replaceAll("^\\P{L}+|\\P{L}+$", "");
        layouts(meant, typed);
        layouts(meant, bare);
        meant.remove(typed);
        return List.copyOf(meant);
    }

    private void layouts(Set<String> meant, String typed) {
        boolean latin = typed.codePoints().anyMatch(Letters::latin);
        boolean cyrillic = typed.codePoints().anyMatch(Letters::cyrillic);
        List<String> keys =
                ukrainianFirst ? List.of(UKRAINIAN_KEYS, RUSSIAN_KEYS) : List.of(RUSSIAN_KEYS, UKRAINIAN_KEYS);
        for (String cyrillicKeys : keys) {
            if (latin && !cyrillic) {
                meant.add(mapped(typed, LATIN_KEYS, cyrillicKeys));
            } else if (cyrillic && !latin) {
                meant.add(mapped(typed, cyrillicKeys, LATIN_KEYS));
            }
        }
        if (cyrillic && !latin) {
            meant.add(mapped(typed, RUSSIAN_LETTERS, UKRAINIAN_LETTERS));
            meant.add(mapped(typed, UKRAINIAN_LETTERS, RUSSIAN_LETTERS));
        }
    }

    /// Only a word that is all of one alphabet afterwards.
    private static void alike(Set<String> meant, String typed, String from, String to) {
        String all = mapped(typed, from, to);
        boolean latin = all.codePoints().anyMatch(Letters::latin);
        boolean cyrillic = all.codePoints().anyMatch(Letters::cyrillic);
        if (latin != cyrillic) {
            meant.add(all);
        }
    }

    /// A word of both alphabets as one of each, where its letters allow that; itself if it is of one.
    public static Set<String> unmixed(String word) {
        if (!Letters.mixed(word)) {
            return Set.of(word);
        }
        var unmixed = new LinkedHashSet<String>();
        alike(unmixed, word, LATIN_ALIKE, CYRILLIC_ALIKE);
        alike(unmixed, word, CYRILLIC_ALIKE, LATIN_ALIKE);
        return unmixed.isEmpty() ? Set.of(word) : unmixed;
    }

    private static String mapped(String typed, String from, String to) {
        return typed.chars()
                .map(letter -> from.indexOf(letter) < 0 ? letter : to.charAt(from.indexOf(letter)))
                .mapToObj(letter -> String.valueOf((char) letter))
                .collect(Collectors.joining());
    }
}
