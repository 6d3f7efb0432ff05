package torgau.matters.plan;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.value.Value;
import torgau.matters.Reading;
import torgau.matters.Turn;

/// What a side itself has last said of the status of an event, with the entry that says it.
///
/// @param reason code of the reason given; empty if none is
/// @param since from when it says that this holds, milliseconds UTC; null if it does not say
public record Word(
        Status status, Turn by, String reason, @Nullable Long since) {
    private static final String STATED = "WPS";

    static Optional<Word> of(Reading reading, int party) {
        return reading.turns().reversed().stream()
                .filter(turn -> turn.party() == party)
                .flatMap(turn -> of(reading, turn).stream())
                .findFirst();
    }

    private static Optional<Word> of(Reading reading, Turn turn) {
        String reason = reading.code(turn, "reason").orElse("");
        if (turn.code().equals(STATED)) {
            Status stated = reading.code(turn, "status").flatMap(Status::of).orElse(Status.OTHER);
            Long since = reading.value(turn, "since", Value.Instant.class)
                    .map(Value.Instant::millis)
                    .orElse(null);
            return Optional.of(new Word(stated, turn, reason, since));
        }
        return Status.filing(turn.code()).map(status -> new Word(fixed(reading, turn, status), turn, reason, null));
    }

    /// Exact dates are fixed for the one that agrees to them, and from then on for the one that offered
    /// them.
    private static Status fixed(Reading reading, Turn turn, Status status) {
        return switch (status) {
            case AGREED -> agreesTo(reading, turn, offers(reading)) ? Status.DATES_FIXED : status;
            case DATES_OFFERED ->
                reading.turns("WPA").stream()
                                .anyMatch(later ->
                                        later.party() != turn.party() && agreesTo(reading, later, List.of(turn)))
                        ? Status.DATES_FIXED
                        : status;
            default -> status;
        };
    }

    private static List<Turn> offers(Reading reading) {
        return reading.turns("WPF");
    }

    private static boolean agreesTo(Reading reading, Turn turn, List<Turn> offers) {
        return reading.value(turn, "answered", Value.Message.class)
                .filter(answered ->
                        offers.stream().anyMatch(offer -> offer.place().equals(answered.place())))
                .isPresent();
    }
}
