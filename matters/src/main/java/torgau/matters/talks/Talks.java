package torgau.matters.talks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import torgau.catalogue.value.Value;
import torgau.journal.Reference;
import torgau.matters.Awaited;
import torgau.matters.Matter;

/// All meetings and calls of the line.
///
/// @param all those ahead first, the earliest first; then the others, the latest first
public record Talks(List<Talk> all) {
    public Talks {
        all = List.copyOf(all);
    }

    /// A matter with how long its clocks stood still.
    public record Source(Matter matter, Awaited.Stopped stopped) {}

    /// What stands in these matters.
    ///
    /// @param sources matters of MT and CL
    public static Talks of(List<Source> sources) {
        var ahead = new ArrayList<Talk>();
        var others = new ArrayList<Talk>();
        for (Source source : sources) {
            TalkReader.talk(source.matter(), source.stopped())
                    .ifPresent(talk -> (talk.ahead() ? ahead : others).add(talk));
        }
        ahead.sort(Comparator.comparingLong(Talks::begin).thenComparing(Talk::id));
        others.sort(Comparator.comparingLong(Talks::begin).reversed().thenComparing(Talk::id));
        return new Talks(Stream.concat(ahead.stream(), others.stream()).toList());
    }

    /// When it began, is to begin, or was proposed for first; 0 if no time is known.
    private static long begin(Talk talk) {
        Minutes minutes = talk.minutes();
        Value.Period held = minutes == null ? null : minutes.held();
        Value.Period agreed = talk.agreed();
        return Stream.of(
                        Optional.ofNullable(held),
                        Optional.ofNullable(agreed),
                        talk.proposed().stream().findFirst())
                .flatMap(Optional::stream)
                .mapToLong(Value.Period::from)
                .findFirst()
                .orElse(0);
    }

    public Optional<Talk> talk(Reference id) {
        return all.stream().filter(talk -> talk.id().equals(id)).findFirst();
    }

    /// The first between two parties for which a time is agreed that is not over: what stands between
    /// them comes up there.
    ///
    /// @param now milliseconds UTC
    public Optional<Talk> next(int one, int other, long now) {
        return all.stream()
                .filter(talk -> talk.ahead() && !talk.past(now))
                .filter(talk -> talk.cast().has(one) && talk.cast().has(other))
                .findFirst();
    }

    /// How often an office of one's own and one of another party have talked.
    ///
    /// @param times held, by their records: milliseconds UTC, ascending
    /// @param unheld how often it was stated that what was agreed was not held
    public record Cadence(Value.Office ours, int party, Value.Office theirs, List<Long> times, int unheld) {
        public Cadence {
            times = List.copyOf(times);
        }

        public Optional<Long> last() {
            return times.isEmpty() ? Optional.empty() : Optional.of(times.getLast());
        }

        /// Between the first and the last, on the average; empty of fewer than two.
        public Optional<Long> interval() {
            return times.size() < 2
                    ? Optional.empty()
                    : Optional.of((times.getLast() - times.getFirst()) / (times.size() - 1));
        }
    }

    /// The pairs of offices that have led talks with each other, the one that talked last first.
    ///
    /// @param own the party that asks
    public List<Cadence> cadence(int own) {
        var pairs = new TreeMap<Pair, Counted>();
        for (Talk talk : all) {
            Value.Office ours = talk.sides().stream()
                    .filter(side -> side.party() == own)
                    .flatMap(side -> Optional.ofNullable(side.head()).stream())
                    .findFirst()
                    .orElse(null);
            for (Talk.Side side : talk.sides()) {
                Value.Office theirs = side.head();
                if (ours != null && theirs != null && side.party() != own) {
                    pairs.computeIfAbsent(new Pair(ours, side.party(), theirs), _ -> new Counted())
                            .add(talk);
                }
            }
        }
        return pairs.entrySet().stream()
                .map(each -> each.getValue().cadence(each.getKey()))
                .sorted(Comparator.comparing((Cadence each) -> each.last().orElse(0L))
                        .reversed())
                .toList();
    }

    private record Pair(Value.Office ours, int party, Value.Office theirs) implements Comparable<Pair> {
        private static final Comparator<Pair> ORDER = Comparator.comparingInt(Pair::party)
                .thenComparing(pair -> pair.ours().capacity())
                .thenComparing(pair -> pair.ours().title())
                .thenComparing(pair -> pair.theirs().capacity())
                .thenComparing(pair -> pair.theirs().title());

        @Override
        public int compareTo(Pair other) {
            return ORDER.compare(this, other);
        }
    }

    private static final class Counted {
        private final List<Long> times = new ArrayList<>();
        private int unheld;

        void add(Talk talk) {
            Minutes minutes = talk.minutes();
            Value.Period held = minutes == null ? null : minutes.held();
            if (held != null) {
                times.add(held.from());
            } else if (!talk.notHeld().isEmpty()) {
                unheld++;
            }
        }

        Cadence cadence(Pair pair) {
            return new Cadence(
                    pair.ours(),
                    pair.party(),
                    pair.theirs(),
                    times.stream().sorted().toList(),
                    unheld);
        }
    }
}
