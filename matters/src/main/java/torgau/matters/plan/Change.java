package torgau.matters.plan;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import torgau.matters.Turn;

/// What became of the dates of an event after it was agreed.
///
/// @param from the dates planned until then
/// @param to the dates from then on; null if none are named
/// @param by the entry that says so
/// @param reason code of the reason given; empty if none is
public record Change(Kind kind, When from, @Nullable When to, Turn by, String reason) {
    /// What was done.
    public enum Kind {
        /// Exact days within those that were agreed.
        FIXED,
        MOVED,
        POSTPONED,
        CANCELLED
    }

    /// By how many whole days the beginning moved; less than nothing if it is earlier, 0 while there are
    /// no new dates.
    public long days() {
        return to == null ? 0 : Duration.ofMillis(to.from() - from.from()).toDays();
    }

    /// Whether the event does not take place when it was to.
    public boolean slipped() {
        return kind != Kind.FIXED;
    }
}
