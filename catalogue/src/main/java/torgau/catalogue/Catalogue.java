package torgau.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// The procedures that a line has agreed on.
///
/// @param procedures those that have files, by code
/// @param signalling the short signals as a procedure of their own
public record Catalogue(
        Common common, NavigableMap<String, Procedure> procedures, Signals signals, Optional<Procedure> signalling) {
    public Catalogue {
        procedures = new TreeMap<>(procedures);
    }

    public Catalogue(Common common, NavigableMap<String, Procedure> procedures, Signals signals) {
        this(common, procedures, signals, Signalling.of(signals, common.languages()));
    }

    /// A procedure, or the short signals by [Signalling#CODE].
    public Optional<Procedure> procedure(String code) {
        return Optional.ofNullable(((Map<String, Procedure>) procedures).get(code))
                .or(() -> signalling.filter(_ -> code.equals(Signalling.CODE)));
    }

    /// Every procedure by which something can be filed, the short signals last.
    public List<Procedure> all() {
        var all = new ArrayList<>(procedures.values());
        signalling.ifPresent(all::add);
        return all;
    }
}
