package torgau.matters;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.Procedure;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.Payload;
import torgau.journal.Reference;
import torgau.journal.agreement.Roster;

/// All matters of a journal, kept up with as entries are admitted. Not for several threads.
///
/// Matters in which something is awaited, and those that were used last, are held whole; of the others
/// only the outline is, and their entries are read again when they are asked for.
public final class Book {
    private final Surroundings.Editions editions;
    private final Roster roster;
    private final Function<Reference, Optional<Entry>> journal;
    private final int whole;
    private final Sightings sightings = new Sightings();
    private final NavigableMap<Reference, Outline> outlines = new TreeMap<>();
    private final Map<Reference, List<Reference>> taken = new TreeMap<>();
    private final NavigableMap<Reference, Matter> open = new TreeMap<>();
    private final Map<Reference, Matter> recent;
    private final NavigableMap<Feed, NavigableMap<Long, NavigableSet<Reference>>> watched = new TreeMap<>();
    private Suspensions suspensions = Suspensions.NONE;
    /// Those that are their party's own word.
    private Suspensions own = Suspensions.NONE;

    /// What is known of every matter at once.
    ///
    /// @param procedure code of its procedure; empty of a conversation
    /// @param state empty if it has none
    /// @param entries how many it has
    /// @param last the last of them in total order
    /// @param awaited how many things are still awaited in it
    public record Outline(
            Reference id, String procedure, String state, int entries, Order last, long lastTime, int awaited) {
        static Outline of(Matter matter) {
            Turn last = matter.steps().getLast().turn();
            int awaited = (int) matter.awaited().stream().filter(Awaited::open).count();
            String procedure = matter.procedure().map(Procedure::code).orElse("");
            return new Outline(
                    matter.id(), procedure, matter.state(), matter.steps().size(), last.order(), last.time(), awaited);
        }
    }

    /// An empty book.
    ///
    /// @param roster stations and rules; when they change, a new book is begun
    /// @param journal finds an entry again that was taken before
    /// @param whole how many matters in which nothing is awaited are held whole
    public Book(
            Surroundings.Editions editions, Roster roster, Function<Reference, Optional<Entry>> journal, int whole) {
        this.editions = editions;
        this.roster = roster;
        this.journal = journal;
        this.whole = whole;
        this.recent = new LinkedHashMap<>(16, 0.75f, true);
    }

    /// Takes the next entry that the journal admitted; the matters that it changed come back.
    public NavigableSet<Reference> add(Entry entry) {
        boolean stands = roster.stands(entry.reference());
        List<Sightings.Reach> news = stands ? sightings.add(entry) : List.of();
        suspend(suspensions.after(entry));
        NavigableSet<Reference> changed = received(news);
        Payload payload = entry.payload();
        if (!payload.automatic()) {
            Reference matter = payload.matter();
            changed.add(matter != null && continues(entry, matter) ? continued(matter, entry) : opened(entry));
        }
        return changed;
    }

    private void suspend(Suspensions next) {
        if (!next.equals(suspensions)) {
            suspensions = next;
            own = next.under(roster);
        }
    }

    private boolean continues(Entry entry, Reference matter) {
        return outlines.containsKey(matter) && sightings.saw(entry.reference(), matter);
    }

    private Reference opened(Entry entry) {
        taken.put(entry.reference(), new ArrayList<>(List.of(entry.reference())));
        note(Matter.opened(entry, around()));
        return entry.reference();
    }

    private Reference continued(Reference id, Entry entry) {
        Matter matter = held(id);
        if (matter.add(entry, own)) {
            taken.computeIfAbsent(id, _ -> new ArrayList<>()).add(entry.reference());
        }
        note(matter);
        return id;
    }

    private Surroundings around() {
        return new Surroundings(editions, sightings, roster, own);
    }

    /// What this entry was the first of its feed to have seen may be proof of receipt of something
    /// awaited.
    private NavigableSet<Reference> received(List<Sightings.Reach> news) {
        var matters = new TreeSet<Reference>();
        for (Sightings.Reach reach : news) {
            NavigableMap<Long, NavigableSet<Reference>> ofFeed = watched.get(reach.feed());
            if (ofFeed != null) {
                var seen = new TreeSet<Reference>();
                ofFeed.subMap(reach.from(), false, reach.to(), true).values().forEach(seen::addAll);
                seen.forEach(id -> received(id, reach));
                matters.addAll(seen);
            }
        }
        return matters;
    }

    private void received(Reference id, Sightings.Reach reach) {
        Matter matter = open.get(id);
        matter = matter == null ? recent.get(id) : matter;
        if (matter != null) {
            matter.receipts(reach);
            matter.toWatch().forEach(place -> watch(place, id));
        }
    }

    private void note(Matter matter) {
        matter.toWatch().forEach(place -> watch(place, matter.id()));
        Outline outline = Outline.of(matter);
        outlines.put(matter.id(), outline);
        if (outline.awaited() > 0) {
            open.put(matter.id(), matter);
            recent.remove(matter.id());
        } else {
            open.remove(matter.id());
            keep(matter);
        }
    }

    private void keep(Matter matter) {
        recent.put(matter.id(), matter);
        if (recent.size() > whole) {
            recent.remove(recent.keySet().iterator().next());
        }
    }

    private void watch(Reference place, Reference matter) {
        watched.computeIfAbsent(place.feed(), _ -> new TreeMap<>())
                .computeIfAbsent(place.sequence(), _ -> new TreeSet<>())
                .add(matter);
    }

    /// A matter, read again if it is not held whole.
    private Matter held(Reference id) {
        Matter matter = open.get(id);
        matter = matter == null ? recent.get(id) : matter;
        return matter == null ? readAgain(id) : matter;
    }

    /// Takes the entries of a matter again, those that were taken before and in the same order.
    private Matter readAgain(Reference id) {
        Matter matter = Matter.opened(again(id), around());
        for (Reference place : taken.getOrDefault(id, List.of())) {
            if (!place.equals(id)) {
                matter.add(again(place), own);
            }
        }
        return matter;
    }

    private Entry again(Reference place) {
        return journal.apply(place).orElseThrow(() -> new IllegalStateException(place + " was held and is not"));
    }

    /// The matter that this entry opened.
    public Optional<Matter> matter(Reference id) {
        if (!outlines.containsKey(id)) {
            return Optional.empty();
        }
        Matter matter = held(id);
        if (!open.containsKey(id)) {
            keep(matter);
        }
        return Optional.of(matter);
    }

    /// Every matter, the one with the newest entry first.
    public List<Outline> outlines() {
        var all = new ArrayList<>(outlines.values());
        all.sort(Comparator.comparing(Outline::last).reversed());
        return all;
    }

    /// Something that is awaited still, with its matter.
    ///
    /// @param due when it is requested by, milliseconds UTC; null while its time does not run
    public record Item(
            Matter matter, Awaited awaited, @Nullable Long due) {}

    /// All that is awaited of anybody, the most urgent first; what was not received yet comes last.
    ///
    /// @param now milliseconds UTC, for what stands still while it is suspended
    public List<Item> awaited(long now) {
        var items = new ArrayList<Item>();
        for (Matter matter : open.values()) {
            Awaited.Stopped stopped = stopped(matter, now);
            for (Awaited item : matter.awaited()) {
                if (item.open()) {
                    items.add(new Item(matter, item, item.due(stopped)));
                }
            }
        }
        items.sort(Comparator.comparing(Item::due, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(item -> item.awaited().demand()));
        return Collections.unmodifiableList(items);
    }

    /// For how long the clocks of a matter have stood still.
    public Awaited.Stopped stopped(Matter matter, long now) {
        String procedure = matter.procedure().map(Procedure::code).orElse("");
        List<Suspensions.Interval> intervals = own.intervals(procedure, matter.track(), now);
        return from -> intervals.stream().mapToLong(each -> each.after(from)).sum();
    }
}
