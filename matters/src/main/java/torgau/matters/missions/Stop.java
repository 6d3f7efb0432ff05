package torgau.matters.missions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import torgau.catalogue.value.Value;
import torgau.journal.Reference;
import torgau.matters.Matter;
import torgau.matters.Reading;
import torgau.matters.Turn;

/// A stop or detention, as one side reported it and the other answered: two accounts, never merged.
///
/// @param report by one side
/// @param kind an item of `stops`
/// @param statement what the reporter says became of the written statement: signed, signed with a
///     reservation, refused
/// @param reservation in the words of the reporter
/// @param answers of the other side
public record Stop(
        Matter matter,
        Turn report,
        Optional<String> kind,
        Optional<String> statement,
        Optional<String> reservation,
        Optional<Reference> trip,
        List<Answer> answers) {
    public Stop {
        answers = List.copyOf(answers);
    }

    /// What the other side says of it.
    ///
    /// @param answer an item of `stop_answers`
    /// @param statement what it says became of the written statement
    /// @param released since when the persons are free, milliseconds UTC
    /// @param protest the protest that is connected with it
    public record Answer(
            Turn turn,
            Optional<String> answer,
            Optional<String> statement,
            Optional<Long> released,
            Optional<Reference> protest) {}

    /// The stops that a matter reports, in total order; none of another matter.
    public static List<Stop> of(Matter matter) {
        if (!matter.subject().code().equals(Mission.PROCEDURE)) {
            return List.of();
        }
        var reading = new Reading(matter);
        var answers = new TreeMap<Reference, List<Turn>>();
        reading.turns("ACR")
                .forEach(turn -> message(reading, turn, "report")
                        .ifPresent(report -> answers.computeIfAbsent(report, _ -> new ArrayList<>())
                                .add(turn)));
        return reading.turns("ACO").stream()
                .map(report -> of(reading, report, answers.getOrDefault(report.place(), List.of())))
                .toList();
    }

    private static Stop of(Reading reading, Turn report, List<Turn> answers) {
        return new Stop(
                reading.matter(),
                report,
                reading.code(report, "kind"),
                reading.code(report, "statement"),
                reading.text(report, "reservation"),
                message(reading, report, "trip"),
                answers.stream()
                        .map(turn -> new Answer(
                                turn,
                                reading.code(turn, "answer"),
                                reading.code(turn, "statement"),
                                reading.value(turn, "released", Value.Instant.class)
                                        .map(Value.Instant::millis),
                                message(reading, turn, "protest")))
                        .toList());
    }

    private static Optional<Reference> message(Reading reading, Turn turn, String field) {
        return reading.value(turn, field, Value.Message.class).map(Value.Message::place);
    }

    /// Whether both sides say the same of the written statement; empty while one has said nothing.
    public Optional<Boolean> sameStatement() {
        return answers.isEmpty()
                ? Optional.empty()
                : Optional.of(answers.getLast().statement().equals(statement));
    }
}
