package torgau.matters;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import torgau.journal.Reference;

/// The matters in which something is awaited, and all that is, in the order in which it is due. Only
/// what may have changed since it was last asked is looked at again: matters that took an entry, those
/// of which a proof of receipt may have come, and all once anything was ever suspended.
final class Agenda {
    private final Sightings sightings;
    private final NavigableMap<Reference, Open> all = new TreeMap<>();
    /// Those of which the next word of anybody may prove a receipt, and those that took an entry.
    private final NavigableMap<Reference, Open> unsettled = new TreeMap<>();
    private final NavigableSet<Place> places = new TreeSet<>();
    /// An entry that is higher than this proves nothing new in the others.
    private long settled;
    private long sighted;

    Agenda(Sightings sightings) {
        this.sightings = sightings;
    }

    /// A matter, with what was said of it when it was last asked.
    private static final class Open {
        private final Fold fold;
        private List<Awaited> awaited = List.of();
        private List<List<Suspensions.Interval>> stopped = List.of();
        private List<Place> places = List.of();

        private Open(Fold fold) {
            this.fold = fold;
        }

        /// Whether it is as it was.
        @SuppressWarnings("ReferenceEquality") // what nothing changed is the same
        private boolean same(List<Awaited> now, List<List<Suspensions.Interval>> stands) {
            return now == awaited && stands.equals(stopped);
        }
    }

    /// Where an item stands among all.
    ///
    /// @param number by which items of one demand differ
    private record Place(Book.Item item, int number) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int order = item.compareUrgency(other.item);
            return order != 0 ? order : Integer.compare(number, other.number);
        }
    }

    /// The fold of a matter in which something is awaited; null of others.
    @Nullable
    Fold fold(Reference id) {
        Open open = all.get(id);
        return open == null ? null : open.fold;
    }

    /// Takes a matter in which something is awaited, and whenever it took an entry.
    @SuppressWarnings("ReferenceEquality") // one that was read again is another
    void put(Reference id, Fold fold) {
        Open known = all.get(id);
        if (known == null || known.fold != fold) {
            remove(id);
            known = new Open(fold);
            all.put(id, known);
        }
        unsettled.put(id, known);
    }

    /// Leaves a matter out; its fold, null if it was not there.
    @Nullable
    Fold remove(Reference id) {
        Open open = all.remove(id);
        if (open == null) {
            return null;
        }
        unsettled.remove(id);
        open.places.forEach(places::remove);
        return open.fold;
    }

    /// All that is awaited, the most urgent first.
    ///
    /// @param suspensions those that stop clocks
    /// @param now milliseconds UTC, for what stands still while it is suspended
    List<Book.Item> items(Suspensions suspensions, Counterparts counterparts, long now) {
        long lowest = sightings.lowestSince(sighted);
        sighted = sightings.version();
        boolean some = settled < lowest && suspensions.declared().isEmpty();
        var stops = new Stops(suspensions, counterparts, now);
        for (Open open : List.copyOf(some ? unsettled.values() : all.values())) {
            refresh(open, stops);
        }
        return places.stream().map(Place::item).toList();
    }

    private void refresh(Open open, Stops stops) {
        List<Awaited> awaited = open.fold.awaited();
        Standstill standstill = stops.of(open.fold.subject());
        List<List<Suspensions.Interval>> stopped =
                awaited.stream().map(standstill::intervals).toList();
        if (!open.same(awaited, stopped)) {
            open.places.forEach(places::remove);
            open.awaited = awaited;
            open.stopped = stopped;
            open.places = placed(open.fold.subject(), awaited, standstill);
            places.addAll(open.places);
        }
        settle(open);
    }

    private static List<Place> placed(Subject subject, List<Awaited> awaited, Awaited.Stopped stopped) {
        var placed = new ArrayList<Place>();
        for (Awaited each : awaited) {
            placed.add(new Place(new Book.Item(subject, each, each.due(stopped)), placed.size()));
        }
        return placed;
    }

    private void settle(Open open) {
        long height = open.fold.settled();
        if (height == Long.MAX_VALUE) {
            unsettled.put(open.fold.subject().id(), open);
        } else {
            unsettled.remove(open.fold.subject().id());
            settled = Math.max(settled, height);
        }
    }

    /// When the clocks of each procedure and track have stood still, worked out once a question.
    private static final class Stops {
        private final Suspensions suspensions;
        private final Counterparts counterparts;
        private final long now;
        private final NavigableMap<String, NavigableMap<String, List<Suspensions.Interval>>> known = new TreeMap<>();

        private Stops(Suspensions suspensions, Counterparts counterparts, long now) {
            this.suspensions = suspensions;
            this.counterparts = counterparts;
            this.now = now;
        }

        private Standstill of(Subject subject) {
            List<Suspensions.Interval> whole = suspensions.declared().isEmpty()
                    ? List.of()
                    : known.computeIfAbsent(subject.code(), _ -> new TreeMap<>())
                            .computeIfAbsent(
                                    subject.track(),
                                    track -> suspensions.intervals(subject.code(), track, now, Counterparts.NONE));
            return new Standstill(suspensions, counterparts, subject, whole, now);
        }
    }
}
