package torgau.station.words;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.RussianStemmer;

/// The base forms of a word. Two words are forms of one if they have a base in common.
///
/// The letters say the language: Latin is English; `ы э ё ъ` are Russian alone, `і ї є ґ` Ukrainian alone; a Cyrillic
/// word with none of them has the bases of both. A base need not be a word (Snowball's are stems). A word of both
/// alphabets, of digits, or longer than [#LONGEST_LETTERS], is its own base.
public final class WordForms {
    /// Words are compared by their first letters, so many.
    public static final int LONGEST_LETTERS = 64;

    private static final int REMEMBERED = 1 << 15;

    private record Known(String word, Set<String> bases) {}

    private final AtomicReferenceArray<@Nullable Known> remembered = new AtomicReferenceArray<>(REMEMBERED);
    private final Ukrainian ukrainian = Ukrainian.dictionary();

    /// The base forms, ascending; at least one. The word may be written in any case and with any apostrophe.
    public Set<String> bases(String word) {
        int place = (word.hashCode() * 0x9E3779B9) >>> 17;
        @Nullable Known known = remembered.get(place);
        if (known != null && known.word.equals(word)) {
            return known.bases;
        }
        Set<String> found = found(word);
        if (word.length() <= LONGEST_LETTERS) {
            remembered.set(place, new Known(word, found));
        }
        return found;
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
