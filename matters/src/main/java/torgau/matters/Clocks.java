package torgau.matters;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.Clock;
import torgau.catalogue.Field;
import torgau.catalogue.Format;
import torgau.catalogue.Procedure;
import torgau.catalogue.value.Value;
import torgau.journal.Precedence;
import torgau.journal.Reference;

/// What is awaited in one matter, kept up with as its entries are taken in total order.
final class Clocks {
    /// Under which every entry of an officer awaits an acknowledgement within the time agreed for its
    /// precedence.
    static final String BY_PRECEDENCE = "precedence";

    private static final List<String> RECEIPTS = List.of("AK", "RB", "NU", "PN");
    private static final String LINE = "LINE";
    private static final String WITHDRAWAL = "WD";

    private final @Nullable Procedure procedure;
    private final Cast cast;
    private final Surroundings around;
    private final List<Awaited> items = new ArrayList<>();
    private final List<Reference> toWatch = new ArrayList<>();
    private final NavigableMap<Reference, Turn> turns = new TreeMap<>();

    Clocks(@Nullable Procedure procedure, Cast cast, Surroundings around) {
        this.procedure = procedure;
        this.cast = cast;
        this.around = around;
    }

    /// Places of which it matters who sees them, since this was last asked.
    List<Reference> toWatch() {
        var places = List.copyOf(toWatch);
        toWatch.clear();
        return places;
    }

    List<Awaited> items() {
        return Collections.unmodifiableList(items);
    }

    /// What an entry does to what is awaited, and what is awaited after it.
    void take(Step step) {
        Turn turn = step.turn();
        if (!step.outcome().stands()) {
            unjudged(step);
            return;
        }
        turns.put(turn.place(), turn);
        items.replaceAll(item -> after(item, turn));
        if (!(turn.said() instanceof Turn.Said.Acknowledged)) {
            start(turn);
        }
    }

    /// What has no effect, or is not known here, is to be read all the same; what is not permitted calls
    /// for nothing.
    private void unjudged(Step step) {
        switch (step.outcome()) {
            case Outcome.Foreign _, Outcome.Crossed _ -> {
                turns.put(step.turn().place(), step.turn());
                byPrecedence(step.turn());
            }
            case Outcome.Moved _, Outcome.Noted _, Outcome.Voided _ -> {}
        }
    }

    private void byPrecedence(Turn turn) {
        Clock clock = byPrecedence(turn.precedence());
        cast.others(turn).forEach(party -> add(Awaited.after(turn, clock, party, null)));
    }

    private void start(Turn turn) {
        boolean acknowledged = false;
        if (procedure != null) {
            for (Clock clock : procedure.clocks()) {
                if (clock.on().equals(turn.code())) {
                    acknowledged |= clock.kind() == Clock.Kind.ACKNOWLEDGEMENT;
                    cast.awaited(procedure, clock.by(), turn.party())
                            .forEach(party -> add(Awaited.after(turn, clock, party, event(clock, turn))));
                }
            }
        }
        if (!acknowledged) {
            byPrecedence(turn);
        }
    }

    private void add(Awaited item) {
        toWatch.add(item.countsFrom());
        items.add(received(item));
    }

    private Clock byPrecedence(Precedence precedence) {
        int minutes =
                around.roster().agreement().rules().acknowledgeWithinMinutes().get(precedence.number());
        Duration within = Duration.ofMinutes(minutes);
        return new Clock(
                BY_PRECEDENCE,
                Clock.Kind.ACKNOWLEDGEMENT,
                "",
                "",
                RECEIPTS,
                List.of(),
                within,
                new Clock.From.Receipt(),
                LINE,
                List.of(),
                null,
                true,
                List.of(within.dividedBy(2)),
                new TreeMap<>());
    }

    /// What an entry makes of something awaited; who had not seen the demand changes nothing.
    @SuppressWarnings("ReferenceEquality") // what nothing changed is the same
    private Awaited after(Awaited item, Turn turn) {
        if (!item.open()) {
            return item;
        }
        Awaited next = changed(item, turn);
        return next == item
                        || around.sightings().saw(turn.place(), item.demand().place())
                ? next
                : item;
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
        return !own && item.clock().endedBy().contains(turn.code()) && about(item, turn);
    }

    private boolean fulfils(Awaited item, Turn turn) {
        if (turn.said() instanceof Turn.Said.Acknowledged) {
            return item.clock().doneBy().contains(turn.code())
                    && turn.refs().contains(item.demand().place());
        }
        return item.clock().name().equals(BY_PRECEDENCE)
                ? turn.refs().contains(item.demand().place())
                : item.clock().doneBy().contains(turn.code()) && about(item, turn);
    }

    /// Whether an entry is about this demand: it refers to it, or to no other of its kind.
    private boolean about(Awaited item, Turn turn) {
        return turn.refs().contains(item.demand().place())
                || turn.refs().stream().noneMatch(place -> demands(item.clock(), place));
    }

    private boolean demands(Clock clock, Reference place) {
        Turn turn = turns.get(place);
        return turn != null && turn.code().equals(clock.on());
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
                ? restarted(item, turn.place())
                : item;
        return same.clock().from() instanceof Clock.From.Event(String field) && changed.contains(field)
                ? same.moved(event(same.clock(), same.demand(), turn))
                : same;
    }

    private Awaited restarted(Awaited item, Reference correction) {
        toWatch.add(correction);
        return received(item.restarted(correction));
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

    /// Looks again who had proof of receipt of what, where a station newly saw these places.
    void receipts(Sightings.Reach seen) {
        items.replaceAll(
                item -> seen.has(item.countsFrom()) || (item.receipt() != null && seen.has(proof(item.receipt())))
                        ? received(item)
                        : item);
    }

    private static Reference proof(Awaited.Receipt receipt) {
        return receipt.by().order().place();
    }

    private Awaited received(Awaited item) {
        Turn from = turns.get(item.countsFrom());
        Turn counted = from == null ? item.demand() : from;
        return Awaited.Receipt.of(around.sightings(), counted, item.party())
                .map(receipt -> {
                    toWatch.add(proof(receipt));
                    return item.receivedBy(receipt);
                })
                .orElse(item);
    }
}
