package torgau.matters;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.Format;
import torgau.catalogue.Lifecycle;
import torgau.catalogue.Procedure;
import torgau.journal.Act;
import torgau.journal.Code;
import torgau.journal.Entry;
import torgau.journal.Reference;

/// One subject: opened by one entry, advanced by others. Its state, and what is awaited in it, follow
/// from its entries and from who had seen them, whatever the order in which they arrived. Entries are
/// added after all that they have seen, as a journal admits them. Not for several threads.
public final class Matter {
    /// Entries that a matter takes; those that come later in the total order are void.
    public static final int MOST = 4_096;
    /// How often acts that prevail over earlier ones are weighed; after that the first binds.
    private static final int WEIGHINGS = 64;

    private final Surroundings around;
    private final Turn opening;
    private final Cast cast;
    private final @Nullable Procedure procedure;
    private final List<Course.Judged> judged = new ArrayList<>();
    private final Map<Reference, Reference> overtaken = new TreeMap<>();
    private final NavigableMap<Reference, Step> steps = new TreeMap<>();
    private Course course;
    private Clocks clocks;
    private int weighings;

    private Matter(Turn opening, Surroundings around) {
        this.around = around;
        this.opening = opening;
        this.cast = Cast.of(opening, around.roster());
        this.procedure = procedure(opening, around);
        this.course = new Course(life(), around.sightings(), overtaken, true);
        this.clocks = new Clocks(procedure, cast, around);
    }

    /// The matter that an entry opens.
    public static Matter opened(Entry opening, Surroundings around) {
        var matter = new Matter(Turn.of(opening), around);
        matter.add(matter.opening, around.suspensions());
        return matter;
    }

    private static @Nullable Procedure procedure(Turn opening, Surroundings around) {
        return opening.said() instanceof Turn.Said.Filed(Act.Notification act, var _)
                ? around.editions()
                        .procedure(act.form().procedure(), act.form().edition())
                        .orElse(null)
                : null;
    }

    private @Nullable Lifecycle life() {
        return procedure == null ? null : procedure.lifecycle();
    }

    /// Takes another entry of the matter; one that is there already changes nothing.
    ///
    /// @param suspensions at least all that the entry has seen
    /// @return whether the matter had room for it
    public boolean add(Entry entry, Suspensions suspensions) {
        return add(Turn.of(entry), suspensions);
    }

    private boolean add(Turn turn, Suspensions suspensions) {
        int at = place(turn);
        if (at == MOST || steps.containsKey(turn.place())) {
            return at < MOST;
        }
        Judge.Known known = known(turn);
        var judge = new Judge(around, suspensions, opening, cast, procedure);
        var next = new Course.Judged(turn, judge.barred(turn, known), known.state());
        judged.add(at, next);
        boolean last = at == judged.size() - 1;
        if (judged.size() > MOST) {
            steps.remove(judged.removeLast().turn().place());
        }
        if (!last || !taken(next)) {
            anew(!last);
        }
        return true;
    }

    /// Where an entry belongs among those that are here.
    private int place(Turn turn) {
        int at = judged.size();
        while (at > 0 && turn.compareTo(judged.get(at - 1).turn()) < 0) {
            at--;
        }
        return at;
    }

    /// What the author of an entry knew of the matter: all of it, or the course that a part of it took.
    private Judge.Known known(Turn turn) {
        if (course.knownTo(turn)) {
            return new Judge.Known(course.state(), steps);
        }
        List<Course.Judged> past = judged.stream()
                .filter(other ->
                        around.sightings().saw(turn.place(), other.turn().place()))
                .toList();
        var then = new TreeMap<Reference, Step>();
        Course before = run(past, new TreeMap<>(), 0).course();
        before.steps().forEach(step -> then.put(step.turn().place(), step));
        return new Judge.Known(before.state(), then);
    }

    private record Run(Course course, int weighings) {}

    private Run run(List<Course.Judged> entries, Map<Reference, Reference> prevailed, int from) {
        int weighed = from;
        while (true) {
            var anew = new Course(life(), around.sightings(), prevailed, weighed < WEIGHINGS);
            boolean whole = true;
            for (Course.Judged entry : entries) {
                if (weighed(anew.take(entry), entry.turn().place(), prevailed)) {
                    whole = false;
                    break;
                }
            }
            if (whole) {
                return new Run(anew, weighed);
            }
            weighed++;
        }
    }

    /// Notes over what an act prevails, or that it does not any more; whether it was either.
    private static boolean weighed(Course.Taken taken, Reference act, Map<Reference, Reference> prevailed) {
        return switch (taken) {
            case Course.Taken.Stepped _ -> false;
            case Course.Taken.Prevails(List<Reference> over) -> {
                prevailed.values().removeIf(over::contains);
                over.forEach(place -> prevailed.put(place, act));
                yield true;
            }
            case Course.Taken.Settled(Reference by) -> {
                prevailed.values().removeIf(act::equals);
                prevailed.put(act, by);
                yield true;
            }
        };
    }

    /// Takes the entry that is last in the total order; false if all must be taken anew.
    private boolean taken(Course.Judged last) {
        Course.Taken taken = course.take(last);
        if (taken instanceof Course.Taken.Stepped(Step step)) {
            steps.put(step.turn().place(), step);
            clocks.take(step);
            return true;
        }
        weighed(taken, last.turn().place(), overtaken);
        weighings++;
        return false;
    }

    private void anew(boolean fromScratch) {
        if (fromScratch) {
            overtaken.clear();
            weighings = 0;
        }
        Run run = run(judged, overtaken, weighings);
        course = run.course();
        weighings = run.weighings();
        clocks = new Clocks(procedure, cast, around);
        steps.clear();
        for (Step step : course.steps()) {
            steps.put(step.turn().place(), step);
            clocks.take(step);
        }
    }

    /// Looks again who had proof of receipt of what is awaited, where a station newly saw these places.
    void receipts(Sightings.Reach seen) {
        clocks.receipts(seen);
    }

    /// Places of which it matters who sees them, since this was last asked.
    List<Reference> toWatch() {
        return clocks.toWatch();
    }

    /// The reference of the entry that opened it.
    public Reference id() {
        return opening.place();
    }

    public Turn opening() {
        return opening;
    }

    /// The procedure that it follows, in the edition under which it was opened; empty of a conversation
    /// in free words, and of an edition that is not known here.
    public Optional<Procedure> procedure() {
        return Optional.ofNullable(procedure);
    }

    /// The track that its opening entry names; empty if none.
    public String track() {
        return opening.said() instanceof Turn.Said.Filed(Act.Notification act, var _) ? act.track() : "";
    }

    public Cast cast() {
        return cast;
    }

    /// Its state; empty if it has none.
    public String state() {
        return course.state();
    }

    /// Every entry with what it came to, in total order.
    public List<Step> steps() {
        return Collections.unmodifiableList(course.steps());
    }

    /// What an entry of this matter came to; void if it came after the last that the matter takes.
    public Outcome outcome(Reference place) {
        Step step = steps.get(place);
        return step == null
                ? new Outcome.Voided(Code.MATTER_FULL, "the matter has " + judged.size() + " entries")
                : step.outcome();
    }

    /// All that was awaited in it, in the order in which it came to be.
    public List<Awaited> awaited() {
        return clocks.items();
    }

    /// How long before their events its notices were received.
    public List<Terms.Lead> leads() {
        return procedure == null ? List.of() : new Terms(procedure, this, around).leads();
    }

    /// What was notified in it and stands until a time.
    public List<Terms.Standing> standing() {
        return procedure == null ? List.of() : new Terms(procedure, this, around).standing();
    }

    /// A format that a party may file now.
    ///
    /// @param to the state into which it leads
    public record Next(Format format, String to) {}

    /// What a party may file next.
    public List<Next> next(int party) {
        if (procedure == null) {
            return List.of();
        }
        var next = new ArrayList<Next>();
        procedure
                .lifecycle()
                .states()
                .getOrDefault(state(), Collections.emptyMap())
                .forEach((code, to) -> procedure
                        .format(code)
                        .filter(format -> cast.plays(party, procedure, format.by()))
                        .filter(format -> format.mustFollow().isEmpty()
                                || course.steps().stream().anyMatch(step -> step.canBeFollowed(format, party)))
                        .ifPresent(format -> next.add(new Next(format, to))));
        around.editions()
                .shared(Corrections.CODE)
                .filter(_ -> course.steps().stream().anyMatch(step -> correctable(step, party)))
                .ifPresent(format -> next.add(new Next(format, state())));
        return next;
    }

    private boolean correctable(Step step, int party) {
        return procedure != null
                && step.moved()
                && step.turn().party() == party
                && procedure.correction().of().contains(step.turn().code());
    }
}
