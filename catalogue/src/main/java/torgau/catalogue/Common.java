package torgau.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/// What all procedures of a catalogue share.
///
/// @param languages of the catalogue, each text in each
/// @param bases each basis that may be named, in words
/// @param formats that a procedure may include
/// @param codes lists that any procedure may use
/// @param phrases sentences of no one format: the receipt, the clause on names …
/// @param letters of each precedence, the same in every language
/// @param labels the words of the house by group: classes, precedences, units, the lines of the numbered text …
public record Common(
        List<String> languages,
        Map<String, Words> bases,
        SequencedMap<String, Format> formats,
        Map<String, CodeList> codes,
        Map<String, Words> phrases,
        Map<String, String> letters,
        Map<String, Map<String, Words>> labels) {
    public Common {
        languages = List.copyOf(languages);
        bases = new TreeMap<>(bases);
        formats = new LinkedHashMap<>(formats);
        codes = new TreeMap<>(codes);
        phrases = new TreeMap<>(phrases);
        letters = new TreeMap<>(letters);
        labels = new TreeMap<>(labels);
    }

    public Optional<Words> phrase(String name) {
        return Optional.ofNullable(phrases.get(name));
    }

    public Optional<Words> label(String group, String name) {
        return Optional.ofNullable(
                labels.getOrDefault(group, Collections.emptyMap()).get(name));
    }
}
