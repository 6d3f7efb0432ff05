package torgau.matters;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import torgau.journal.Act;
import torgau.journal.Entry;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.TrafficClass;

/// The suspensions that stand. Each is one party's own and only that party lifts it; a suspended line still carries
/// everything, and what is restricted is what may be authored after having seen the suspension.
public record Suspensions(NavigableMap<Reference, Standing> standing) {
    /// No suspension stands.
    public static final Suspensions NONE = new Suspensions(new TreeMap<>());

    public Suspensions {
        standing = Collections.unmodifiableNavigableMap(new TreeMap<>(standing));
    }

    /// A suspension that has not been lifted.
    ///
    /// @param party whose it is
    public record Standing(Reference place, int party, long time, Act.Suspension act) {}

    /// The state after all entries that suspend or resume, in any order of arrival.
    public static Suspensions of(List<Entry> entries) {
        Suspensions state = NONE;
        for (Entry entry : entries.stream().sorted(Comparator.naturalOrder()).toList()) {
            state = state.after(entry);
        }
        return state;
    }

    /// The state once `entry` is read. A resumption has seen what it refers to, so it comes later in the total order.
    public Suspensions after(Entry entry) {
        return switch (entry.payload().act()) {
            case Act.Suspension suspension -> with(entry, suspension);
            case Act.Resumption _ -> lifted(entry);
            case Act.Message _, Act.Acknowledgement _, Act.LinkTest _, Act.KeyOffer _ -> this;
            case Act.Seen _, Act.Amendment _, Act.Unknown _ -> this;
        };
    }

    private Suspensions with(Entry entry, Act.Suspension act) {
        var next = new TreeMap<>(standing);
        Reference place = entry.reference();
        next.put(
                place, new Standing(place, place.feed().party(), entry.payload().time(), act));
        return new Suspensions(next);
    }

    private Suspensions lifted(Entry entry) {
        var next = new TreeMap<>(standing);
        int party = entry.payload().feed().party();
        entry.payload().refs().stream()
                .filter(next::containsKey)
                .filter(place -> place.feed().party() == party)
                .forEach(next::remove);
        return new Suspensions(next);
    }

    /// Whether the whole line is suspended by anybody.
    public boolean wholeLine() {
        return standing.values().stream().anyMatch(one -> one.act().scope() instanceof Act.Scope.WholeLine);
    }

    /// Whether an act may be authored while these stand: receipts, tests and the link's own traffic always; of
    /// messages only what the agreement protects or every standing suspension leaves open, by class or precedence.
    public boolean permits(Act act, TrafficClass trafficClass, Precedence precedence, List<String> neverSuspended) {
        return !(act instanceof Act.Message)
                || neverSuspended.contains(trafficClass.name())
                || neverSuspended.contains(precedence.name())
                || standing.values().stream()
                        .filter(one -> one.act().scope() instanceof Act.Scope.WholeLine)
                        .map(one -> one.act().staysOpen())
                        .allMatch(open -> open.contains(trafficClass.name()) || open.contains(precedence.name()));
    }
}
