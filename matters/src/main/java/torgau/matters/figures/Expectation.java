package torgau.matters.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.value.Value;
import torgau.journal.Reference;
import torgau.matters.Matter;
import torgau.matters.Reading;
import torgau.matters.Turn;

/// What a side said it expects of a period, and what was said of that since. An expectation is no demand
/// and no undertaking.
///
/// @param party that stated it
/// @param track empty if it names none
/// @param from milliseconds UTC
/// @param to milliseconds UTC; null if the period is open
/// @param review when it is to be reviewed, milliseconds UTC; null if no day is known
/// @param state of its matter
/// @param rows by their numbers
public record Expectation(
        Reference matter,
        int party,
        String track,
        long from,
        @Nullable Long to,
        @Nullable Long review,
        String state,
        List<Row> rows) {
    public Expectation {
        rows = List.copyOf(rows);
    }

    /// One thing expected.
    ///
    /// @param by the entry that last stated it
    /// @param measure code by which it is measured
    /// @param words what is expected
    /// @param target null if it names no number
    /// @param unit of the target; empty if it names none
    /// @param until milliseconds UTC; null if it names no time
    /// @param answers of other parties, by party: the last of each
    /// @param findings of each party's last review that names it, by party
    public record Row(
            long number,
            Reference by,
            String measure,
            String words,
            @Nullable Long target,
            String unit,
            @Nullable Long until,
            NavigableMap<Integer, String> answers,
            NavigableMap<Integer, Finding> findings) {}

    /// What a side found at a review.
    ///
    /// @param found null if it names no number, or does not disclose it
    /// @param view how this side sees it
    public record Finding(Reference by, @Nullable Long found, String unit, String view) {}

    /// The expectations of these matters, the earliest period first.
    ///
    /// @param matters those of procedure EP
    public static List<Expectation> of(List<Matter> matters) {
        return matters.stream()
                .flatMap(matter -> of(matter).stream())
                .sorted(Comparator.comparingLong(Expectation::from).thenComparing(Expectation::matter))
                .toList();
    }

    private static Optional<Expectation> of(Matter matter) {
        var reading = new Reading(matter);
        int party = matter.subject().opening().party();
        Optional<Turn> stated = reading.last(party, "EP");
        Optional<Value.Period> period = stated.flatMap(turn -> reading.value(turn, "period", Value.Period.class));
        if (stated.isEmpty() || period.isEmpty() || !Scope.isMeant(stated.get().trafficClass())) {
            return Optional.empty();
        }
        Long review = reading.newest(
                        reading.turns("EP", "EPM"), turn -> reading.value(turn, "review", Value.Instant.class))
                .map(Value.Instant::millis)
                .orElse(null);
        return Optional.of(new Expectation(
                matter.id(),
                party,
                reading.code(stated.get(), "track").orElse(""),
                period.get().from(),
                period.get().to(),
                review,
                matter.state(),
                new Rows(reading).rows()));
    }

    /// Reads the rows of one matter: what was stated first, as it was changed since.
    private static final class Rows {
        private final Reading reading;
        private final NavigableMap<Long, Row> rows = new TreeMap<>();

        Rows(Reading reading) {
            this.reading = reading;
        }

        List<Row> rows() {
            for (Turn turn : reading.turns("EP", "EPM", "EPR", "EPV")) {
                switch (turn.code()) {
                    case "EP" -> {
                        rows.clear();
                        stated(turn);
                    }
                    case "EPM" -> {
                        reading.rows(turn, "dropped").forEach(row -> rows.remove(count(row, "number")));
                        stated(turn);
                    }
                    case "EPR" -> answered(turn);
                    default -> reviewed(turn);
                }
            }
            return new ArrayList<>(rows.values());
        }

        private void stated(Turn turn) {
            for (NavigableMap<String, Value> row : reading.rows(turn, "expectations")) {
                Long number = count(row, "number");
                if (number != null) {
                    rows.put(
                            number,
                            new Row(
                                    number,
                                    turn.place(),
                                    code(row, "measure"),
                                    row.get("expected") instanceof Value.Words(String words) ? words : "",
                                    count(row, "target"),
                                    code(row, "unit"),
                                    row.get("until") instanceof Value.Instant(long until) ? until : null,
                                    new TreeMap<>(),
                                    new TreeMap<>()));
                }
            }
        }

        private void answered(Turn turn) {
            for (NavigableMap<String, Value> row : reading.rows(turn, "answers")) {
                Row known = known(row);
                if (known != null) {
                    known.answers().put(turn.party(), code(row, "answer"));
                }
            }
        }

        private void reviewed(Turn turn) {
            for (NavigableMap<String, Value> row : reading.rows(turn, "findings")) {
                Row known = known(row);
                if (known != null) {
                    var finding = new Finding(turn.place(), count(row, "found"), code(row, "unit"), code(row, "view"));
                    known.findings().put(turn.party(), finding);
                }
            }
        }

        private @Nullable Row known(NavigableMap<String, Value> row) {
            Long number = count(row, "number");
            return number == null ? null : rows.getOrDefault(number, null);
        }

        private static String code(NavigableMap<String, Value> row, String field) {
            return row.get(field) instanceof Value.Code(String code) ? code : "";
        }

        /// A number; of a range its lower end.
        private static @Nullable Long count(NavigableMap<String, Value> row, String field) {
            return row.get(field) instanceof Value.Count(long from, long _) ? from : null;
        }
    }
}
