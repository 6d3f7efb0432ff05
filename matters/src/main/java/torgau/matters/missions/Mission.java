package torgau.matters.missions;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import torgau.catalogue.value.Value;
import torgau.matters.Awaited;
import torgau.matters.Matter;
import torgau.matters.Quotas;
import torgau.matters.Reading;
import torgau.matters.Turn;

/// One liaison mission, as it stands now.
///
/// @param request the last request for accreditation
/// @param staff by number
/// @param balance how many the host says are accredited
/// @param received what was said of the last passes: an item of `receipt_answers`, and with what
///     reservation
public record Mission(
        Matter matter,
        Turn request,
        Optional<String> name,
        List<Staff> staff,
        List<Quotas.Count> quotas,
        Optional<Value.Count> balance,
        Optional<Turn> received,
        List<Awaited> awaited) {
    /// Code of the procedure.
    public static final String PROCEDURE = "AC";

    public Mission {
        staff = List.copyOf(staff);
        quotas = List.copyOf(quotas);
        awaited = List.copyOf(awaited);
    }

    /// One person of the staff.
    ///
    /// @param listed the request that last lists the person
    /// @param act what was asked for: an item of `staff_acts`
    public record Staff(
            long number,
            Turn listed,
            Optional<String> part,
            Optional<String> act,
            Optional<Value> person,
            Optional<Pass> pass) {}

    /// The last answer on a pass.
    ///
    /// @param answer an item of `pass_answers`
    /// @param ended the word that the pass has ended
    public record Pass(
            Turn issued,
            String answer,
            Optional<String> credential,
            Optional<String> limits,
            Optional<Value.Period> valid,
            Optional<Turn> ended) {
        /// Whether it can be shown at a barrier now.
        ///
        /// @param now milliseconds UTC
        public boolean inForce(long now) {
            return (answer.equals("issued") || answer.equals("with_limits"))
                    && ended.isEmpty()
                    && valid.filter(period -> {
                                Long to = period.to();
                                return period.from() <= now && (to == null || now < to);
                            })
                            .isPresent();
        }
    }

    /// The mission that a matter is about; empty of another matter.
    ///
    /// @param now milliseconds UTC
    public static Optional<Mission> of(Matter matter, long now) {
        if (!matter.subject().code().equals(PROCEDURE)) {
            return Optional.empty();
        }
        var reading = new Reading(matter);
        return reading.last("AC")
                .map(request -> new Mission(
                        matter,
                        request,
                        reading.text(request, "mission"),
                        staff(reading),
                        Quotas.of(reading, now),
                        reading.newest(
                                reading.turns("ACP", "ACV"), turn -> reading.value(turn, "balance", Value.Count.class)),
                        reading.last("ACN"),
                        matter.awaited().stream().filter(Awaited::open).toList()));
    }

    private static List<Staff> staff(Reading reading) {
        NavigableMap<Long, Pass> passes = passes(reading);
        var staff = new TreeMap<Long, Staff>();
        for (Turn turn : reading.turns("AC")) {
            for (NavigableMap<String, Value> row : reading.rows(turn, "staff")) {
                number(row)
                        .ifPresent(number -> staff.put(
                                number,
                                new Staff(
                                        number,
                                        turn,
                                        code(row, "part"),
                                        code(row, "act"),
                                        Optional.ofNullable(row.get("person")),
                                        Optional.ofNullable(passes.get(number)))));
            }
        }
        return new ArrayList<>(staff.values());
    }

    private static NavigableMap<Long, Pass> passes(Reading reading) {
        var ends = new TreeMap<String, Turn>();
        reading.turns("ACV").forEach(turn -> reading.text(turn, "credential").ifPresent(name -> ends.put(name, turn)));
        var passes = new TreeMap<Long, Pass>();
        for (Turn turn : reading.turns("ACP")) {
            Optional<Value.Period> valid = reading.value(turn, "valid", Value.Period.class);
            for (NavigableMap<String, Value> row : reading.rows(turn, "passes")) {
                Optional<String> credential = text(row, "credential");
                number(row)
                        .ifPresent(number -> passes.put(
                                number,
                                new Pass(
                                        turn,
                                        code(row, "answer").orElse("later"),
                                        credential,
                                        text(row, "limits"),
                                        valid,
                                        credential
                                                .flatMap(name -> Optional.ofNullable(ends.get(name)))
                                                .filter(end -> end.compareTo(turn) > 0))));
            }
        }
        return passes;
    }

    private static Optional<Long> number(NavigableMap<String, Value> row) {
        return row.get("number") instanceof Value.Count(long from, long to) && from == to
                ? Optional.of(from)
                : Optional.empty();
    }

    private static Optional<String> code(NavigableMap<String, Value> row, String column) {
        return row.get(column) instanceof Value.Code(String code) ? Optional.of(code) : Optional.empty();
    }

    private static Optional<String> text(NavigableMap<String, Value> row, String column) {
        return switch (row.get(column)) {
            case Value.Name(String name) -> Optional.of(name);
            case Value.Words(String words) -> Optional.of(words);
            case null, default -> Optional.empty();
        };
    }
}
