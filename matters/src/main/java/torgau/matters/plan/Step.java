package torgau.matters.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import torgau.matters.Turn;

/// Something to be done for an event by a day. Nothing follows from a day that has passed but that it is
/// shown.
///
/// @param what code of the step, or of the procedure of which a matter is to be opened
/// @param by the parties of whom one is to do it; all of them where each is
/// @param asked the day that the rule gives
/// @param day the last day up to that on which those who do it work
/// @param shown whether a format would show that it was done
/// @param done the entry that shows it; null if none does
public record Step(
        Event event,
        String what,
        Rule rule,
        List<Integer> by,
        LocalDate asked,
        LocalDate day,
        boolean shown,
        @Nullable Turn done,
        boolean passed) {
    public Step {
        by = List.copyOf(by);
    }

    /// Where its time comes from.
    public enum Rule {
        /// The table of steps of the event itself.
        EVENT,
        /// A lead time of a procedure.
        PROCEDURE,
        /// The delegation list, as the invitation asks for it.
        INVITATION,
        /// What a side itself said that it would do next.
        STATED
    }

    /// How it stands.
    public enum Fate {
        DONE,
        TO_COME,
        /// Its day has passed and no entry shows it.
        PASSED
    }

    public Fate fate() {
        if (done != null) {
            return Fate.DONE;
        }
        return passed ? Fate.PASSED : Fate.TO_COME;
    }
}
