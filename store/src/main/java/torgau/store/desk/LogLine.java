package torgau.store.desk;

import org.jspecify.annotations.Nullable;
import torgau.journal.Checks;
import torgau.journal.Reference;

/// One line of the watch log or the audit log.
///
/// @param number from 1, without gaps
/// @param at milliseconds UTC
/// @param kind what happened
/// @param office whose doing it was; null if nobody's
/// @param code one of TG-xxxx, if it was a refusal or a fault
public record LogLine(
        long number,
        long at,
        String kind,
        @Nullable String office,
        @Nullable String code,
        @Nullable Reference reference,
        @Nullable String detail) {
    public LogLine {
        Checks.within("number", number, 1, Long.MAX_VALUE);
        Checks.name("kind of log line", kind);
    }
}
