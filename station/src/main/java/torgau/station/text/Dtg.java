package torgau.station.text;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times as a watch writes them: the date-time group `211830Z NOV 26`, and ISO 8601 beside it.
public final class Dtg {
    private static final DateTimeFormatter GROUP =
            DateTimeFormatter.ofPattern("ddHHmm'Z' MMM yy", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Dtg() {}

    /// The date-time group; months are English in every language, as ACP 121 has them.
    public static String group(Instant time) {
        return GROUP.format(time).toUpperCase(Locale.ROOT);
    }

    /// ISO 8601 to the second.
    public static String iso(Instant time) {
        return ISO.format(time);
    }

    /// Both: `211830Z NOV 26 (2026-11-21T18:30:05Z)`.
    public static String both(Instant time) {
        return group(time) + " (" + iso(time) + ")";
    }
}
