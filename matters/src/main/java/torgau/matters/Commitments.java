package torgau.matters;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.value.Value;

/// Reads how a commitment was kept, by what each side says of it.
final class Commitments {
    private static final String PROCEDURE = "CM";
    private static final String STATED = "CM";
    private static final String DONE = "CMD";
    private static final String SEEN = "CMV";

    private Commitments() {}

    /// Null of a matter that is no commitment, or that its holder withdrew or was released from.
    static Tally.@Nullable Commitment of(Fold fold) {
        if (!fold.subject().code().equals(PROCEDURE)) {
            return null;
        }
        var reading = new Reading(fold.matter());
        int holder = fold.subject().opening().party();
        Optional<Turn> stated = reading.last(STATED);
        if (stated.isEmpty()) {
            return null;
        }
        Optional<Turn> done = reading.last(holder, DONE);
        Optional<Turn> seen = reading.turns(SEEN).reversed().stream()
                .filter(turn -> turn.party() != holder)
                .findFirst();
        return new Tally.Commitment(
                holder,
                until(fold, reading, stated.get()),
                done.map(Turn::time).orElse(-1L),
                done.flatMap(turn -> reading.value(turn, "done", Value.Instant.class))
                        .map(Value.Instant::millis)
                        .orElse(-1L),
                done.flatMap(turn -> reading.code(turn, "extent")).orElse(""),
                seen.map(Turn::time).orElse(-1L),
                seen.flatMap(turn -> reading.code(turn, "extent")).orElse(""));
    }

    /// By when: what was last stated, or more if more time was given for it.
    private static long until(Fold fold, Reading reading, Turn stated) {
        long named = reading.value(stated, "until", Value.Instant.class)
                .map(Value.Instant::millis)
                .orElse(-1L);
        return fold.everAwaited().stream()
                .filter(item -> item.clock().name().equals("kept"))
                .filter(item -> item.demand().equals(stated))
                .flatMap(item -> Optional.ofNullable(item.extendedTo()).stream())
                .reduce(named, Math::max);
    }
}
