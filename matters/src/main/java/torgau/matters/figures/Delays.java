package torgau.matters.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import torgau.catalogue.Clock;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.matters.Between;
import torgau.matters.Counterparts;
import torgau.matters.Suspensions;
import torgau.matters.Tallies;
import torgau.matters.Tally;

/// How long it took from the proof of receipt until what was awaited was there, without the time in
/// which its procedure or its counterpart was suspended, and what was not there at the end of the period.
final class Delays {
    /// Of what had no reply, the oldest so many are named.
    static final int MOST_OPEN = 100;

    private final Tallies tallies;
    private final Scope scope;
    private final NavigableMap<Delay.Kind, NavigableMap<Integer, Headings>> headings = new TreeMap<>();
    private final Map<Halted, List<Suspensions.Interval>> halts = new LinkedHashMap<>();

    private final PriorityQueue<Delay.Open> oldest = new PriorityQueue<>(Comparator.reverseOrder());

    /// What a suspension can stop: a procedure, a track, and while a counterpart is suspended what is
    /// between two.
    private record Halted(String procedure, String track, Optional<Between> between) {}

    private static final class Group {
        private final Spread.Times times = new Spread.Times();
        private long open;
        private long ended;
        private long unproven;
    }

    Delays(Tallies tallies, Scope scope) {
        this.tallies = tallies;
        this.scope = scope;
    }

    void take(Tally tally) {
        for (int wait = 0; wait < tally.waits(); wait++) {
            int demand = tally.demand(wait);
            if (scope.counts(tally, demand)) {
                take(tally, wait, demand);
            }
        }
    }

    private void take(Tally tally, int wait, int demand) {
        Delay.Kind kind = kind(tally.kind(wait));
        int party = tally.awaitedOf(wait);
        long at = tally.time(tally.by(wait));
        boolean open = tally.fate(wait) == Tally.Fate.OPEN || at >= scope.to();
        long received = tally.received(wait);
        if (open) {
            boolean proven = received >= 0 && received < scope.to();
            note(tally, demand, kind, party, group -> {
                group.open++;
                group.unproven += proven ? 0 : 1;
            });
            waiting(tally, wait, demand, kind, party, proven ? received : -1);
        } else if (tally.fate(wait) == Tally.Fate.ENDED) {
            note(tally, demand, kind, party, group -> group.ended++);
        } else {
            long took = took(tally, wait, Math.max(received, tally.time(demand)), at);
            long place = tally.place(demand);
            note(tally, demand, kind, party, group -> group.times.add(took, place));
        }
        if (received >= 0 && received < scope.to() && kind == Delay.Kind.ACKNOWLEDGEMENT) {
            long took = Math.max(0, received - tally.time(demand));
            long place = tally.place(demand);
            note(tally, demand, Delay.Kind.RECEIPT, party, group -> group.times.add(took, place));
        }
    }

    /// Without the time in which it stood still because of a suspension.
    private long took(Tally tally, int wait, long from, long at) {
        long took = Math.max(0, at - from);
        if (tally.runsSuspended(wait)) {
            return took;
        }
        long halted = halts(tally, wait).stream()
                .mapToLong(each -> each.within(from, at))
                .sum();
        return took - halted;
    }

    private List<Suspensions.Interval> halts(Tally tally, int wait) {
        String track = tally.suspendedWith(wait);
        Optional<Between> between =
                tallies.suspensions().ofCounterparts() ? tallies.between(tally, wait) : Optional.empty();
        return halts.computeIfAbsent(
                new Halted(tally.procedure(), track, between),
                _ -> tallies.suspensions()
                        .intervals(
                                tally.procedure(),
                                track,
                                scope.to(),
                                between.map(tallies.counterparts()::clocks).orElse(Counterparts.NONE)));
    }

    private void waiting(Tally tally, int wait, int demand, Delay.Kind kind, int party, long received) {
        if (kind == Delay.Kind.ACKNOWLEDGEMENT) {
            return;
        }
        long sent = tally.time(demand);
        if (oldest.size() == MOST_OPEN && oldest.peek().sent() < sent) {
            return;
        }
        Reference place = tallies.place(tally.place(demand));
        oldest.add(new Delay.Open(
                sent, place, kind, party, tallies.codes().get(tally.code(demand)), clock(tally, wait), received));
        if (oldest.size() > MOST_OPEN) {
            oldest.poll();
        }
    }

    private String clock(Tally tally, int wait) {
        return tallies.codes().get(tally.clock(wait));
    }

    private static Delay.Kind kind(Clock.Kind kind) {
        return switch (kind) {
            case ACKNOWLEDGEMENT -> Delay.Kind.ACKNOWLEDGEMENT;
            case ANSWER -> Delay.Kind.ANSWER;
            case REPORT -> Delay.Kind.REPORT;
            case CONFIRMATION -> Delay.Kind.CONFIRMATION;
        };
    }

    private interface Change {
        void on(Group group);
    }

    private void note(Tally tally, int demand, Delay.Kind kind, int party, Change change) {
        Headings known =
                headings.computeIfAbsent(kind, _ -> new TreeMap<>()).computeIfAbsent(party, _ -> new Headings());
        change.on(known.all);
        change.on(known.precedences.computeIfAbsent(tally.precedence(demand).number(), _ -> new Group()));
        change.on(known.formats.computeIfAbsent(tally.code(demand), _ -> new Group()));
        change.on(known.tracks.computeIfAbsent(tally.track(), _ -> new Group()));
        change.on(known.months.computeIfAbsent(Scope.monthNumber(tally.time(demand)), _ -> new Group()));
    }

    /// Groups of one kind and party, under every heading: by numbers, which are found sooner than words.
    private static final class Headings {
        private final Group all = new Group();
        private final NavigableMap<Integer, Group> precedences = new TreeMap<>();
        private final NavigableMap<Integer, Group> formats = new TreeMap<>();
        private final NavigableMap<String, Group> tracks = new TreeMap<>();
        private final NavigableMap<Integer, Group> months = new TreeMap<>();
    }

    List<Delay> delays() {
        var all = new ArrayList<Delay>();
        headings.forEach((kind, parties) -> parties.forEach((party, known) -> add(all, kind, party, known)));
        all.sort(Comparator.comparing(Delay::key));
        return all;
    }

    private void add(List<Delay> all, Delay.Kind kind, int party, Headings known) {
        all.add(delay(new Delay.Key(kind, party, Delay.By.ALL, ""), known.all));
        known.precedences.forEach((number, group) -> all.add(delay(
                new Delay.Key(
                        kind, party, Delay.By.PRECEDENCE, Precedence.of(number).name()),
                group)));
        known.formats.forEach((code, group) -> all.add(delay(
                new Delay.Key(kind, party, Delay.By.FORMAT, tallies.codes().get(code)), group)));
        known.tracks.forEach(
                (track, group) -> all.add(delay(new Delay.Key(kind, party, Delay.By.TRACK, track), group)));
        known.months.forEach((month, group) ->
                all.add(delay(new Delay.Key(kind, party, Delay.By.MONTH, Scope.monthName(month)), group)));
    }

    private Delay delay(Delay.Key key, Group group) {
        return new Delay(key, group.times.spread(tallies::place), group.open, group.ended, group.unproven);
    }

    List<Delay.Open> open() {
        return oldest.stream().sorted().toList();
    }
}
