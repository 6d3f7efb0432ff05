package torgau.matters;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import torgau.journal.Act;
import torgau.journal.Entry;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.TrafficClass;
import torgau.journal.agreement.Roster;

/// What was suspended and what of it was lifted. Each suspension is one party's own and only that party
/// lifts it; a suspended line still carries everything, and what is restricted is what may be authored
/// after having seen the suspension. The order in which entries arrive changes nothing.
///
/// @param declared every suspension
/// @param lifts every place of its own party that a resumption names
public record Suspensions(NavigableMap<Reference, Standing> declared, NavigableSet<Lift> lifts) {
    /// Nothing was ever suspended.
    public static final Suspensions NONE = new Suspensions(new TreeMap<>(), new TreeSet<>());

    public Suspensions {
        declared = Collections.unmodifiableNavigableMap(new TreeMap<>(declared));
        lifts = Collections.unmodifiableNavigableSet(new TreeSet<>(lifts));
    }

    /// A resumption's word on one place.
    ///
    /// @param at when it was made, milliseconds UTC: it lifts at once
    public record Lift(Reference lifted, Order by, long at) implements Comparable<Lift> {
        private static final Comparator<Lift> ORDER =
                Comparator.comparing(Lift::lifted).thenComparing(Lift::by);

        @Override
        public int compareTo(Lift other) {
            return ORDER.compare(this, other);
        }
    }

    /// A suspension.
    ///
    /// @param party whose it is
    /// @param time at which its author says it was made
    public record Standing(Order order, int party, long time, Act.Suspension act) {
        public Reference place() {
            return order.place();
        }

        /// From when on it restricts, milliseconds UTC.
        long start() {
            return Math.max(time, act.effective());
        }

        /// Whether it restricts anything yet: at once if it was dated no later than it was made, by
        /// whatever clock; else from its date on.
        public boolean inForce(long now) {
            return act.effective() <= Math.max(time, now);
        }
    }

    /// The state after all entries that suspend or resume, in any order.
    public static Suspensions of(List<Entry> entries) {
        Suspensions state = NONE;
        for (Entry entry : entries) {
            state = state.after(entry);
        }
        return state;
    }

    /// The state once `entry` is read too, whatever was read before it.
    public Suspensions after(Entry entry) {
        return switch (entry.payload().act()) {
            case Act.Suspension suspension -> with(entry, suspension);
            case Act.Resumption _ -> lifting(entry);
            case Act.Message _, Act.Notification _, Act.Acknowledgement _, Act.Translation _ -> this;
            case Act.LinkTest _, Act.KeyOffer _ -> this;
            case Act.Seen _, Act.Amendment _, Act.Unknown _ -> this;
        };
    }

    private Suspensions with(Entry entry, Act.Suspension act) {
        var next = new TreeMap<>(declared);
        int party = entry.payload().feed().party();
        next.put(
                entry.reference(),
                new Standing(Order.of(entry), party, entry.payload().time(), act));
        return new Suspensions(next, lifts);
    }

    private Suspensions lifting(Entry entry) {
        long at = entry.payload().time();
        var next = new TreeSet<>(lifts);
        int party = entry.payload().feed().party();
        entry.payload().refs().stream()
                .filter(place -> place.feed().party() == party)
                .forEach(place -> next.add(new Lift(place, Order.of(entry), at)));
        return new Suspensions(declared, next);
    }

    /// The suspensions that no resumption of their own party lifts. One lifts only what comes before it
    /// in the total order, as all does that it has seen.
    public NavigableMap<Reference, Standing> standing() {
        var standing = new TreeMap<>(declared);
        standing.values().removeIf(this::lifted);
        return standing;
    }

    private boolean lifted(Standing one) {
        return lift(one) != null;
    }

    private @Nullable Lift lift(Standing one) {
        Lift later = lifts.higher(new Lift(one.place(), one.order(), 0));
        return later != null && later.lifted().equals(one.place()) ? later : null;
    }

    /// A time in which a procedure was suspended, milliseconds UTC.
    public record Interval(long from, long to) {
        /// How much of it lies after a time.
        long after(long time) {
            return Math.max(0, to - Math.max(from, time));
        }

        /// How much of it lies between two times.
        public long within(long begin, long end) {
            return Math.max(0, Math.min(to, end) - Math.max(from, begin));
        }
    }

    /// When a procedure was suspended until `now` (milliseconds UTC): by itself, its track, the whole
    /// line, or a counterpart. The intervals ascend and are apart.
    ///
    /// @param counterpart whether a suspension of a counterpart counts
    public List<Interval> intervals(String procedure, String track, long now, Predicate<Standing> counterpart) {
        if (declared.isEmpty()) {
            return List.of();
        }
        var intervals = new ArrayList<Interval>();
        long counted = 0;
        for (Standing one : starting()) {
            Lift lift = lift(one);
            long end = lift == null ? now : Math.min(now, lift.at());
            long begin = Math.max(counted, one.start());
            if (end > begin && (covers(one.act().scope(), procedure, track) || counterpart.test(one))) {
                intervals.add(new Interval(begin, end));
                counted = end;
            }
        }
        return intervals;
    }

    private List<Standing> starting() {
        return declared.values().stream()
                .sorted(Comparator.comparingLong(Standing::start))
                .toList();
    }

    /// Whether there is one of a counterpart.
    public boolean ofCounterparts() {
        return declared.values().stream().anyMatch(one -> one.act().scope() instanceof Act.Scope.Counterpart);
    }

    /// Of a counterpart see [Counterparts].
    private static boolean covers(Act.Scope scope, String procedure, String track) {
        return switch (scope) {
            case Act.Scope.WholeLine _ -> true;
            case Act.Scope.Track(String name) -> name.equals(track);
            case Act.Scope.Procedure(String code) -> code.equals(procedure);
            case Act.Scope.Counterpart _ -> false;
        };
    }

    /// What is left without the entries that are not their party's own word: those beyond the end that
    /// its root gave to their feed.
    public Suspensions under(Roster roster) {
        var own = new TreeMap<>(declared);
        own.keySet().removeIf(place -> !roster.stands(place));
        var ownLifts = new TreeSet<>(lifts);
        ownLifts.removeIf(lift -> !roster.stands(lift.by().place()));
        return new Suspensions(own, ownLifts);
    }

    /// Those of which the one who is asked knows.
    public Suspensions seen(Predicate<Reference> saw) {
        if (declared.isEmpty()) {
            return this;
        }
        var known = new TreeMap<>(declared);
        known.keySet().removeIf(saw.negate());
        var knownLifts = new TreeSet<>(lifts);
        knownLifts.removeIf(lift -> !saw.test(lift.by().place()));
        return new Suspensions(known, knownLifts);
    }

    /// Whether an act may be authored at `now` (milliseconds UTC) while these stand: receipts, tests and
    /// the link's own traffic always; of messages and formats only what the agreement protects or every
    /// suspension that covers them and is in force leaves open. Both name it by class, precedence, or
    /// code of the procedure or format; that a procedure itself wants to stay open counts for nothing
    /// until the agreement or the suspension names it. Of a translation it is asked for what is
    /// translated.
    ///
    /// @param counterpart whether a suspension of a counterpart covers this act, if it is a format
    public boolean permits(
            Act act,
            TrafficClass trafficClass,
            Precedence precedence,
            List<String> neverSuspended,
            long now,
            Predicate<Standing> counterpart) {
        List<String> names = new ArrayList<>(List.of(trafficClass.name(), precedence.name()));
        if (act instanceof Act.Notification filed) {
            names.addAll(List.of(filed.form().procedure(), filed.form().format()));
        } else if (!(act instanceof Act.Message)) {
            return true;
        }
        return !Collections.disjoint(neverSuspended, names)
                || standing().values().stream()
                        .filter(one -> one.inForce(now))
                        .filter(one -> covers(one.act().scope(), act)
                                || (act instanceof Act.Notification && counterpart.test(one)))
                        .noneMatch(one -> Collections.disjoint(one.act().staysOpen(), names));
    }

    /// Whether a suspension of this scope restricts an act at all. A free message belongs to no track
    /// and no procedure.
    private static boolean covers(Act.Scope scope, Act act) {
        return act instanceof Act.Notification filed
                ? covers(scope, filed.form().procedure(), filed.track())
                : scope instanceof Act.Scope.WholeLine;
    }
}
