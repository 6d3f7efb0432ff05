package torgau.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/// The table of short signals.
///
/// @param defaults what an entry of any of them has unless its author says otherwise
/// @param sources each model after which signals were made, in words
/// @param codes lists that their parameters use
/// @param byCode in the order of the table
public record Signals(
        int edition,
        Format.Defaults defaults,
        Words title,
        Map<String, Words> sources,
        Map<String, CodeList> codes,
        SequencedMap<String, Signal> byCode) {
    public Signals {
        sources = new TreeMap<>(sources);
        codes = new TreeMap<>(codes);
        byCode = new LinkedHashMap<>(byCode);
    }

    public Optional<Signal> signal(String code) {
        return Optional.ofNullable(((Map<String, Signal>) byCode).get(code));
    }

    /// The signal whose keys were pressed.
    public Optional<Signal> pressed(String keys) {
        return byCode.values().stream()
                .filter(signal -> signal.keys().equals(keys))
                .findFirst();
    }
}
