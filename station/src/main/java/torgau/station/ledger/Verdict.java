package torgau.station.ledger;

import java.util.List;
import java.util.Optional;

/// What a book was found to be.
///
/// @param lines how many were read
/// @param head the last line, if there is one
/// @param faults in order; none: each line is as it was written
public record Verdict(long lines, Optional<Mark> head, List<Fault> faults) {
    /// Faults that are told one by one.
    public static final int MAX_FAULTS = 100;

    public Verdict {
        faults = List.copyOf(faults);
    }

    /// What is wrong with some lines.
    public enum Kind {
        /// The lines are not there.
        MISSING,
        /// The line, or the one before it, was changed, moved or put in.
        ALTERED,
        /// The book has not the line that a mark names, or another: it was cut off or written anew.
        NOT_AS_MARKED
    }

    /// Lines of which something is wrong.
    ///
    /// @param from number of the first
    /// @param to number of the last
    public record Fault(Kind kind, long from, long to) {}
}
