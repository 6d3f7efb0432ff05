package torgau.catalogue;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// One text in every language of the catalogue, by language tag.
public record Words(NavigableMap<String, String> byLanguage) {
    public Words {
        byLanguage = new TreeMap<>(byLanguage);
    }

    public static Words of(Map<String, String> byLanguage) {
        return new Words(new TreeMap<>(byLanguage));
    }

    /// The text in a language; a catalogue that was checked has it in each of its own.
    public Optional<String> in(String language) {
        return Optional.ofNullable(byLanguage.get(language));
    }
}
