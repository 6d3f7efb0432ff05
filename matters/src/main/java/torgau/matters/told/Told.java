package torgau.matters.told;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import torgau.catalogue.value.Value;
import torgau.journal.Act;
import torgau.journal.Label;
import torgau.journal.Office;
import torgau.journal.TrafficClass;
import torgau.matters.Matter;
import torgau.matters.Step;
import torgau.matters.Turn;

/// One thing that a side told: a format that it filed, or a free message.
///
/// @param turn the entry
/// @param procedure code of its procedure; empty of a free message
/// @param format its code; empty of a free message
/// @param track which it names; empty if none
/// @param subject in its author's words; empty if it has none
/// @param label to whom it may be shown; empty of a free message
/// @param stands whether it had effect: not if it was void or had been overtaken
/// @param facts what it told and how precisely, in the order of its fields, at most [#MOST_FACTS]
public record Told(
        Turn turn,
        String procedure,
        String format,
        String track,
        String subject,
        Optional<Label> label,
        boolean stands,
        List<Fact> facts)
        implements Comparable<Told> {
    /// Of one message so many facts.
    public static final int MOST_FACTS = 64;

    public Told {
        facts = List.copyOf(facts);
    }

    /// Something told.
    ///
    /// @param field its name; in a table with the kind or name of the row and the column, as
    ///     `forces[armour].number`
    public record Fact(String field, Value value, Precision precision) {}

    /// What was told in a matter and is no test and no drill, in total order.
    public static List<Told> of(Matter matter) {
        var told = new ArrayList<Told>();
        for (Step step : matter.steps()) {
            if (step.turn().trafficClass() == TrafficClass.FORMAL
                    || step.turn().trafficClass() == TrafficClass.PRINCIPAL) {
                of(step).ifPresent(told::add);
            }
        }
        return told;
    }

    private static Optional<Told> of(Step step) {
        Turn turn = step.turn();
        boolean stands = step.outcome().stands();
        return switch (turn.said()) {
            case Turn.Said.Filed(Act.Notification act, Optional<SequencedMap<String, Value>> fields) ->
                Optional.of(new Told(
                        turn,
                        act.form().procedure(),
                        act.form().format(),
                        track(turn, act),
                        turn.subject(),
                        Optional.of(act.label()),
                        stands,
                        fields.map(Told::facts).orElse(List.of())));
            case Turn.Said.Spoken(String _, String subject, Office _) ->
                Optional.of(new Told(turn, "", "", "", subject, Optional.empty(), stands, List.of()));
            case Turn.Said.Acknowledged _, Turn.Said.Translated _, Turn.Said.Other _ -> Optional.empty();
        };
    }

    private static String track(Turn turn, Act.Notification act) {
        return act.track().isEmpty() && turn.value("track").orElse(null) instanceof Value.Code(String code)
                ? code
                : act.track();
    }

    private static List<Fact> facts(SequencedMap<String, Value> fields) {
        var facts = new ArrayList<Fact>();
        fields.forEach((name, value) -> {
            if (value instanceof Value.Rows(List<NavigableMap<String, Value>> rows)) {
                var keys = new TreeMap<String, Integer>();
                for (NavigableMap<String, Value> row : rows) {
                    String key = key(row, keys);
                    row.forEach((column, cell) -> fact(name + "[" + key + "]." + column, cell, facts));
                }
            } else {
                fact(name, value, facts);
            }
        });
        return facts;
    }

    /// By what a row of a table is the same in another message: its kind or its name, and of several
    /// such which of them.
    private static String key(NavigableMap<String, Value> row, NavigableMap<String, Integer> keys) {
        String key = switch (row.getOrDefault("kind", row.getOrDefault("name", new Value.Undisclosed()))) {
            case Value.Code(String code) -> code;
            case Value.Name(String name) -> name;
            default -> "";
        };
        int number = keys.merge(key, 1, Integer::sum);
        return key.isEmpty() ? Integer.toString(number) : number == 1 ? key : key + " " + number;
    }

    private static void fact(String path, Value value, List<Fact> facts) {
        if (facts.size() < MOST_FACTS && !(value instanceof Value.Code) && !(value instanceof Value.Codes)) {
            Precision.of(value).ifPresent(precision -> facts.add(new Fact(path, value, precision)));
        }
    }

    /// A fact that one side told more than once in a matter, and not each time as precisely.
    ///
    /// @param of the entries that told it, in total order
    public record Uneven(int party, String field, List<Given> of) {
        public Uneven {
            of = List.copyOf(of);
        }
    }

    /// How precisely one entry told a fact.
    public record Given(Turn by, Precision precision) {}

    /// What was told unevenly, by party and field. Fields of one name are the same fact within a matter;
    /// what was void or overtaken was told all the same.
    ///
    /// @param told all that was told in one matter, in total order
    public static List<Uneven> uneven(List<Told> told) {
        var known = new TreeMap<Integer, NavigableMap<String, List<Given>>>();
        for (Told each : told) {
            for (Fact fact : each.facts()) {
                known.computeIfAbsent(each.turn().party(), _ -> new TreeMap<>())
                        .computeIfAbsent(fact.field(), _ -> new ArrayList<>())
                        .add(new Given(each.turn(), fact.precision()));
            }
        }
        var uneven = new ArrayList<Uneven>();
        known.forEach((party, fields) -> fields.forEach((field, given) -> {
            if (given.stream().map(Given::precision).distinct().count() > 1) {
                uneven.add(new Uneven(party, field, given));
            }
        }));
        return uneven;
    }

    @Override
    public int compareTo(Told other) {
        return turn.compareTo(other.turn);
    }
}
