package torgau.matters.missions;

import java.util.Optional;
import torgau.catalogue.value.Value;
import torgau.matters.Matter;
import torgau.matters.Reading;
import torgau.matters.Turn;

/// A restricted area, as it stands now.
///
/// @param announced the last announcement or change
/// @param kind permanent or temporary
/// @param number by which its host calls it
/// @param noted what the other side said of that announcement: noted, noted with a reservation
/// @param answer an item of `answers`
/// @param reservation in the words of the other side
/// @param lifted the word that it has ended
public record Area(
        Matter matter,
        Turn announced,
        Optional<String> kind,
        Optional<String> number,
        Optional<Value.Period> valid,
        Optional<Turn> noted,
        Optional<String> answer,
        Optional<String> reservation,
        Optional<Turn> lifted) {
    /// Code of the procedure.
    public static final String PROCEDURE = "RA";

    /// The area that a matter is about; empty of another matter.
    public static Optional<Area> of(Matter matter) {
        if (!matter.subject().code().equals(PROCEDURE)) {
            return Optional.empty();
        }
        var reading = new Reading(matter);
        return reading.last("RA", "RAM").map(announced -> of(reading, announced));
    }

    private static Area of(Reading reading, Turn announced) {
        Optional<Turn> first = reading.last("RA");
        Optional<Turn> noted = reading.last("RAN").filter(turn -> reading.saw(turn, announced));
        return new Area(
                reading.matter(),
                announced,
                first.flatMap(turn -> reading.code(turn, "kind")),
                first.flatMap(turn -> reading.text(turn, "number")),
                reading.value(announced, "valid", Value.Period.class),
                noted,
                noted.flatMap(turn -> reading.code(turn, "answer")),
                noted.flatMap(turn -> reading.text(turn, "reservation")),
                reading.last("RAE").filter(turn -> turn.compareTo(announced) > 0));
    }
}
