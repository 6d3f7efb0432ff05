package torgau.station.words;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.RussianStemmer;

/// The base forms of a word. Two words are forms of one if they have a base in common.
///
/// The letters say the language: Latin is English; `ы э ё ъ` are Russian alone, `і ї є ґ` Ukrainian
/// alone; a Cyrillic word with none of them has the bases of both. A base need not be a word (Snowball's
/// are stems). A word of both alphabets, of digits, or longer than [#LONGEST_LETTERS], is its own base.
public final class WordForms {
    /// Words are compared by their first letters, so many.
    public static final int LONGEST_LETTERS = 64;

    private static final int REMEMBERED_BITS = 15;

    private final Remembered<Set<String>> remembered = new Remembered<>(REMEMBERED_BITS, LONGEST_LETTERS);
    private final Ukrainian ukrainian = Ukrainian.dictionary();

    /// The base forms, ascending; at least one. The word may be written in any case and with any
    /// apostrophe.
    public Set<String> bases(String word) {
        return remembered.of(word, this::found);
    }

    private Set<String> found(String word) {
        String folded = Letters.folded(word);
        if (folded.codePointCount(0, folded.length()) > LONGEST_LETTERS) {
            return Set.of(folded.substring(0, folded.offsetByCodePoints(0, LONGEST_LETTERS)));
        }
        return switch (Language.of(word, folded)) {
            case NONE -> Set.of(folded);
            case ENGLISH -> Set.of(stem(new EnglishStemmer(), folded));
            case RUSSIAN -> Set.of(stem(new RussianStemmer(), folded));
            case UKRAINIAN -> ukrainian.bases(folded);
            case RUSSIAN_OR_UKRAINIAN -> both(folded);
        };
    }

    private Set<String> both(String folded) {
        var both = new TreeSet<>(ukrainian.bases(folded));
        both.add(stem(new RussianStemmer(), folded));
        return Collections.unmodifiableSet(both);
    }

    private static String stem(SnowballStemmer stemmer, String folded) {
        stemmer.setCurrent(folded);
        stemmer.stem();
        String stem = stemmer.getCurrent();
        return stem.isEmpty() ? folded : stem;
    }
}
