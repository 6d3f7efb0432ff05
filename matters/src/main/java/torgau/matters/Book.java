package torgau.matters;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import torgau.journal.Entry;
import torgau.journal.Reference;
import torgau.journal.agreement.Agreement;
import torgau.journal.agreement.Party;
import torgau.journal.agreement.Roster;

/// All matters of a journal, kept up with as entries are admitted. Not for several threads.
///
/// What is added waits until something is asked, or until much waits, and then each matter takes all
/// that came for it at once. Matters in which something is awaited, and those that were used last, are
/// held whole; of the others only the outline is, and their entries are read again when they are asked
/// for.
public final class Book {
    private static final int MOST_WAITING = 16_384;
    private static final long MOST_WAITING_BYTES = 16 << 20;

    private final Surroundings around;
    private final Function<Reference, Optional<Entry>> journal;
    private final int whole;
    private final NavigableMap<Reference, List<Entry>> waiting = new TreeMap<>();
    private final NavigableMap<Reference, Outline> outlines = new TreeMap<>();
    private final NavigableMap<String, NavigableSet<Reference>> following = new TreeMap<>();
    private final Agenda agenda;
    private final Map<Reference, Fold> recent;
    private final NavigableMap<Reference, List<Terms.Standing>> standing = new TreeMap<>();
    private final Calendar calendar;
    private final Citations citations;
    private final ProposedEditions proposed;
    private final Voices voices = new Voices();
    private final Tallying tallying;
    /// Entries of the matters that are not held whole.
    private final NavigableMap<Reference, List<Reference>> aside = new TreeMap<>();
    /// Those of them whose outline is not up to date, because their entries could not be read again.
    private final NavigableSet<Reference> stuck = new TreeSet<>();
    private final List<Failure> failures = new ArrayList<>();
    private Suspensions suspensions = Suspensions.NONE;
    /// Those that are their party's own word.
    private Suspensions own = Suspensions.NONE;
    private int waitingEntries;
    private long waitingBytes;

    /// Something that could not be folded: all else goes on.
    ///
    /// @param matter whose outline stays as it was until it is tried again and succeeds
    public record Failure(Reference matter, RuntimeException why) {}

    /// An empty book.
    ///
    /// @param roster stations and rules; when they change, a new book is begun
    /// @param journal finds an entry again that was added before
    /// @param whole how many matters in which nothing is awaited are held whole
    public Book(
            Surroundings.Editions editions, Roster roster, Function<Reference, Optional<Entry>> journal, int whole) {
        var agreed = new Surroundings(editions, new Sightings(), roster);
        this.proposed = new ProposedEditions(agreed);
        this.around = agreed.with(proposed);
        this.agenda = new Agenda(around.sightings());
        this.journal = journal;
        this.whole = whole;
        this.calendar = new Calendar(around);
        this.tallying = new Tallying(around);
        this.recent = new LinkedHashMap<>(16, 0.75f, true);
        this.citations = new Citations(journal, outlines, this::held);
    }

    /// Takes the next entry that the journal admitted.
    public void add(Entry entry) {
        if (around.roster().stands(entry.reference())) {
            around.sightings().add(entry);
            calendar.heard(entry);
            voices.add(entry);
            tallying.heard(entry);
        }
        suspend(suspensions.after(entry));
        if (!entry.payload().automatic()) {
            Reference matter = matterOf(entry);
            waiting.computeIfAbsent(matter, _ -> new ArrayList<>()).add(entry);
            proposed.add(entry, matter);
            if (matter.equals(entry.reference())) {
                citations.opened(entry);
            }
            waitingBytes += entry.signed().length();
            if (++waitingEntries >= MOST_WAITING || waitingBytes >= MOST_WAITING_BYTES) {
                settle();
            }
        }
    }

    private void suspend(Suspensions next) {
        if (!next.equals(suspensions)) {
            suspensions = next;
            own = next.under(around.roster());
        }
    }

    /// The matter that an entry continues; itself if there is none of which its author knew.
    private Reference matterOf(Entry entry) {
        Reference matter = entry.payload().matter();
        if (matter == null) {
            return entry.reference();
        }
        boolean continues = (waiting.containsKey(matter) || outlines.containsKey(matter))
                && around.sightings().saw(entry.reference(), matter);
        return continues ? matter : entry.reference();
    }

    /// Gives every matter what waits for it.
    private void settle() {
        for (var each = waiting.pollFirstEntry(); each != null; each = waiting.pollFirstEntry()) {
            settle(each.getKey(), each.getValue());
        }
        waitingEntries = 0;
        waitingBytes = 0;
    }

    private void settle(Reference id, List<Entry> entries) {
        try {
            Fold fold = outlines.containsKey(id) ? held(id) : Fold.opened(entries.getFirst(), around, own);
            fold.add(entries, own);
            note(fold);
            stuck.remove(id);
        } catch (RuntimeException why) {
            leave(id, entries, why);
        }
    }

    /// What cannot be read, or meets a bug of ours, stops no matter but its own.
    private void leave(Reference id, List<Entry> entries, RuntimeException why) {
        if (!outlines.containsKey(id)) {
            failures.add(new Failure(id, why));
            return;
        }
        if (stuck.add(id)) {
            failures.add(new Failure(id, why));
        }
        Fold half = recent.remove(id);
        half = half == null ? agenda.remove(id) : half;
        List<Reference> places = aside.computeIfAbsent(id, _ -> new ArrayList<>());
        places.addAll(half == null ? List.of() : half.places());
        entries.forEach(entry -> places.add(entry.reference()));
    }

    /// What failed since this was last asked.
    public List<Failure> failures() {
        var some = List.copyOf(failures);
        failures.clear();
        return some;
    }

    /// Tries again what could not be folded, at the next question.
    public void again() {
        stuck.forEach(id -> waiting.computeIfAbsent(id, _ -> new ArrayList<>()));
    }

    private void note(Fold fold) {
        Outline outline = Outline.of(fold);
        outlines.put(outline.id(), outline);
        following.computeIfAbsent(outline.procedure(), _ -> new TreeSet<>()).add(outline.id());
        aside.remove(outline.id());
        tallying.changed(outline.id());
        calendar.reported(outline.id(), fold.reports());
        List<Terms.Standing> stands = fold.standing();
        if (stands.isEmpty()) {
            standing.remove(outline.id());
        } else {
            standing.put(outline.id(), stands);
        }
        if (outline.awaited() > 0) {
            agenda.put(outline.id(), fold);
            recent.remove(outline.id());
        } else {
            agenda.remove(outline.id());
            keep(outline.id(), fold);
        }
    }

    private void keep(Reference id, Fold fold) {
        recent.put(id, fold);
        if (recent.size() > whole) {
            var oldest = recent.entrySet().iterator().next();
            tallying.leaving(oldest.getValue());
            aside.put(oldest.getKey(), new ArrayList<>(oldest.getValue().places()));
            recent.remove(oldest.getKey());
        }
    }

    /// A matter that is to be counted; null if it cannot be read now: what was counted of it stays.
    private @Nullable Fold counted(Reference id) {
        try {
            return held(id);
        } catch (RuntimeException why) {
            failures.add(new Failure(id, why));
            return null;
        }
    }

    /// A matter, read again if it is not held whole.
    private Fold held(Reference id) {
        Fold fold = agenda.fold(id);
        fold = fold == null ? recent.get(id) : fold;
        return fold == null ? readAgain(id) : fold;
    }

    private Fold readAgain(Reference id) {
        List<Entry> entries = aside.getOrDefault(id, List.of()).stream()
                .map(place -> journal.apply(place)
                        .orElseThrow(() -> new IllegalStateException(place + " was held and is not")))
                .toList();
        Fold fold = Fold.opened(entries.getFirst(), around, own);
        fold.add(entries, own);
        return fold;
    }

    /// The matter that this entry opened.
    public Optional<Matter> matter(Reference id) {
        settle();
        if (!outlines.containsKey(id)) {
            return Optional.empty();
        }
        Fold fold = held(id);
        note(fold);
        return Optional.of(fold.matter(citations.links(fold)));
    }

    /// Every matter, the one with the newest entry first.
    public List<Outline> outlines() {
        settle();
        var all = new ArrayList<>(outlines.values());
        all.sort(Comparator.comparing(Outline::last).reversed());
        return all;
    }

    /// The ids of the matters that follow a procedure, ascending.
    ///
    /// @param procedure its code
    public List<Reference> ids(String procedure) {
        settle();
        return List.copyOf(following.getOrDefault(procedure, Collections.emptyNavigableSet()));
    }

    /// The same, the one with the newest entry first.
    public List<Reference> newest(String procedure) {
        return ids(procedure).stream()
                .flatMap(id -> Optional.ofNullable(outlines.get(id)).stream())
                .sorted(Comparator.comparing(Outline::last).reversed())
                .map(Outline::id)
                .toList();
    }

    /// The matters that follow a procedure, ascending, but of each opener only the newest, as far as
    /// their entries are no more than so many in all: whoever opens very many takes the place of its own
    /// alone. Those that are not held whole are read again.
    ///
    /// @param procedure its code
    /// @param most entries in the matters of one opener; any single matter fits in `Matter.MOST`
    public List<Matter> following(String procedure, int most) {
        var room = new TreeMap<Integer, Integer>();
        var taken = new TreeSet<Reference>();
        for (Reference id : newest(procedure)) {
            int party = id.feed().party();
            int left = room.getOrDefault(party, most)
                    - Objects.requireNonNull(outlines.get(id)).entries();
            if (left >= 0) {
                room.put(party, left);
                taken.add(id);
            }
        }
        return taken.stream().flatMap(id -> matter(id).stream()).toList();
    }

    /// The offices in whose name each party has spoken, by party, capacity and title.
    public List<Voice> voices() {
        return voices.all();
    }

    /// Something that is awaited still, with its matter.
    ///
    /// @param due when it is requested by, milliseconds UTC; null while its time does not run
    public record Item(
            Subject subject, Awaited awaited, @Nullable Long due) {
        int compareUrgency(Item other) {
            long mine = due == null ? Long.MAX_VALUE : due;
            int order = Long.compare(mine, other.due == null ? Long.MAX_VALUE : other.due);
            return order != 0 ? order : awaited.demand().compareTo(other.awaited.demand());
        }
    }

    /// All that is awaited of anybody, the most urgent first; what was not received yet comes last.
    ///
    /// @param now milliseconds UTC, for what stands still while it is suspended
    public List<Item> awaited(long now) {
        settle();
        return agenda.items(own, new Counterparts(agreement()), now);
    }

    /// What the calendars of the agreed procedures await from a party or by it, the earliest day first.
    ///
    /// @param now milliseconds UTC
    public List<CalendarItem> calendar(int party, long now) {
        settle();
        return calendar.items(party, own, now);
    }

    /// Counts some of what has changed since figures were last asked for; whether that was all. So much
    /// is done at a time that nobody waits for it.
    ///
    /// @param most how many matters, and how many proofs of receipt
    public boolean tally(int most) {
        settle();
        return tallying.some(most, this::counted);
    }

    /// What all matters give to figures, as far as it was counted.
    public Tallies tallies() {
        return tallying.all(own);
    }

    /// Every edition of a procedure that was proposed, and how far it came, in total order.
    public List<Proposal> proposals() {
        return proposed.all(own);
    }

    /// What was notified in any matter and stands until a time, unless it is confirmed.
    public List<Terms.Standing> standing() {
        settle();
        return standing.values().stream().flatMap(List::stream).toList();
    }

    /// Since when each party has named entries of others without saying that it has seen them, where
    /// that has been so for two intervals of the link tests: milliseconds UTC by party.
    public NavigableMap<Integer, Long> withheld() {
        var since = new TreeMap<Integer, Long>();
        for (Party party : around.roster().agreement().parties()) {
            around.sightings()
                    .withheldSince(party.number(), around.withheldMillis())
                    .ifPresent(time -> since.put(party.number(), time));
        }
        return since;
    }

    /// The matter to which an entry belongs.
    public Optional<Matter> holding(Reference place) {
        return matter(place)
                .or(() -> journal.apply(place)
                        .flatMap(entry -> Optional.ofNullable(entry.payload().matter()))
                        .flatMap(this::matter));
    }

    /// Whether a matter follows a procedure.
    public boolean follows(Reference id, String procedure) {
        settle();
        Outline outline = outlines.get(id);
        return outline != null && outline.procedure().equals(procedure);
    }

    /// The matters whose opening entry refers to this one, ascending; none of those opened in free
    /// words.
    public Stream<Reference> citing(Reference place) {
        return citations.citing(place);
    }

    /// What was suspended, and what of it was lifted, by each party's own word.
    public Suspensions suspensions() {
        return own;
    }

    public Agreement agreement() {
        return around.roster().agreement();
    }

    /// For how long the clocks of a matter have stood still.
    public Awaited.Stopped stopped(Subject subject, long now) {
        List<Suspensions.Interval> whole = own.intervals(subject.code(), subject.track(), now, Counterparts.NONE);
        return new Standstill(own, new Counterparts(agreement()), subject, whole, now);
    }
}
