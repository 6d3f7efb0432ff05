package torgau.catalogue;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// The procedures that a line has agreed on.
public record Catalogue(Common common, NavigableMap<String, Procedure> procedures, Signals signals) {
    public Catalogue {
        procedures = new TreeMap<>(procedures);
    }

    public Optional<Procedure> procedure(String code) {
        return Optional.ofNullable(((Map<String, Procedure>) procedures).get(code));
    }
}
