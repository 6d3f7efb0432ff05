package torgau.matters;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.FieldOf;
import torgau.catalogue.Lifecycle;
import torgau.journal.Feed;
import torgau.journal.Reference;

/// How one matter went: its entries taken in total order, each once. Nothing but a filed format moves
/// it.
///
/// Of acts that did not know of each other, those that could have come in either order with one result
/// both have effect. Of others the lifecycle says which prevails, and where it is silent the one that
/// comes first in the total order; the other has crossed it. More than [#CONCURRENT] at a time are not
/// compared: the first binds.
final class Course {
    private static final int CONCURRENT = 64;

    private final @Nullable Lifecycle life;
    private final Sightings sightings;
    private final Map<Reference, Reference> overtaken;
    private final boolean weighing;
    private final List<Step> steps = new ArrayList<>();
    private final NavigableMap<Reference, Step> byPlace = new TreeMap<>();
    private final NavigableMap<Feed, List<Step>> moves = new TreeMap<>();
    private final List<Turn> contenders = new ArrayList<>();
    private final NavigableMap<FieldOf, Listed> listed = new TreeMap<>();
    private String state = "";

    /// Numbers of the rows of a table, as far as the steps were read for them.
    private static final class Listed {
        private final NavigableSet<Long> numbers = new TreeSet<>();
        private int read;
    }

    /// @param overtaken acts that later ones prevail over, by place, each with the one that does
    /// @param weighing whether the lifecycle is asked which act prevails
    Course(@Nullable Lifecycle life, Sightings sightings, Map<Reference, Reference> overtaken, boolean weighing) {
        this.life = life;
        this.sightings = sightings;
        this.overtaken = overtaken;
        this.weighing = weighing;
    }

    String state() {
        return state;
    }

    List<Step> steps() {
        return Collections.unmodifiableList(steps);
    }

    /// The numbers that the rows of a table have, in every entry that moved the matter.
    NavigableSet<Long> numbers(FieldOf table) {
        Listed known = listed.computeIfAbsent(table, _ -> new Listed());
        for (; known.read < steps.size(); known.read++) {
            if (steps.get(known.read).moved()) {
                RowNumbers.into(known.numbers, steps.get(known.read).turn(), table);
            }
        }
        return known.numbers;
    }

    Optional<Step> step(Reference place) {
        return Optional.ofNullable(byPlace.get(place));
    }

    /// An entry, and how it stands by what its author knew.
    ///
    /// @param barred what it came to, if it is no move that its author could make
    /// @param state in which the author saw the matter, if it is such a move
    record Judged(Turn turn, @Nullable Outcome barred, String state) {}

    /// What an act did when it was taken.
    sealed interface Taken {
        record Stepped(Step step) implements Taken {}

        /// It prevails over these, which were taken before it: all must be taken anew.
        record Prevails(List<Reference> over) implements Taken {}

        /// It has prevailed over others and now has no effect itself: those are free again, and all must
        /// be taken anew.
        record Settled(Reference by) implements Taken {}
    }

    Taken take(Judged judged) {
        Turn turn = judged.turn();
        if (judged.barred() != null) {
            return stepped(turn, judged.barred());
        }
        contenders.add(turn);
        Reference by = overtaken.get(turn.place());
        if (by != null) {
            return stepped(turn, new Outcome.Crossed(by));
        }
        List<Turn> unseen = unseen(turn);
        Optional<String> to = next(state, turn);
        if (to.isPresent() && (unseen.isEmpty() || eitherOrder(judged, unseen, to.get()))) {
            return moved(turn, to.get());
        }
        return clash(turn, unseen);
    }

    private Taken clash(Turn turn, List<Turn> unseen) {
        Optional<Turn> stronger =
                unseen.stream().filter(other -> prevails(other, turn)).findFirst();
        List<Reference> weaker = unseen.stream()
                .filter(other -> prevails(turn, other))
                .map(Turn::place)
                .toList();
        if (weighing && stronger.isEmpty() && !weaker.isEmpty() && unseen.size() < CONCURRENT) {
            return new Taken.Prevails(weaker);
        }
        Turn first = stronger.or(() -> unseen.stream().findFirst()).orElse(turn);
        if (weighing && overtaken.containsValue(turn.place())) {
            return new Taken.Settled(first.place());
        }
        return stepped(turn, new Outcome.Crossed(first.place()));
    }

    private Taken moved(Turn turn, String to) {
        Taken.Stepped taken = stepped(turn, new Outcome.Moved(state, to));
        moves.computeIfAbsent(turn.place().feed(), _ -> new ArrayList<>()).add(taken.step());
        state = to;
        return taken;
    }

    private Taken.Stepped stepped(Turn turn, Outcome outcome) {
        var step = new Step(turn, outcome);
        steps.add(step);
        byPlace.put(turn.place(), step);
        return new Taken.Stepped(step);
    }

    /// Whether the author of `turn` knew every act of those taken so far that could have moved the
    /// matter.
    boolean knownTo(Turn turn) {
        return contenders.stream().allMatch(other -> sightings.saw(turn.place(), other.place()));
    }

    /// Moves taken so far that the author of `turn` did not know, in total order; at most [#CONCURRENT]
    /// of each feed.
    List<Turn> unseen(Turn turn) {
        var unseen = new ArrayList<Turn>();
        moves.forEach((feed, ofFeed) -> {
            if (!feed.equals(turn.place().feed())) {
                long seen = sightings.upTo(turn.place(), feed);
                int from = Math.max(0, ofFeed.size() - CONCURRENT);
                for (Step step : ofFeed.subList(from, ofFeed.size())) {
                    if (step.turn().place().sequence() > seen
                            && !sightings.saw(turn.place(), step.turn().place())) {
                        unseen.add(step.turn());
                    }
                }
            }
        });
        Collections.sort(unseen);
        return unseen;
    }

    /// Whether an act could also have come before these, and with the same result.
    private boolean eitherOrder(Judged judged, List<Turn> unseen, String result) {
        Optional<String> at = next(judged.state(), judged.turn());
        for (Turn other : unseen) {
            at = at.flatMap(state -> next(state, other));
        }
        return unseen.size() < CONCURRENT
                && at.filter(result::equals).isPresent()
                && unseen.stream().noneMatch(other -> exclude(judged.turn(), other));
    }

    /// Two of one format of which the procedure lets but one stand, although either leads to the same
    /// state.
    private boolean exclude(Turn one, Turn other) {
        return one.code().equals(other.code()) && prevails(one, other);
    }

    private Optional<String> next(String from, Turn turn) {
        if (life == null) {
            return Optional.empty();
        }
        return from.isEmpty()
                ? Optional.ofNullable(life.start().getOrDefault(turn.code(), null))
                : life.next(from, turn.code());
    }

    private boolean prevails(Turn one, Turn over) {
        return life != null && life.prevails(one.code(), over.code());
    }
}
