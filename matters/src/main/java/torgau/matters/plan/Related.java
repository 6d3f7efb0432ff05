package torgau.matters.plan;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.Procedure;
import torgau.catalogue.value.Value;
import torgau.journal.Reference;
import torgau.matters.Matter;
import torgau.matters.Reading;
import torgau.matters.Turn;

/// A matter that belongs to an event: it was opened for it, or one cites the other.
///
/// @param opening the entry that opened it
/// @param state empty if it has none
/// @param when its own dates; null if it names none
public record Related(
        Turn opening,
        String procedure,
        String state,
        @Nullable When when) {
    private static final List<String> ENDED = List.of("withdrawn", "cancelled", "declined", "refused");

    static Related of(Matter matter) {
        var reading = new Reading(matter);
        return new Related(
                matter.subject().opening(),
                matter.subject().code(),
                matter.state(),
                matter.procedure()
                        .flatMap(procedure -> when(procedure, reading))
                        .orElse(null));
    }

    /// What a procedure counts its lead times to is when its event is.
    private static Optional<When> when(Procedure procedure, Reading reading) {
        return procedure.leadTimes().stream()
                .flatMap(rule ->
                        reading.last(rule.of()).stream().flatMap(turn -> when(reading, turn, rule.event()).stream()))
                .max((one, other) -> one.by().compareTo(other.by()));
    }

    private static Optional<When> when(Reading reading, Turn turn, String field) {
        return reading.value(turn, field.substring(field.indexOf('.') + 1)).flatMap(value -> switch (value) {
            case Value.Period(long from, Long to) -> Optional.of(new When(from, to, true, turn));
            case Value.Instant(long at) -> Optional.of(new When(at, at, true, turn));
            default -> Optional.empty();
        });
    }

    public Reference id() {
        return opening.place();
    }

    /// Whether it was given up.
    public boolean ended() {
        return ENDED.contains(state);
    }
}
