package torgau.matters;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import torgau.catalogue.Procedure;
import torgau.catalogue.Recurring;
import torgau.catalogue.value.Value;
import torgau.journal.Reference;

/// What a party reported for the calendar, or its word that there was nothing to report.
///
/// @param to the parties to which it was said and that have clocks
record Report(Key key, Turn turn, boolean nil, SortedSet<Integer> to) {
    private static final String WITHDRAWAL = "WD";

    /// What it answers: of one party, an item of the calendar, for exactly these days.
    record Key(String procedure, String item, int party, LocalDate first, LocalDate last) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::procedure)
                .thenComparing(Key::item)
                .thenComparingInt(Key::party)
                .thenComparing(Key::first)
                .thenComparing(Key::last);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /// All that stands in a matter: moved it, of the class that its format has, and neither cancelled
    /// nor withdrawn.
    static List<Report> of(Subject subject, List<Step> steps, Surroundings around) {
        Procedure procedure = subject.following();
        if (procedure == null || procedure.calendar().isEmpty()) {
            return List.of();
        }
        var terms = new Terms(procedure, subject.cast(), steps, around);
        SortedSet<Reference> withdrawn = withdrawn(steps);
        var reports = new ArrayList<Report>();
        for (Step step : steps) {
            Turn turn = step.turn();
            if (step.moved() && real(procedure, turn) && !terms.cancelled(turn) && !withdrawn.contains(turn.place())) {
                for (Recurring item : procedure.calendar()) {
                    key(procedure, item, terms, turn)
                            .map(key -> new Report(
                                    key,
                                    turn,
                                    item.nilBy().contains(turn.code()),
                                    subject.cast().others(turn)))
                            .ifPresent(reports::add);
                }
            }
        }
        return reports;
    }

    /// Places of what its own party withdrew.
    private static SortedSet<Reference> withdrawn(List<Step> steps) {
        var withdrawn = new TreeSet<Reference>();
        for (Step step : steps) {
            if (step.moved()
                    && step.turn().code().equals(WITHDRAWAL)
                    && step.turn()
                            .value("kind")
                            .filter(new Value.Code("withdrawn")::equals)
                            .isPresent()
                    && step.turn().value("message").orElse(null) instanceof Value.Message(Reference place)
                    && place.feed().party() == step.turn().party()) {
                withdrawn.add(place);
            }
        }
        return withdrawn;
    }

    /// What is said in a drill, or as a test, reports nothing.
    private static boolean real(Procedure procedure, Turn turn) {
        return procedure
                .format(turn.code())
                .filter(format -> format.defaults().trafficClass() == turn.trafficClass())
                .isPresent();
    }

    private static Optional<Key> key(Procedure procedure, Recurring item, Terms terms, Turn turn) {
        boolean about = (item.doneBy().contains(turn.code()) || item.nilBy().contains(turn.code()))
                && item.where().entrySet().stream().allMatch(each -> says(terms, turn, each));
        return about
                        && terms.value(turn, item.period()).orElse(null) instanceof Value.Period(long from, Long to)
                        && to != null
                ? Optional.of(
                        new Key(procedure.code(), item.name(), turn.party(), day(from), day(Math.max(from, to - 1))))
                : Optional.empty();
    }

    private static boolean says(Terms terms, Turn turn, Map.Entry<String, String> field) {
        return terms.value(turn, field.getKey())
                .filter(new Value.Code(field.getValue())::equals)
                .isPresent();
    }

    private static LocalDate day(long millis) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
    }
}
