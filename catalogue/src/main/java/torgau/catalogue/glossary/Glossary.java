package torgau.catalogue.glossary;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The words that the parties agreed on.
///
/// @param never words that are wrong everywhere, by language
public record Glossary(List<Term> terms, SortedMap<String, List<String>> never) {
    /// A glossary without a word.
    public static final Glossary NONE = new Glossary(List.of(), new TreeMap<>());

    public Glossary {
        terms = List.copyOf(terms);
        never = Collections.unmodifiableSortedMap(new TreeMap<>(never));
    }
}
