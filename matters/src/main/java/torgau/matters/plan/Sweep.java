package torgau.matters.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/// Finds pairs of events that have something in common at the same time, in the order of their
/// beginnings. One event is paired with so many others at most that nobody can drown what others have
/// filed.
final class Sweep {
    /// Pairs in which one event is found under one heading.
    static final int MOST = 16;
    /// Pairs that are looked at under one heading.
    private static final int MOST_LOOKED_AT = 2_000_000;

    private static final Comparator<Planned> ORDER = Comparator.comparingLong(
                    (Planned one) -> one.when().from())
            .thenComparing(one -> one.event().id());

    private final NavigableMap<String, List<Planned>> groups = new TreeMap<>();
    /// Of each event, in how many it was found.
    private final int[] counts;
    /// Pairs that were found, where any heading will do.
    private final Set<Long> found = new TreeSet<>();

    private boolean once;
    private boolean complete = true;
    private int lookedAt;

    /// An event with its dates.
    ///
    /// @param index its own among all of the plan
    record Planned(int index, Event event, When when, Likeness likeness) {}

    /// Two that have something in common.
    ///
    /// @param key what they have in common
    record Pair(String key, Planned one, Planned other) {
        boolean certain() {
            return exact(one) && exact(other);
        }

        private static boolean exact(Planned each) {
            return each.when().exact() && each.when().to() != null;
        }

        List<Event> events() {
            return List.of(one.event(), other.event());
        }
    }

    /// @param events how many there are
    Sweep(int events) {
        this.counts = new int[events];
    }

    void add(String key, Planned planned) {
        groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(planned);
    }

    /// The same, where a pair that stands under several keys is one.
    void addOnce(String key, Planned planned) {
        once = true;
        add(key, planned);
    }

    /// Whether all pairs were found.
    boolean complete() {
        return complete;
    }

    List<Pair> pairs(BiPredicate<Planned, Planned> wanted) {
        var pairs = new ArrayList<Pair>();
        groups.forEach((key, group) -> {
            group.sort(ORDER);
            var active = new ArrayList<Planned>();
            for (Planned next : group) {
                active.removeIf(earlier -> !earlier.when().overlaps(next.when()) || full(earlier));
                for (Planned earlier : active) {
                    pair(key, earlier, next, wanted, pairs);
                }
                active.add(next);
            }
        });
        return pairs;
    }

    private boolean fresh(Planned one, Planned other) {
        long low = Math.min(one.index(), other.index());
        return !once || found.add(low << 32 | Math.max(one.index(), other.index()));
    }

    private boolean full(Planned planned) {
        boolean full = count(planned) >= MOST;
        complete &= !full;
        return full;
    }

    private void pair(
            String key, Planned earlier, Planned next, BiPredicate<Planned, Planned> wanted, List<Pair> into) {
        if (count(next) >= MOST || lookedAt >= MOST_LOOKED_AT) {
            complete = false;
            return;
        }
        lookedAt++;
        if (earlier.index() != next.index() && wanted.test(earlier, next) && fresh(earlier, next)) {
            into.add(new Pair(key, earlier, next));
            counts[earlier.index()]++;
            counts[next.index()]++;
        }
    }

    private int count(Planned planned) {
        return counts[planned.index()];
    }
}
