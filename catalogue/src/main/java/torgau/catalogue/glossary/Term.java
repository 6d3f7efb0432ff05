package torgau.catalogue.glossary;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A term and its agreed words.
///
/// @param name by which the glossary knows it
/// @param words by language; each will do, the first is the usual one
/// @param note for whoever writes or translates
/// @param avoid words that are wrong for it, by language
public record Term(
        String name,
        SortedMap<String, List<String>> words,
        @Nullable String note,
        SortedMap<String, List<String>> avoid) {
    public Term {
        words = Collections.unmodifiableSortedMap(new TreeMap<>(words));
        avoid = Collections.unmodifiableSortedMap(new TreeMap<>(avoid));
    }

    /// The agreed words in a language; none if it has none there.
    public List<String> in(String language) {
        return words.getOrDefault(language, List.of());
    }

    /// Words in a language that are wrong for it.
    public List<String> avoidedIn(String language) {
        return avoid.getOrDefault(language, List.of());
    }
}
