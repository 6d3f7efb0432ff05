package torgau.matters.visits;

import java.util.List;
import org.jspecify.annotations.Nullable;
import torgau.journal.Reference;

/// Something about a person of a delegation that an officer may want to look at. It is no refusal, and
/// stays on one's own desk.
public sealed interface Remark {
    /// The number of the person in the list.
    long number();

    /// The Latin spelling is not the one expected by ICAO Doc 9303, or there is none.
    ///
    /// @param given null if none is
    /// @param expected one for each language in which the name can be written
    record Spelling(long number, @Nullable String given, List<String> expected) implements Remark {
        public Spelling {
            expected = List.copyOf(expected);
        }
    }

    /// A word of the name is in no known alphabet, or mixes two.
    record Letters(long number, String word) implements Remark {}

    /// The same person is in the list twice.
    ///
    /// @param other the other number
    /// @param by what is the same
    record Twice(long number, long other, Same by) implements Remark {}

    /// The same person is in the list of another visit on the same days.
    record Elsewhere(long number, Reference visit, long other, Same by) implements Remark {}

    /// By what two persons are the same.
    enum Same {
        DOCUMENT,
        /// The name, and the year of birth where both give it.
        NAME
    }
}
