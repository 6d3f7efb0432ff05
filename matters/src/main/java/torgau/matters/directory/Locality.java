package torgau.matters.directory;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import torgau.catalogue.value.Value;
import torgau.matters.Reading;
import torgau.matters.Turn;

/// Where a matter is: what its newest format that says so gives, an area before a route, a route before
/// a position.
public final class Locality {
    private Locality() {}

    /// A position, a route or an area; empty if no format of the matter gives one.
    public static Optional<Value> of(Reading reading) {
        return reading.newest(reading.turns(), turn -> of(reading, turn));
    }

    private static Optional<Value> of(Reading reading, Turn turn) {
        var names = new LinkedHashSet<>(turn.given());
        reading.corrections(turn).stream().map(Reading::changed).forEach(names::addAll);
        return given(reading, turn, names, Value.Area.class)
                .or(() -> given(reading, turn, names, Value.Route.class))
                .or(() -> given(reading, turn, names, Value.Position.class));
    }

    private static Optional<Value> given(
            Reading reading, Turn turn, Collection<String> names, Class<? extends Value> kind) {
        return names.stream()
                .flatMap(name -> reading.value(turn, name, kind).stream())
                .map(Value.class::cast)
                .findFirst();
    }
}
