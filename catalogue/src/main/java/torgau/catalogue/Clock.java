package torgau.catalogue;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What is awaited once a format was filed, from whom, and for how long. It moves nothing and sends
/// nothing: a lapse is shown, and what then may be filed is named.
///
/// @param on the format that starts it
/// @param where items that code fields of that entry must have for it to start; empty if it always does
/// @param by the role that is awaited
/// @param doneBy formats that fulfil it
/// @param endedBy formats that end it without fulfilling it
/// @param basis code of the basis under which it runs
/// @param restartOnChangeOf fields whose correction starts it anew
/// @param extendedBy the role that may lengthen it; null if nobody may
/// @param runsSuspended whether it runs while its matter's procedure is suspended
/// @param warnings how long before the end one's own watch is warned
/// @param may what each role may file after a lapse
/// @param rows the rows for each of which it runs by itself; null if it runs for the entry as a whole
public record Clock(
        String name,
        Kind kind,
        String on,
        NavigableMap<String, String> where,
        String by,
        List<String> doneBy,
        List<String> endedBy,
        Duration within,
        From from,
        String basis,
        List<String> restartOnChangeOf,
        @Nullable String extendedBy,
        boolean runsSuspended,
        List<Duration> warnings,
        NavigableMap<String, List<String>> may,
        @Nullable Rows rows) {
    public Clock {
        where = Collections.unmodifiableNavigableMap(new TreeMap<>(where));
        doneBy = List.copyOf(doneBy);
        endedBy = List.copyOf(endedBy);
        restartOnChangeOf = List.copyOf(restartOnChangeOf);
        warnings = List.copyOf(warnings);
        may = new TreeMap<>(may);
    }

    /// What is awaited.
    public enum Kind {
        ACKNOWLEDGEMENT,
        ANSWER,
        REPORT,
        CONFIRMATION
    }

    /// Rows of a table, each of which is awaited for by itself and known by its number.
    ///
    /// @param table of the format that starts the clock
    /// @param where items that code columns of a row must have; empty if every row counts
    /// @param joined by format, the table whose rows fulfil or end it for the rows of their numbers; a
    ///     format that is not named here does so for all rows
    public record Rows(String table, NavigableMap<String, String> where, NavigableMap<String, String> joined) {
        /// The greatest number that a row may have: so many rows may be awaited at once.
        public static final int MOST = 1_000;

        public Rows {
            where = Collections.unmodifiableNavigableMap(new TreeMap<>(where));
            joined = Collections.unmodifiableNavigableMap(new TreeMap<>(joined));
        }
    }

    /// What the time runs from.
    public sealed interface From {
        /// From when the party awaited had proof of receipt.
        record Receipt() implements From {}

        /// From the end of what a field of the starting format names.
        record Event(String field) implements From {}
    }

    /// How long before an event its notice should be received. A shorter one is flagged, never blocked.
    ///
    /// @param of the format that is the notice
    /// @param event the field of it that holds the event's time
    public record LeadTime(String of, String event, Duration atLeast, String basis) {}

    /// What was notified ends at the time that a field holds, unless one of these formats confirms it; one
    /// of others ends it before.
    public record Standing(
            String of, String until, List<String> confirmedBy, List<String> endedBy, List<Duration> warnings) {
        public Standing {
            confirmedBy = List.copyOf(confirmedBy);
            endedBy = List.copyOf(endedBy);
            warnings = List.copyOf(warnings);
        }
    }
}
