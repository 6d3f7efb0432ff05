package torgau.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Values that a field may have, each with its words, in the order in which an officer sees them.
public record CodeList(String name, SequencedMap<String, Words> items) {
    public CodeList {
        items = new LinkedHashMap<>(items);
    }

    public Optional<Words> item(String code) {
        return Optional.ofNullable(((Map<String, Words>) items).get(code));
    }
}
