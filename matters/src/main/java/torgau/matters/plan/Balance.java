package torgau.matters.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import torgau.catalogue.value.Value;

/// How the events of a plan are shared out.
///
/// @param hosts by who hosts
/// @param offices by the office in charge on each side
/// @param levels by level
/// @param turns by kind, who hosts one after the other
public record Balance(List<Hosted> hosts, List<Office> offices, List<Level> levels, List<Turns> turns) {
    public Balance {
        hosts = List.copyOf(hosts);
        offices = List.copyOf(offices);
        levels = List.copyOf(levels);
        turns = List.copyOf(turns);
    }

    /// How many events were agreed and how many of those were held, with the guests at those held: from
    /// so many to so many, as far as their number is given.
    public record Sum(int agreed, int held, long guestsFrom, long guestsTo) {
        static final Sum NONE = new Sum(0, 0, 0, 0);

        Sum with(Event event) {
            if (!event.held()) {
                return new Sum(agreed + 1, held, guestsFrom, guestsTo);
            }
            List<Value.Count> guests = event.guests().stream()
                    .flatMap(party -> event.side(party).stream())
                    .flatMap(side -> Stream.ofNullable(side.persons()))
                    .toList();
            return new Sum(
                    agreed + 1,
                    held + 1,
                    guestsFrom + guests.stream().mapToLong(Value.Count::from).sum(),
                    guestsTo + guests.stream().mapToLong(Value.Count::to).sum());
        }
    }

    /// Who hosts.
    ///
    /// @param parties none in a third country or at a distance
    public record Hosted(List<Integer> parties, Sum sum) {}

    /// An office of a party.
    public record Office(int party, Value.Office office, Sum sum) {}

    /// On what level it is.
    ///
    /// @param level code
    public record Level(String level, Sum sum) {}

    /// Hosts of the events of one kind, the earliest first.
    ///
    /// @param kind code
    public record Turns(String kind, List<List<Integer>> hosts) {
        public Turns {
            hosts = List.copyOf(hosts);
        }

        /// How often one side hosted twice running.
        public int repeats() {
            int repeats = 0;
            for (int i = 1; i < hosts.size(); i++) {
                repeats += hosts.get(i).size() == 1 && hosts.get(i).equals(hosts.get(i - 1)) ? 1 : 0;
            }
            return repeats;
        }
    }

    /// Of events that were agreed and not given up.
    public static Balance of(List<Event> events) {
        List<Event> counted = events.stream()
                .filter(event -> event.held() || event.standing())
                .toList();
        return new Balance(
                by(
                        counted,
                        event -> Stream.of(event.what().hosts().toString()),
                        (event, _, sum) -> new Hosted(event.what().hosts(), sum)),
                offices(counted),
                by(counted, event -> Stream.of(event.what().level()), (_, level, sum) -> new Level(level, sum)),
                turns(counted));
    }

    private interface Row<R> {
        R of(Event first, String key, Sum sum);
    }

    private static <R> List<R> by(List<Event> events, Function<Event, Stream<String>> keys, Row<R> row) {
        NavigableMap<String, Event> first = new TreeMap<>();
        NavigableMap<String, Sum> sums = new TreeMap<>();
        for (Event event : events) {
            keys.apply(event).forEach(key -> {
                first.putIfAbsent(key, event);
                sums.put(key, sums.getOrDefault(key, Sum.NONE).with(event));
            });
        }
        var rows = new ArrayList<R>();
        sums.forEach((key, sum) -> rows.add(row.of(Objects.requireNonNull(first.get(key)), key, sum)));
        return rows;
    }

    private static List<Office> offices(List<Event> events) {
        var rows = new ArrayList<Office>();
        events.stream()
                .flatMap(event -> event.sides().stream())
                .map(Side::party)
                .distinct()
                .sorted()
                .forEach(party -> rows.addAll(by(
                        events,
                        event -> owner(event, party).map(owner -> owner.title() + Likeness.APART + owner.capacity()),
                        (event, _, sum) -> new Office(
                                party, owner(event, party).findFirst().orElseThrow(), sum))));
        return rows;
    }

    private static Stream<Value.Office> owner(Event event, int party) {
        return event.side(party).stream().flatMap(side -> Stream.ofNullable(side.owner()));
    }

    private static List<Turns> turns(List<Event> events) {
        NavigableMap<String, List<Event>> kinds = new TreeMap<>();
        events.stream()
                .filter(event -> event.dates().planned() != null)
                .sorted(Comparator.comparingLong(Balance::begin).thenComparing(Event::id))
                .forEach(event -> kinds.computeIfAbsent(event.what().kind(), _ -> new ArrayList<>())
                        .add(event));
        var turns = new ArrayList<Turns>();
        kinds.forEach((kind, each) -> turns.add(
                new Turns(kind, each.stream().map(event -> event.what().hosts()).toList())));
        return turns;
    }

    private static long begin(Event event) {
        When planned = event.dates().planned();
        return planned == null ? Long.MAX_VALUE : planned.from();
    }
}
