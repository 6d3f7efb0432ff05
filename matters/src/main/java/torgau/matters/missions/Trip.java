package torgau.matters.missions;

import java.util.List;
import java.util.Optional;
import torgau.catalogue.value.Value;
import torgau.matters.Awaited;
import torgau.matters.Matter;
import torgau.matters.Reading;
import torgau.matters.Turn;

/// One trip of a mission, as it stands now.
///
/// @param notice the last notice of it
/// @param credentials passes of those who travel
/// @param out milliseconds UTC
/// @param back when the party is awaited back by now, milliseconds UTC
/// @param word the last word on it
/// @param status what that says: an item of `trip_statuses`
/// @param awaited what is awaited still; once its time has come, each watch is warned
public record Trip(
        Matter matter,
        Turn notice,
        List<String> credentials,
        Optional<Long> out,
        Optional<Long> back,
        Optional<Turn> word,
        Optional<String> status,
        List<Awaited> awaited) {
    public Trip {
        credentials = List.copyOf(credentials);
        awaited = List.copyOf(awaited);
    }

    /// How a trip stands: a fact and a time, and no finding.
    public enum Standing {
        PLANNED,
        UNDER_WAY,
        /// The time at which the party was awaited back has come, and nothing says that it is.
        NO_WORD,
        /// The party is late; it was said.
        LATE,
        BACK,
        NOT_MADE,
        WITHDRAWN
    }

    /// The trip that a matter is about; empty of another matter.
    public static Optional<Trip> of(Matter matter) {
        if (!matter.subject().code().equals(Mission.PROCEDURE)) {
            return Optional.empty();
        }
        var reading = new Reading(matter);
        return reading.last("ACT").map(notice -> of(reading, notice));
    }

    private static Trip of(Reading reading, Turn notice) {
        Optional<Turn> word = reading.last("ACB").filter(turn -> turn.compareTo(notice) > 0);
        return new Trip(
                reading.matter(),
                notice,
                reading.value(notice, "credentials", Value.Items.class)
                        .map(Value.Items::texts)
                        .orElse(List.of()),
                instant(reading, notice, "out"),
                word.flatMap(turn -> instant(reading, turn, "back")).or(() -> instant(reading, notice, "back")),
                word,
                word.flatMap(turn -> reading.code(turn, "status")),
                reading.matter().awaited().stream().filter(Awaited::open).toList());
    }

    private static Optional<Long> instant(Reading reading, Turn turn, String field) {
        return reading.value(turn, field, Value.Instant.class).map(Value.Instant::millis);
    }

    /// How it stands at a time.
    ///
    /// @param now milliseconds UTC
    public Standing standing(long now) {
        if (matter.state().equals("withdrawn")) {
            return Standing.WITHDRAWN;
        }
        boolean due = back.filter(time -> time <= now).isPresent();
        return switch (status.orElse("")) {
            case "back" -> Standing.BACK;
            case "not_made" -> Standing.NOT_MADE;
            case "late", "no_contact" -> due ? Standing.NO_WORD : Standing.LATE;
            default ->
                due
                        ? Standing.NO_WORD
                        : out.filter(time -> time <= now).isPresent() ? Standing.UNDER_WAY : Standing.PLANNED;
        };
    }
}
