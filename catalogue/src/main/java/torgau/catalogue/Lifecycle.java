package torgau.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/// The life of a matter: in which state which format may be filed, and into which state it leads. Nothing else moves
/// it.
///
/// @param start formats that open a matter, and the state that each leads to
/// @param states each state's formats and where they lead
/// @param labels each state in words
/// @param crossed of formats that crossed, the one named here prevails over those listed
public record Lifecycle(
        Map<String, String> start,
        SequencedMap<String, Map<String, String>> states,
        Map<String, Words> labels,
        Map<String, List<String>> crossed) {
    public Lifecycle {
        start = new TreeMap<>(start);
        var copy = new LinkedHashMap<String, Map<String, String>>();
        states.forEach((state, moves) -> copy.put(state, new TreeMap<>(moves)));
        states = copy;
        labels = new TreeMap<>(labels);
        crossed = new TreeMap<>(crossed);
    }

    /// Where a format leads from a state, if it may be filed there.
    public Optional<String> next(String state, String format) {
        return Optional.ofNullable(
                states.getOrDefault(state, Collections.emptyMap()).get(format));
    }

    /// Whether one of two formats that crossed prevails over the other.
    public boolean prevails(String format, String over) {
        return crossed.getOrDefault(format, List.of()).contains(over);
    }
}
