package torgau.catalogue.value;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What was written for a field, before anybody knows whether it is right: the same whether it came from
/// a file, from another program, or from the keys of an officer.
public sealed interface Raw {
    record Word(String text) implements Raw {}

    record Several(List<Raw> items) implements Raw {
        public Several {
            items = List.copyOf(items);
        }
    }

    record Pairs(SequencedMap<String, Raw> values) implements Raw {
        public Pairs {
            values = new LinkedHashMap<>(values);
        }
    }
}
