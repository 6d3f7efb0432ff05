package torgau.catalogue.check;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import torgau.catalogue.Clock;
import torgau.catalogue.Format;
import torgau.catalogue.Lifecycle;
import torgau.catalogue.Procedure;
import torgau.catalogue.Role;
import torgau.journal.Code;

/// Every state can be reached, every format can be filed, every answer can be given by whom it is
/// awaited from.
final class LifeCheck {
    private final Desk desk;
    private final Procedure procedure;
    private final Lifecycle life;

    LifeCheck(Desk desk) {
        this.desk = desk;
        this.procedure = desk.procedure();
        this.life = procedure.lifecycle();
    }

    void run() {
        names();
        if (life.start().isEmpty()) {
            desk.note(
                    Code.CATALOGUE_KEY_MISSING,
                    "nothing opens a matter",
                    "write `start: {FORMAT: state}`",
                    "lifecycle");
        }
        Set<String> reached = from(life.start().values());
        for (String state : life.states().keySet()) {
            if (!reached.contains(state)) {
                desk.note(
                        Code.CATALOGUE_STATE_UNREACHABLE,
                        "no way leads to the state `" + state + "`",
                        "let a format lead there, or remove it",
                        "lifecycle",
                        state);
            }
        }
        procedure.formats().keySet().stream()
                .filter(format -> !filed(format))
                .forEach(format -> desk.note(
                        Code.CATALOGUE_NOT_USED,
                        "`" + format + "` can be filed in no state",
                        "name it in the lifecycle",
                        desk.tree().maybe("formats").has(format) ? "formats" : "include",
                        format));
        procedure.clocks().forEach(this::answerable);
    }

    /// Every state and format that the lifecycle names is there, and every state has its words.
    private void names() {
        life.start().forEach((format, to) -> move("start", format, to));
        life.states().forEach((state, moves) -> moves.forEach((format, to) -> move(state, format, to)));
        for (String state : life.states().keySet()) {
            if (!life.labels().containsKey(state)) {
                desk.note(
                        Code.CATALOGUE_LANGUAGE_MISSING,
                        "the state `" + state + "` has no words",
                        "give them under `states`",
                        "lifecycle",
                        state);
            }
        }
        life.labels().keySet().stream()
                .filter(state -> !life.states().containsKey(state))
                .forEach(state -> desk.note(
                        Code.CATALOGUE_NOT_USED,
                        "there are words for a state `" + state + "` that is not there",
                        "remove them, or write the state",
                        "states",
                        state));
    }

    private void move(String state, String format, String to) {
        if (procedure.format(format).isEmpty()) {
            desk.note(
                    Code.CATALOGUE_NAME_UNKNOWN,
                    "there is no format `" + format + "`",
                    "write or include it",
                    "lifecycle",
                    state,
                    format);
        }
        if (!life.states().containsKey(to)) {
            desk.note(
                    Code.CATALOGUE_NAME_UNKNOWN,
                    "there is no state `" + to + "`",
                    "write it, if only as `" + to + ": {}`",
                    "lifecycle",
                    state,
                    format);
        }
    }

    private boolean filed(String format) {
        return life.start().containsKey(format)
                || life.states().values().stream().anyMatch(moves -> moves.containsKey(format));
    }

    /// These states and all that can follow.
    private Set<String> from(Collection<String> states) {
        var reached = new TreeSet<String>();
        var next = new ArrayDeque<>(states);
        while (!next.isEmpty()) {
            String state = next.remove();
            if (reached.add(state)) {
                next.addAll(life.states()
                        .getOrDefault(state, Collections.emptyMap())
                        .values());
            }
        }
        return reached;
    }

    private void answerable(Clock clock) {
        if (clock.kind() == Clock.Kind.ACKNOWLEDGEMENT) {
            return; // any entry can be acknowledged in any state
        }
        Set<String> after = new TreeSet<>();
        if (life.start().containsKey(clock.on())) {
            after.add(life.start().get(clock.on()));
        }
        life.states().values().forEach(moves -> {
            if (moves.containsKey(clock.on())) {
                after.add(moves.get(clock.on()));
            }
        });
        Set<String> states = from(after);
        boolean possible = clock.doneBy().stream()
                .anyMatch(done ->
                        states.stream().anyMatch(state -> life.next(state, done).isPresent())
                                && procedure
                                        .format(done)
                                        .filter(format -> may(clock.by(), format))
                                        .isPresent());
        if (!possible) {
            desk.note(
                    Code.CATALOGUE_ANSWER_IMPOSSIBLE,
                    "`" + clock.by() + "` can file none of " + clock.doneBy() + " after `" + clock.on() + "`",
                    "let that role file one of them in a state that follows",
                    "clocks",
                    clock.name());
        }
    }

    /// Whether a party that plays a role may file a format.
    private boolean may(String role, Format format) {
        Role by = procedure.roles().get(format.by());
        boolean anybody = by != null && (by.is() == Role.Is.EITHER || by.is() == Role.Is.EACH);
        return format.by().equals(role) || anybody;
    }
}
