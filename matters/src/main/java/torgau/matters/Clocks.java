package torgau.matters;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.Clock;
import torgau.catalogue.Field;
import torgau.catalogue.Format;
import torgau.catalogue.Procedure;
import torgau.catalogue.Role;
import torgau.catalogue.value.Value;
import torgau.journal.Act;
import torgau.journal.Reference;

/// What is awaited in one matter, kept up with as its entries are taken in total order.
final class Clocks {
    private static final String WITHDRAWAL = "WD";
    private static final List<Integer> NONE = new ArrayList<>();

    private final @Nullable Procedure procedure;
    private final Cast cast;
    private final Surroundings around;
    private final Course course;
    private final @Nullable Decisions decisions;
    private final List<Awaited> items = new ArrayList<>();
    /// What stands and is no correction.
    private final List<Turn> taken = new ArrayList<>();

    private final @Nullable Rereading rereading;
    /// Open acknowledgements that the agreement asks for, by what they acknowledge.
    private final NavigableMap<Reference, List<Integer>> receipts = new TreeMap<>();
    /// What else is open.
    private final List<Integer> ruled = new ArrayList<>();
    private int open;
    /// Up to which version of what was seen the proofs of receipt are right: of all, and of what is
    /// open.
    private long sighted;
    private long sightedOpen;
    /// What is open, as it was last asked; null once an entry was taken.
    private @Nullable List<Awaited> still;
    /// An entry that is higher than this proves nothing new in it.
    private long settled;

    /// @param course whose steps are taken here
    Clocks(Subject subject, Surroundings around, Course course) {
        this.procedure = subject.following();
        this.cast = subject.cast();
        this.around = around;
        this.course = course;
        this.decisions = procedure == null ? null : new Decisions(procedure, around);
        this.rereading = procedure == null ? null : new Rereading(procedure, around);
    }

    /// How many of them are awaited still.
    int open() {
        return open;
    }

    /// All of them, each with the proof of receipt that there is by now.
    List<Awaited> items() {
        long lowest = around.sightings().lowestSince(sighted);
        items.replaceAll(item -> received(item, lowest));
        sighted = around.sightings().version();
        return Collections.unmodifiableList(items);
    }

    /// All of them, as they were when they were last asked.
    List<Awaited> known() {
        return Collections.unmodifiableList(items);
    }

    /// Those that are awaited still, each with the proof of receipt that there is by now; the same list
    /// while nothing changes.
    List<Awaited> openItems() {
        Sightings sightings = around.sightings();
        List<Awaited> known = still;
        if (known == null || (sightedOpen != sightings.version() && settled >= sightings.lowestSince(sightedOpen))) {
            known = stillOpen(sightings.lowestSince(sightedOpen));
            still = known;
        }
        sightedOpen = sightings.version();
        return known;
    }

    /// An entry that is higher than this changes nothing of what is open, as it was last asked.
    long settled() {
        return still == null ? Long.MAX_VALUE : settled;
    }

    private List<Awaited> stillOpen(long lowest) {
        var some = new ArrayList<Awaited>(open);
        settled = 0;
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).open()) {
                Awaited item = received(items.get(i), lowest);
                items.set(i, item);
                some.add(item);
                settled = Math.max(settled, item.settled());
            }
        }
        return Collections.unmodifiableList(some);
    }

    /// @param lowest height of what was read since the proof that there is was found
    private Awaited received(Awaited item, long lowest) {
        return item.settled() < lowest ? item : received(item);
    }

    /// What an entry does to what is awaited, and what is awaited after it.
    void take(Step step) {
        still = null;
        Turn turn = step.turn();
        if (!step.outcome().stands()) {
            unjudged(step);
            return;
        }
        turn.refs().forEach(place -> settle(receipts.getOrDefault(place, NONE), turn));
        settle(ruled, turn);
        if (decisions != null && decisions.take(step)) {
            reassign(turn);
        }
        if (turn.code().equals(Corrections.CODE)) {
            reconsider(turn);
        } else {
            taken.add(turn);
        }
        if (callsForAnswer(turn.said())) {
            start(turn);
        }
    }

    /// An acknowledgement and a courtesy translation call for nothing.
    private static boolean callsForAnswer(Turn.Said said) {
        return switch (said) {
            case Turn.Said.Acknowledged _, Turn.Said.Translated _ -> false;
            case Turn.Said.Filed _, Turn.Said.Spoken _, Turn.Said.Other _ -> true;
        };
    }

    /// What has no effect, or is not known here, is to be read all the same; what is not permitted calls
    /// for nothing.
    private void unjudged(Step step) {
        switch (step.outcome()) {
            case Outcome.Foreign _, Outcome.Crossed _ -> byPrecedence(step.turn());
            case Outcome.Moved _, Outcome.Noted _, Outcome.Voided _ -> {}
        }
    }

    private void byPrecedence(Turn turn) {
        Clock clock = around.receipts().get(turn.precedence().number());
        for (int party : cast.others(turn)) {
            receipts.computeIfAbsent(turn.place(), _ -> new ArrayList<>())
                    .add(add(Awaited.after(turn, clock, party, null, null)));
        }
    }

    private void start(Turn turn) {
        boolean acknowledged = false;
        if (procedure != null) {
            for (Clock clock : procedure.clocks()) {
                if (clock.on().equals(turn.code()) && says(turn, clock.where())) {
                    acknowledged |= clock.kind() == Clock.Kind.ACKNOWLEDGEMENT;
                    begin(clock, turn);
                }
            }
        }
        if (!acknowledged) {
            byPrecedence(turn);
        }
    }

    private void begin(Clock clock, Turn turn) {
        SortedSet<Integer> parties = awaited(clock, turn.party());
        Clock.Rows rows = clock.rows();
        if (rows == null) {
            parties.forEach(party -> ruled.add(add(Awaited.after(turn, clock, party, null, event(clock, turn)))));
            return;
        }
        for (int party : parties) {
            NavigableSet<Long> begun = AwaitedRows.begun(rows, turn);
            begun.removeAll(openRows(clock, party));
            begun.forEach(row -> ruled.add(add(Awaited.after(turn, clock, party, row, event(clock, turn)))));
        }
    }

    /// Rows that are awaited for already: who says once more that an answer comes later gains no time.
    private NavigableSet<Long> openRows(Clock clock, int party) {
        var rows = new TreeSet<Long>();
        for (int at : ruled) {
            Awaited item = items.get(at);
            Long row = item.row();
            if (row != null && item.party() == party && item.clock().name().equals(clock.name())) {
                rows.add(row);
            }
        }
        return rows;
    }

    /// Whether code fields of an entry, as it was filed, have these items.
    private static boolean says(Turn turn, NavigableMap<String, String> where) {
        return where.entrySet().stream()
                .allMatch(each -> turn.value(each.getKey())
                        .filter(new Value.Code(each.getValue())::equals)
                        .isPresent());
    }

    /// A correction of what decides whether clocks start: one that would have started with the entry as
    /// it now reads starts with the correction, one that would not is awaited no longer.
    private void reconsider(Turn correction) {
        if (procedure != null
                && rereading != null
                && correction.value("message").orElse(null) instanceof Value.Message(Reference place)) {
            course.step(place)
                    .filter(step -> step.outcome().stands())
                    .map(Step::turn)
                    .ifPresent(demand -> reconsider(procedure, rereading, demand, correction));
        }
    }

    private void reconsider(Procedure known, Rereading reread, Turn demand, Turn correction) {
        List<String> changed = reread.take(demand, correction);
        for (Clock clock : known.clocks()) {
            boolean decided =
                    clock.on().equals(demand.code()) && changed.stream().anyMatch(clock.where()::containsKey);
            if (decided && reread.says(demand, clock.where())) {
                Long event = clock.from() instanceof Clock.From.Event(String field)
                        ? reread.value(demand, field).map(Terms::end).orElse(null)
                        : null;
                beginLate(clock, demand, correction, event);
            } else if (decided) {
                endAll(clock, demand, correction);
            }
        }
    }

    private void endAll(Clock clock, Turn demand, Turn correction) {
        for (int at : List.copyOf(ruled)) {
            Awaited item = items.get(at);
            if (item.demand().place().equals(demand.place())
                    && item.clock().name().equals(clock.name())) {
                end(at, correction);
            }
        }
    }

    /// What was filed since, but for corrections, does to it what it would have done had it begun in time.
    private void beginLate(Clock clock, Turn demand, Turn correction, @Nullable Long event) {
        for (int party : awaited(clock, demand.party())) {
            for (Awaited item : AwaitedRows.items(clock, demand, party)) {
                if (items.stream().noneMatch(item::standsFor)) {
                    Awaited since = since(item);
                    if (since.open()) {
                        ruled.add(add(since.begunBy(correction.place(), event)));
                    }
                }
            }
        }
    }

    /// What the entries since made of an item.
    @SuppressWarnings("ReferenceEquality") // what nothing changed is the same
    private Awaited since(Awaited item) {
        Awaited now = item;
        for (Turn turn : taken) {
            if (now.open() && turn.compareTo(item.demand()) > 0) {
                Awaited next = changed(now, turn);
                boolean knew = next != now
                        && around.sightings().saw(turn.place(), item.demand().place());
                now = knew ? next : now;
            }
        }
        return now;
    }

    /// From whom what a clock awaits is awaited after an act of `author`, by now.
    private SortedSet<Integer> awaited(Clock clock, int author) {
        Role role = procedure == null ? null : procedure.roles().getOrDefault(clock.by(), null);
        return role == null || decisions == null
                ? new TreeSet<>()
                : decisions.now(role).map(is -> cast.awaited(role, is, author)).orElseGet(TreeSet::new);
    }

    /// Another word on who plays a role: what is open is awaited from those who play it now. What was
    /// done stays done.
    private void reassign(Turn turn) {
        for (int at : List.copyOf(ruled)) {
            Awaited item = items.get(at);
            if (item.open() && named(item.clock())) {
                SortedSet<Integer> now = awaited(item.clock(), item.creditor());
                items.stream()
                        .filter(other -> item.sameBut(other) && !(other.fate() instanceof Awaited.Fate.Ended))
                        .forEach(other -> now.remove(other.party()));
                now.forEach(party -> ruled.add(add(item.of(party))));
                if (!awaited(item.clock(), item.creditor()).contains(item.party())) {
                    end(at, turn);
                }
            }
        }
    }

    private void end(int at, Turn by) {
        items.set(at, items.get(at).with(new Awaited.Fate.Ended(by)));
        ruled.removeIf(index -> index == at);
        open--;
    }

    private boolean named(Clock clock) {
        Role role = procedure == null ? null : procedure.roles().getOrDefault(clock.by(), null);
        return role != null && role.is() == Role.Is.NAMED;
    }

    private int add(Awaited item) {
        items.add(item);
        open++;
        return items.size() - 1;
    }

    /// What an entry makes of things awaited; who had not seen the demand changes nothing. Those that
    /// are no longer open leave the list.
    @SuppressWarnings("ReferenceEquality") // what nothing changed is the same
    private void settle(List<Integer> some, Turn turn) {
        for (int i = some.size() - 1; i >= 0; i--) {
            Awaited item = items.get(some.get(i));
            Awaited next = changed(item, turn);
            if (next != item
                    && around.sightings().saw(turn.place(), item.demand().place())) {
                items.set(some.get(i), next);
                if (!next.open()) {
                    some.subList(i, i + 1).clear();
                    open--;
                }
            }
        }
    }

    private Awaited changed(Awaited item, Turn turn) {
        if (turn.party() == item.party() && fulfils(item, turn)) {
            return item.with(new Awaited.Fate.Done(turn));
        }
        if (ends(item, turn)) {
            return item.with(new Awaited.Fate.Ended(turn));
        }
        return switch (turn.code()) {
            case "EX" -> extended(item, turn);
            case Corrections.CODE -> corrected(item, turn);
            default -> item;
        };
    }

    /// Nobody ends by withdrawing what is awaited of itself.
    private boolean ends(Awaited item, Turn turn) {
        boolean own = turn.code().equals(WITHDRAWAL) && turn.party() == item.party();
        return !own
                && item.clock().endedBy().contains(turn.code())
                && AwaitedRows.joined(item, turn).orElseGet(() -> about(item, turn));
    }

    private boolean fulfils(Awaited item, Turn turn) {
        if (turn.said() instanceof Turn.Said.Acknowledged(Act.Acknowledgement act)) {
            return item.clock().doneBy().contains(turn.code())
                    && turn.refs().contains(item.demand().place())
                    && (!ReadBack.awaitedBy(item.clock())
                            || ReadBack.agrees(act, item.demand(), correctedBefore(turn, item)));
        }
        return item.clock().name().equals(ByPrecedence.NAME)
                ? turn.refs().contains(item.demand().place())
                : item.clock().doneBy().contains(turn.code())
                        && AwaitedRows.answered(item, turn).orElseGet(() -> about(item, turn));
    }

    /// Whether an entry is about this demand: it refers to it, or to no other of its kind.
    private boolean about(Awaited item, Turn turn) {
        return turn.refs().contains(item.demand().place())
                || turn.refs().stream().noneMatch(place -> demands(item.clock(), place));
    }

    private boolean demands(Clock clock, Reference place) {
        return course.step(place)
                .filter(step -> !(step.outcome() instanceof Outcome.Voided))
                .filter(step -> step.turn().code().equals(clock.on()))
                .isPresent();
    }

    /// The other side grants more time: only who awaits may, and only for what it names.
    private Awaited extended(Awaited item, Turn turn) {
        String by = item.clock().extendedBy();
        boolean granted = by != null
                && procedure != null
                && turn.party() != item.party()
                && cast.plays(turn.party(), procedure, by)
                && turn.value("message")
                        .filter(new Value.Message(item.demand().place())::equals)
                        .isPresent()
                && turn.value("awaited").filter(kind(item)::equals).isPresent();
        return granted && turn.value("until").orElse(null) instanceof Value.Instant(long until)
                ? item.extended(until)
                : item;
    }

    private static Value kind(Awaited item) {
        return new Value.Code(item.clock().kind().name().toLowerCase(Locale.ROOT));
    }

    /// Names of the fields of what was asked that corrections have changed before an entry, in total
    /// order: when all is taken anew, the course has later ones as well.
    private List<String> correctedBefore(Turn turn, Awaited item) {
        return Corrections.standing(course.steps()).getOrDefault(item.demand().place(), List.of()).stream()
                .filter(correction -> correction.compareTo(turn) < 0)
                .flatMap(correction -> Corrections.fields(correction).stream())
                .toList();
    }

    private Awaited corrected(Awaited item, Turn turn) {
        if (turn.party() != item.creditor()
                || !Corrections.concerns(turn, item.demand().place())) {
            return item;
        }
        if (Corrections.cancels(turn)) {
            return item.with(new Awaited.Fate.Ended(turn));
        }
        List<String> changed = Corrections.fields(turn);
        Awaited same = changed.stream().anyMatch(item.clock().restartOnChangeOf()::contains)
                ? item.restarted(turn.place())
                : item;
        return same.clock().from() instanceof Clock.From.Event(String field) && changed.contains(field)
                ? same.moved(event(same.clock(), same.demand(), turn))
                : same;
    }

    private @Nullable Long event(Clock clock, Turn turn) {
        return clock.from() instanceof Clock.From.Event(String field)
                ? turn.value(field).map(Terms::end).orElse(null)
                : null;
    }

    private @Nullable Long event(Clock clock, Turn demand, Turn correction) {
        if (!(clock.from() instanceof Clock.From.Event(String field)) || procedure == null) {
            return null;
        }
        Optional<Field> type = procedure.format(demand.code()).flatMap((Format format) -> format.field(field));
        return type.flatMap(known -> Corrections.now(
                        correction, known, name -> around.editions().list(procedure, name)))
                .map(Terms::end)
                .orElse(null);
    }

    private Awaited received(Awaited item) {
        Turn demand = item.demand();
        Turn counted = demand.place().equals(item.countsFrom())
                ? demand
                : course.step(item.countsFrom()).map(Step::turn).orElse(demand);
        return Receipt.of(around, counted, item.party()).map(item::receivedBy).orElse(item);
    }
}
