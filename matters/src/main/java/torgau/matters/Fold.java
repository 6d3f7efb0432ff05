package torgau.matters;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.Format;
import torgau.catalogue.Lifecycle;
import torgau.catalogue.Procedure;
import torgau.journal.Entry;
import torgau.journal.Reference;

/// A matter in the making. Entries are added after all that they have seen, as a journal admits them,
/// and in whatever order that leaves: what comes of them follows from the total order alone. Many that
/// are added at once cost hardly more than one. Not for several threads.
public final class Fold {
    /// How often acts that prevail over earlier ones are weighed; after that the first binds.
    private static final int WEIGHINGS = 64;

    private final Surroundings around;
    private final Subject subject;
    private final List<Course.Judged> judged = new ArrayList<>();
    private final Map<Reference, Reference> overtaken = new TreeMap<>();
    private Course course;
    private Clocks clocks;
    private int weighings;

    private Fold(Subject subject, Surroundings around) {
        this.around = around;
        this.subject = subject;
        this.course = new Course(life(), around.sightings(), overtaken, true);
        this.clocks = new Clocks(subject, around, course);
    }

    /// The matter that an entry opens, with that entry alone.
    ///
    /// @param suspensions at least all that the entry has seen
    public static Fold opened(Entry opening, Surroundings around, Suspensions suspensions) {
        var fold = new Fold(Subject.of(Turn.of(opening), around, suspensions), around);
        fold.add(List.of(opening), suspensions);
        return fold;
    }

    private @Nullable Lifecycle life() {
        return subject.following() == null ? null : subject.following().lifecycle();
    }

    Subject subject() {
        return subject;
    }

    /// Takes more entries of the matter, in any order; one that is there already changes nothing, and of
    /// more than [Matter#MOST] the last in the total order are left out.
    ///
    /// @param suspensions at least all that the entries have seen
    public void add(List<Entry> entries, Suspensions suspensions) {
        var coming = new TreeMap<Order, Turn>();
        for (Entry entry : entries) {
            if (course.step(entry.reference()).isEmpty()) {
                boolean opening = entry.reference().equals(subject.id());
                coming.put(Order.of(entry), opening ? subject.opening() : Turn.of(entry));
            }
        }
        if (!coming.isEmpty()) {
            add(coming, new Judge(around, suspensions, subject));
        }
    }

    private void add(NavigableMap<Order, Turn> coming, Judge judge) {
        NavigableMap<Order, Course.Judged> later = cut(coming.firstKey());
        later.values().forEach(each -> coming.put(each.turn().order(), each.turn()));
        for (Turn turn : coming.values()) {
            if (judged.size() == Matter.MOST) {
                return;
            }
            Course.Judged before = later.get(turn.order());
            judged.add(
                    before == null
                            ? judge.judged(
                                    turn,
                                    () -> knownTo(turn),
                                    place -> course.step(place).map(Step::turn))
                            : before);
            take(judged.getLast());
        }
    }

    /// Takes back what comes after a place in the total order: how those stand by what their authors
    /// knew does not change.
    private NavigableMap<Order, Course.Judged> cut(Order from) {
        int at = judged.size();
        while (at > 0 && from.compareTo(judged.get(at - 1).turn().order()) < 0) {
            at--;
        }
        var later = new TreeMap<Order, Course.Judged>();
        if (at < judged.size()) {
            List<Course.Judged> tail = judged.subList(at, judged.size());
            tail.forEach(each -> later.put(each.turn().order(), each));
            tail.clear();
            overtaken.clear();
            weighings = 0;
            anew();
        }
        return later;
    }

    /// The course of the matter as the author of an entry knew it: all of it, or what a part of it made.
    /// Only acts that could move it make a course.
    private Course knownTo(Turn turn) {
        if (course.knownTo(turn)) {
            return course;
        }
        List<Course.Judged> past = judged.stream()
                .filter(other -> other.barred() == null
                        && around.sightings().saw(turn.place(), other.turn().place()))
                .toList();
        return run(past, new TreeMap<>(), 0).course();
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

    /// Takes the entry that is last in the total order; all anew if it prevails over others.
    private void take(Course.Judged last) {
        Course.Taken taken = course.take(last);
        if (taken instanceof Course.Taken.Stepped(Step step)) {
            clocks.take(step);
        } else {
            weighed(taken, last.turn().place(), overtaken);
            weighings++;
            anew();
        }
    }

    private void anew() {
        Run run = run(judged, overtaken, weighings);
        course = run.course();
        weighings = run.weighings();
        clocks = new Clocks(subject, around, course);
        course.steps().forEach(clocks::take);
    }

    /// Places of the entries that it has taken, in total order.
    List<Reference> places() {
        return judged.stream().map(each -> each.turn().place()).toList();
    }

    /// Its entries with what each came to, in total order.
    List<Step> steps() {
        return course.steps();
    }

    /// How many things are awaited in it still.
    int open() {
        return clocks.open();
    }

    /// What is awaited in it still; the same list while nothing changes.
    List<Awaited> awaited() {
        return clocks.openItems();
    }

    /// All that was ever awaited in it, with the proofs of receipt that were last looked for.
    List<Awaited> everAwaited() {
        return clocks.known();
    }

    /// An entry of others that is higher than this changes nothing of what is awaited, as it was last
    /// asked.
    long settled() {
        return clocks.settled();
    }

    /// What was notified in it and stands until a time.
    List<Terms.Standing> standing() {
        Procedure procedure = subject.following();
        return procedure == null || procedure.standing().isEmpty()
                ? List.of()
                : new Terms(procedure, subject.cast(), course.steps(), around).standing();
    }

    /// How long before their events its notices were received.
    List<Terms.Lead> leads() {
        Procedure procedure = subject.following();
        return procedure == null || procedure.leadTimes().isEmpty()
                ? List.of()
                : new Terms(procedure, subject.cast(), course.steps(), around).leads();
    }

    /// What was reported in it for the calendar.
    List<Report> reports() {
        return Report.of(subject, course.steps(), around);
    }

    String state() {
        return course.state();
    }

    int size() {
        return judged.size();
    }

    Turn last() {
        return judged.getLast().turn();
    }

    /// An act of this matter that stands and opens a matter of another procedure, with the code of that.
    record Opening(Turn act, String procedure) {}

    Optional<Opening> opening(Reference place) {
        return course.step(place)
                .filter(Step::moved)
                .map(Step::turn)
                .flatMap(act -> subject.procedure()
                        .flatMap(procedure -> procedure.format(act.code()))
                        .map(Format::opens)
                        .map(opens -> new Opening(act, opens)));
    }

    /// All such acts, in total order.
    List<Opening> openings() {
        return course.steps().stream()
                .flatMap(step -> opening(step.turn().place()).stream())
                .toList();
    }

    /// The matter as it is now, by itself.
    public Matter matter() {
        return matter(Links.NONE);
    }

    Matter matter(Links links) {
        return new Matter(subject, around, course, clocks.items(), links);
    }
}
