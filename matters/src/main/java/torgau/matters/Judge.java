package torgau.matters;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.Format;
import torgau.catalogue.Procedure;
import torgau.catalogue.value.Fits;
import torgau.catalogue.value.Value;
import torgau.journal.Act;
import torgau.journal.Code;
import torgau.journal.Precedence;
import torgau.journal.Reference;

/// Whether an entry was permitted, by what its author knew when it was made. That never changes,
/// whatever arrives later.
final class Judge {
    private final Surroundings around;
    private final Suspensions suspensions;
    private final Subject subject;
    private final @Nullable Procedure procedure;

    /// @param suspensions at least all that the entries to be judged have seen
    Judge(Surroundings around, Suspensions suspensions, Subject subject) {
        this.around = around;
        this.suspensions = suspensions;
        this.subject = subject;
        this.procedure = subject.following();
    }

    /// How an entry stands by what its author knew.
    ///
    /// @param known the course of the matter as far as the author knew it
    /// @param earlier finds an entry of the matter that comes before it, whatever became of that
    Course.Judged judged(Turn turn, Supplier<Course> known, Function<Reference, Optional<Turn>> earlier) {
        Outcome barred = barred(turn, known, earlier);
        return new Course.Judged(turn, barred, barred == null ? known.get().state() : "");
    }

    /// What an entry comes to if it is no move that could be made; null if it is one.
    private @Nullable Outcome barred(Turn turn, Supplier<Course> known, Function<Reference, Optional<Turn>> earlier) {
        Outcome form = outer(turn);
        if (form != null) {
            return form;
        }
        return switch (turn.said()) {
            case Turn.Said.Filed(Act.Notification act, Optional<SequencedMap<String, Value>> fields) ->
                filed(turn, act, fields, known);
            case Turn.Said.Acknowledged _ -> acknowledged(turn);
            case Turn.Said.Translated(Act.Translation act) -> translated(turn, act, earlier);
            case Turn.Said.Spoken _, Turn.Said.Other _ -> new Outcome.Noted();
        };
    }

    private @Nullable Outcome outer(Turn turn) {
        if (!around.roster().stands(turn.place())) {
            return barred(Code.NOT_ITS_PARTYS_WORD, "made after the root of its party had ended its feed");
        }
        for (Reference place : turn.refs()) {
            if (!around.sightings().saw(turn.place(), place)) {
                return barred(Code.REFERS_TO_UNSEEN, "refers to " + place + ", which its author had not seen");
            }
        }
        if (turn.matter() != null && subject.openedBy(turn)) {
            return barred(Code.REFERS_TO_UNSEEN, "continues " + turn.matter() + ", which is no matter");
        }
        if (turn.matter() != null && !around.sightings().saw(turn.place(), turn.matter())) {
            return barred(Code.REFERS_TO_UNSEEN, "continues a matter that its author had not seen");
        }
        if (turn.trafficClass() != subject.opening().trafficClass()) {
            return barred(
                    Code.ANOTHER_CLASS,
                    turn.trafficClass() + " in a matter of " + subject.opening().trafficClass());
        }
        return null;
    }

    private static Outcome acknowledged(Turn turn) {
        boolean other = turn.refs().size() == 1 && turn.refs().getFirst().feed().party() != turn.party();
        return other ? new Outcome.Noted() : barred(Code.NOT_OURS_TO_ACKNOWLEDGE, "acknowledges " + turn.refs());
    }

    private Outcome translated(Turn turn, Act.Translation act, Function<Reference, Optional<Turn>> earlier) {
        Optional<Turn> original =
                turn.refs().size() == 1 ? earlier.apply(turn.refs().getFirst()) : Optional.empty();
        Optional<Outcome.Voided> fault = Courtesy.of(turn, act).fault(original);
        if (fault.isPresent()) {
            return fault.get();
        }
        return original.filter(of -> of.said() instanceof Turn.Said.Filed(Act.Notification filed, var _)
                                && suspended(turn, filed, of.precedence()))
                        .isPresent()
                ? barred(Code.MADE_WHILE_SUSPENDED, "translates what its author had seen suspended")
                : new Outcome.Noted();
    }

    private @Nullable Outcome filed(
            Turn turn, Act.Notification act, Optional<SequencedMap<String, Value>> fields, Supplier<Course> known) {
        return switch (around.edition(turn, act.form(), suspensions)) {
            case Surroundings.Edition.Unknown _ -> new Outcome.Foreign();
            case Surroundings.Edition.NotAccepted _ ->
                barred(
                        Code.EDITION_NOT_ACCEPTED,
                        "edition " + act.form().edition() + " was not accepted when this was filed");
            case Surroundings.Edition.Usable(Procedure edition) -> filed(turn, act, edition, fields, known);
        };
    }

    private @Nullable Outcome filed(
            Turn turn,
            Act.Notification act,
            Procedure edition,
            Optional<SequencedMap<String, Value>> fields,
            Supplier<Course> known) {
        if (!subject.follows(act.form())) {
            String of = procedure == null ? "free words" : procedure.code() + "/" + procedure.edition();
            return barred(Code.ANOTHER_PROCEDURE, act.form() + " in a matter of " + of);
        }
        Optional<Format> format = around.editions().format(edition, act.form().format());
        if (format.isEmpty()) {
            return barred(Code.NO_SUCH_FORMAT, "there is no format " + act.form());
        }
        Optional<String> unfit = fields.map(given -> Fits.unfit(
                        format.get().fields(), given, name -> around.editions().list(edition, name)))
                .orElse(Optional.of("they cannot be read"));
        if (unfit.isPresent()) {
            return barred(Code.FIELDS_UNFIT, unfit.get());
        }
        if (suspended(turn, act, turn.precedence())) {
            return barred(Code.MADE_WHILE_SUSPENDED, "made after its author had seen a suspension that covers it");
        }
        return format.get().code().equals(Corrections.CODE)
                ? correction(turn, known.get())
                : move(turn, format.get(), known.get());
    }

    private @Nullable Outcome move(Turn turn, Format format, Course known) {
        if (procedure == null || !subject.cast().plays(turn.party(), procedure, format.by())) {
            return barred(Code.NOT_ITS_ROLE, format.code() + " is filed by the role " + format.by());
        }
        if (!subject.openedBy(turn) && !follows(turn, format, known)) {
            return barred(
                    Code.MUST_FOLLOW,
                    format.code() + " must refer to one of " + format.mustFollow()
                            + switch (format.whose()) {
                                case ANY -> "";
                                case OTHER -> " of another party";
                                case OWN -> " of its own party";
                            });
        }
        return next(turn, format.code(), known)
                ? rows(turn, procedure, known)
                : barred(Code.NOT_IN_STATE, format.code() + " is not filed in the state " + known.state());
    }

    private static @Nullable Outcome rows(Turn turn, Procedure procedure, Course known) {
        return turn.said() instanceof Turn.Said.Filed(Act.Notification _, Optional<SequencedMap<String, Value>> fields)
                ? fields.<Outcome>flatMap(given -> RowNumbers.fault(procedure, turn.code(), given, known::numbers))
                        .orElse(null)
                : null;
    }

    private boolean next(Turn turn, String code, Course known) {
        return procedure != null
                && (subject.openedBy(turn)
                        ? procedure.lifecycle().start().containsKey(code)
                        : procedure.lifecycle().next(known.state(), code).isPresent());
    }

    private boolean follows(Turn turn, Format format, Course known) {
        return format.mustFollow().isEmpty()
                || turn.refs().stream()
                        .flatMap(place -> known.step(place).stream())
                        .anyMatch(step -> step.canBeFollowed(format, turn.party()));
    }

    /// A matter is on the track on which it was opened, whatever its later entries say.
    private Act onItsTrack(Act act) {
        return act instanceof Act.Notification filed
                        && subject.opening().said() instanceof Turn.Said.Filed(Act.Notification first, var _)
                ? new Act.Notification(
                        filed.office(), filed.form(), filed.label(), first.track(), filed.language(), filed.fields())
                : act;
    }

    /// What was suspended, by what the author had seen.
    private boolean suspended(Turn turn, Act act, Precedence precedence) {
        Predicate<Suspensions.Standing> counterpart = act instanceof Act.Notification filed
                ? new Counterparts(around.roster().agreement())
                        .format(turn.party(), filed.office(), subject.opening(), turn.to())
                : Counterparts.NONE;
        return !suspensions
                .seen(place -> around.sightings().saw(turn.place(), place))
                .permits(
                        onItsTrack(act),
                        turn.trafficClass(),
                        precedence,
                        around.roster().agreement().rules().neverSuspended(),
                        turn.time(),
                        counterpart);
    }

    /// A correction stands if it is about an entry of its own author that may be corrected.
    private Outcome correction(Turn turn, Course known) {
        Optional<Step> of = turn.refs().stream()
                .filter(place -> Corrections.concerns(turn, place))
                .flatMap(place -> known.step(place).stream())
                .findFirst();
        boolean permitted = procedure != null
                && of.filter(step -> step.moved()
                                && step.turn().party() == turn.party()
                                && procedure
                                        .correction()
                                        .of()
                                        .contains(step.turn().code()))
                        .isPresent();
        return permitted
                ? new Outcome.Noted()
                : barred(Code.NOT_CORRECTABLE, "its author may correct own entries of " + correctable());
    }

    private List<String> correctable() {
        return procedure == null ? List.of() : procedure.correction().of();
    }

    private static Outcome barred(Code code, String detail) {
        return new Outcome.Voided(code, detail);
    }
}
