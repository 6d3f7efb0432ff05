package torgau.matters;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import torgau.catalogue.Format;
import torgau.catalogue.Procedure;
import torgau.catalogue.value.Value;
import torgau.journal.Code;
import torgau.journal.Reference;

/// One subject: opened by one entry, advanced by others. Its state, and what is awaited in it, follow
/// from its entries and from who had seen them, whatever the order in which they arrived. What is here
/// is how it stood when it was asked for, and does not change.
public final class Matter {
    /// Entries that a matter takes; those that come later in the total order are void.
    public static final int MOST = 4_096;
    /// The field in which a format says, in words, with what reservation it takes what it refers to.
    public static final String RESERVATION = "reservation";

    private final Subject subject;
    private final String state;
    private final List<Step> steps;
    private final List<Awaited> awaited;
    private final List<Terms.Lead> leads;
    private final List<Terms.Standing> standing;
    private final Links links;
    private final Surroundings.Editions editions;
    private final Sightings sightings;

    Matter(Subject subject, Surroundings around, Course course, List<Awaited> awaited, Links links) {
        this.subject = subject;
        this.state = course.state();
        this.steps = List.copyOf(course.steps());
        this.awaited = List.copyOf(awaited);
        this.links = links;
        this.editions = around.editions();
        this.sightings = around.sightings();
        Procedure procedure = subject.following();
        var terms = procedure == null ? null : new Terms(procedure, subject.cast(), steps, around);
        this.leads = terms == null ? List.of() : List.copyOf(terms.leads());
        this.standing = terms == null ? List.of() : List.copyOf(terms.standing());
    }

    public Subject subject() {
        return subject;
    }

    /// The reference of the entry that opened it.
    public Reference id() {
        return subject.id();
    }

    /// The procedure that it follows; empty of a conversation in free words, and of an edition that is
    /// not known here.
    public Optional<Procedure> procedure() {
        return subject.procedure();
    }

    public Cast cast() {
        return subject.cast();
    }

    /// Its state; empty if it has none.
    public String state() {
        return state;
    }

    /// Every entry with what it came to, in total order.
    public List<Step> steps() {
        return steps;
    }

    /// What an entry of this matter came to; void if it came after the last that the matter takes.
    public Outcome outcome(Reference place) {
        return steps.stream()
                .filter(step -> step.turn().place().equals(place))
                .map(Step::outcome)
                .findFirst()
                .orElseGet(() -> new Outcome.Voided(Code.MATTER_FULL, "the matter has " + steps.size() + " entries"));
    }

    /// All that was awaited in it, in the order in which it came to be.
    public List<Awaited> awaited() {
        return awaited;
    }

    /// How long before their events its notices were received.
    public List<Terms.Lead> leads() {
        return leads;
    }

    /// What was notified in it and stands until a time.
    public List<Terms.Standing> standing() {
        return standing;
    }

    Surroundings.Editions editions() {
        return editions;
    }

    /// Whether the author of one entry had seen another.
    boolean saw(Reference by, Reference place) {
        return sightings.saw(by, place);
    }

    /// What joins it to other matters.
    public Links links() {
        return links;
    }

    /// What more than one party said of one fact.
    public List<Facts.Fact> facts() {
        return subject.procedure()
                .map(procedure -> Facts.of(procedure, steps, editions))
                .orElse(List.of());
    }

    /// What later entries changed in the fields of earlier ones.
    public List<History.Changed> history() {
        return subject.procedure()
                .map(procedure -> History.of(procedure, steps, editions))
                .orElse(List.of());
    }

    /// Entries of this matter that took something with a reservation in words, by what they took: every
    /// entry to which they refer.
    public NavigableMap<Reference, List<Turn>> reservations() {
        var reservations = new TreeMap<Reference, List<Turn>>();
        for (Step step : steps) {
            if (step.moved() && step.turn().value(RESERVATION).orElse(null) instanceof Value.Words) {
                step.turn()
                        .refs()
                        .forEach(place -> reservations
                                .computeIfAbsent(place, _ -> new ArrayList<>())
                                .add(step.turn()));
            }
        }
        return reservations;
    }

    /// A format that a party may file now.
    ///
    /// @param to the state into which it leads
    /// @param re the entry that it is to refer to: the last one that it can follow
    public record Next(Format format, String to, Reference re) {}

    /// Why a format would be void for the numbers of its rows; empty if it would not.
    ///
    /// @param fields as they would be filed
    public Optional<Outcome.Voided> rowFault(String format, Map<String, Value> fields) {
        return subject.procedure()
                .flatMap(procedure -> RowNumbers.fault(procedure, format, fields, table -> {
                    var numbers = new TreeSet<Long>();
                    steps.stream().filter(Step::moved).forEach(step -> RowNumbers.into(numbers, step.turn(), table));
                    return numbers;
                }));
    }

    /// The same of a format that opens a matter.
    public static Optional<Outcome.Voided> rowFault(Procedure procedure, String format, Map<String, Value> fields) {
        return RowNumbers.fault(procedure, format, fields, _ -> Collections.emptyNavigableSet());
    }

    /// What a party may file next.
    public List<Next> next(int party) {
        Procedure procedure = subject.following();
        if (procedure == null) {
            return List.of();
        }
        var next = new ArrayList<Next>();
        procedure
                .lifecycle()
                .states()
                .getOrDefault(state, Collections.emptyMap())
                .forEach((code, to) -> procedure
                        .format(code)
                        .filter(format -> cast().plays(party, procedure, format.by()))
                        .flatMap(format -> lastOf(followed(format, party)).map(re -> new Next(format, to, re)))
                        .ifPresent(next::add));
        lastOf(step -> correctable(step, procedure, party))
                .flatMap(re -> editions.shared(Corrections.CODE).map(format -> new Next(format, state, re)))
                .ifPresent(next::add);
        return next;
    }

    private static Predicate<Step> followed(Format format, int party) {
        return format.mustFollow().isEmpty() ? Step::moved : step -> step.canBeFollowed(format, party);
    }

    private Optional<Reference> lastOf(Predicate<Step> sought) {
        return steps.reversed().stream()
                .filter(sought)
                .findFirst()
                .map(step -> step.turn().place());
    }

    private static boolean correctable(Step step, Procedure procedure, int party) {
        return step.moved()
                && step.turn().party() == party
                && procedure.correction().of().contains(step.turn().code());
    }
}
