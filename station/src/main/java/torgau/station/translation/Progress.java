package torgau.station.translation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import torgau.journal.Code;
import torgau.journal.Office;
import torgau.store.desk.Translation;
import torgau.store.desk.Translation.State;

/// How a translation comes from one state to the next. A machine's text stays a machine's until an
/// officer takes it as a draft; whoever changes a word makes a draft of it again, however far it had
/// come; and nobody certifies what the same office reviewed.
public final class Progress {
    static final String OFFICERS_STAYS = "a machine's text never takes the place of an officer's";

    /// What somebody does to it.
    public sealed interface Step {
        /// A machine has made it.
        record Made(String words, String engine) implements Step {}

        /// An officer has written it, or taken it as it is.
        record Written(String words) implements Step {}

        /// An officer has compared it with the original.
        record Reviewed() implements Step {}

        /// Another office answers for it too.
        record Certified() implements Step {}
    }

    /// Who does it.
    ///
    /// @param at milliseconds UTC
    public record By(Office office, long at, @Nullable String note) {}

    /// What came of it.
    public sealed interface Result {
        /// The state to be kept; its number is given when it is.
        record Next(Translation state) implements Result {}

        record Refused(Code code, String detail) implements Result {}
    }

    private Progress() {}

    /// The state after a step.
    ///
    /// @param now the last state; empty if there is none
    public static Result after(Translation.Of of, Optional<Translation> now, Step step, By by) {
        if (now.isPresent() && now.get().revision() == Translation.MOST_REVISIONS) {
            return new Result.Refused(
                    Code.TOO_MANY_REVISIONS, "it was saved " + Translation.MOST_REVISIONS + " times already");
        }
        return switch (step) {
            case Step.Made(String words, String engine) ->
                now.isPresent() && now.get().state() != State.MACHINE
                        ? refused(now, OFFICERS_STAYS)
                        : next(of, now, State.MACHINE, words, engine, by);
            case Step.Written(String words) ->
                next(of, now, State.DRAFT, words, now.map(Translation::engine).orElse(null), by);
            case Step.Reviewed _ -> reviewed(of, now, by);
            case Step.Certified _ -> certified(of, now, by);
        };
    }

    private static Result reviewed(Translation.Of of, Optional<Translation> now, By by) {
        return now.filter(last -> last.state() == State.DRAFT)
                .map(last -> next(of, now, State.REVIEWED, last.words(), last.engine(), by))
                .orElseGet(() -> refused(now, "only a draft is reviewed"));
    }

    private static Result certified(Translation.Of of, Optional<Translation> now, By by) {
        if (now.isEmpty() || now.get().state() != State.REVIEWED) {
            return refused(now, "only what was reviewed is certified");
        }
        Translation last = now.get();
        return mayCertify(last, by)
                ? next(of, now, State.CERTIFIED, last.words(), last.engine(), by)
                : new Result.Refused(
                        Code.SAME_OFFICE_CERTIFIES, last.office().title() + " reviewed it: another office certifies");
    }

    /// Four eyes. Offices are told apart here as the journal tells them apart, by title and capacity.
    private static boolean mayCertify(Translation reviewed, By by) {
        return !reviewed.office().equals(by.office());
    }

    private static Result refused(Optional<Translation> now, String why) {
        String state = now.map(last -> "it is " + last.state()).orElse("there is none");
        return new Result.Refused(Code.NOT_IN_THAT_STATE, state + "; " + why);
    }

    private static Result next(
            Translation.Of of, Optional<Translation> now, State state, String words, @Nullable String engine, By by) {
        long revision = now.map(Translation::revision).orElse(0L) + 1;
        return new Result.Next(new Translation(1, of, revision, state, words, by.office(), by.at(), engine, by.note()));
    }
}
