package torgau.matters.figures;

import org.jspecify.annotations.Nullable;
import torgau.journal.Reference;

/// One number of a report: what it is, of whom, and of how much it was counted.
///
/// @param code what it is, as docs/expectations.md defines it, such as `answer.median`
/// @param party of which it is; 0 if of all
/// @param other the other party where it is of two; else 0
/// @param by under which heading: `all`, `precedence`, `format`, `track`, `month`, or `offices`
/// @param key the value of the heading; empty under `all`
/// @param of how many cases it was worked out from
/// @param place the entry that it names, such as the longest; null if it names none
public record Figure(
        String code,
        int party,
        int other,
        String by,
        String key,
        Unit unit,
        long value,
        long of,
        @Nullable Reference place) {
    /// What its value counts.
    public enum Unit {
        COUNT,
        SECONDS
    }
}
