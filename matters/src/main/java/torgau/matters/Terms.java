package torgau.matters;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.Clock;
import torgau.catalogue.Field;
import torgau.catalogue.Procedure;
import torgau.catalogue.value.Value;
import torgau.journal.Reference;

/// Times that a matter's own formats name: how long before its event a notice was received, and until
/// when what was notified stands. Both are shown; neither blocks or ends anything.
public final class Terms {
    private final Procedure procedure;
    private final Cast cast;
    private final List<Step> steps;
    private final NavigableMap<Reference, List<Turn>> corrections;
    private final Surroundings around;

    Terms(Procedure procedure, Cast cast, List<Step> steps, Surroundings around) {
        this.procedure = procedure;
        this.cast = cast;
        this.steps = steps;
        this.corrections = Corrections.standing(steps);
        this.around = around;
    }

    /// The time between the receipt of a notice and its event.
    ///
    /// @param party that received it
    /// @param event when what it notifies begins, milliseconds UTC
    /// @param given the time between; null while it has not been received
    /// @param wanted at least so much is asked for, under a basis of this code
    public record Lead(
            Turn notice, int party, long event, @Nullable Duration given, Duration wanted, String basis) {
        /// Whether it is less than was asked for: by now, if it has not been received yet.
        public boolean isShort(long now) {
            Duration known = given == null ? Duration.ofMillis(event - now) : given;
            return known.compareTo(wanted) < 0;
        }
    }

    /// What was notified, and stands until a time unless it is confirmed.
    ///
    /// @param until milliseconds UTC
    /// @param confirmedBy the entry that took its place; null if none did
    /// @param ended before its time; null if nothing did
    /// @param warnings how long before its end one's own watch is warned
    public record Standing(
            Turn notice,
            long until,
            @Nullable Turn confirmedBy,
            @Nullable Ended ended,
            List<Duration> warnings) {
        public boolean standsAt(long now) {
            return confirmedBy == null && now < (ended == null ? until : Math.min(until, ended.at()));
        }
    }

    /// What was notified was ended, lifted or withdrawn.
    ///
    /// @param at from when, by its author's word: milliseconds UTC
    public record Ended(Turn by, long at) {}

    List<Lead> leads() {
        var leads = new ArrayList<Lead>();
        for (Clock.LeadTime rule : procedure.leadTimes()) {
            for (Turn notice : moved(rule.of())) {
                value(notice, rule.event())
                        .map(Terms::begin)
                        .ifPresent(event ->
                                cast.others(notice).forEach(party -> leads.add(lead(notice, party, event, rule))));
            }
        }
        return leads;
    }

    private Lead lead(Turn notice, int party, long event, Clock.LeadTime rule) {
        Duration given = Receipt.of(around, notice, party)
                .map(receipt -> Duration.ofMillis(event - receipt.time()))
                .orElse(null);
        return new Lead(notice, party, event, given, rule.atLeast(), rule.basis());
    }

    List<Standing> standing() {
        var standing = new ArrayList<Standing>();
        for (Clock.Standing rule : procedure.standing()) {
            for (Turn notice : moved(rule.of())) {
                if (cancelled(notice)) {
                    continue;
                }
                value(notice, rule.until())
                        .map(Terms::end)
                        .ifPresent(until -> standing.add(new Standing(
                                notice, until, confirmed(notice, rule), ended(notice, rule), rule.warnings())));
            }
        }
        return standing;
    }

    /// Whether a correction that stands took it back or put another in its place.
    boolean cancelled(Turn notice) {
        return of(notice).stream().anyMatch(Corrections::cancels);
    }

    private List<Turn> of(Turn notice) {
        return corrections.getOrDefault(notice.place(), List.of());
    }

    private @Nullable Turn confirmed(Turn notice, Clock.Standing rule) {
        return after(notice)
                .filter(later -> later.party() == notice.party()
                        && rule.confirmedBy().contains(later.code())
                        && around.sightings().saw(later.place(), notice.place()))
                .findFirst()
                .orElse(null);
    }

    /// What moved the matter later, in total order, so that the first is the one that counts.
    private Stream<Turn> after(Turn notice) {
        return steps.stream()
                .filter(step -> step.moved() && step.turn().compareTo(notice) > 0)
                .map(Step::turn);
    }

    private @Nullable Ended ended(Turn notice, Clock.Standing rule) {
        return after(notice)
                .filter(later -> rule.endedBy().contains(later.code()) && !waives(later) && !cancelled(later))
                .findFirst()
                .map(later -> new Ended(later, effective(later)))
                .orElse(null);
    }

    /// Whether it only says that no reply is asked for any more.
    private boolean waives(Turn withdrawal) {
        return value(withdrawal, "kind")
                .filter(new Value.Code("waived")::equals)
                .isPresent();
    }

    private long effective(Turn end) {
        return value(end, "effective")
                .filter(Value.Instant.class::isInstance)
                .map(at -> ((Value.Instant) at).millis())
                .orElse(end.time());
    }

    private List<Turn> moved(String code) {
        return steps.stream()
                .filter(step -> step.moved() && step.turn().code().equals(code))
                .map(Step::turn)
                .toList();
    }

    /// A field as it stands after the last correction of it.
    Optional<Value> value(Turn notice, String name) {
        Optional<Field> field = procedure.format(notice.code()).flatMap(format -> format.field(name));
        return of(notice).stream()
                .flatMap(correction -> field
                        .flatMap(known -> Corrections.now(
                                correction, known, list -> around.editions().list(procedure, list)))
                        .stream())
                .reduce((earlier, later) -> later)
                .or(() -> notice.value(name));
    }

    private static @Nullable Long begin(Value value) {
        return switch (value) {
            case Value.Instant(long millis) -> millis;
            case Value.Period(long from, Long _) -> from;
            default -> null;
        };
    }

    /// When what a value names is over; null if that is open, or if it names no time.
    static @Nullable Long end(Value value) {
        return switch (value) {
            case Value.Instant(long millis) -> millis;
            case Value.Period(long _, Long to) -> to;
            default -> null;
        };
    }
}
