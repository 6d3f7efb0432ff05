package torgau.station.tables;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A calendar as iCalendar (RFC 5545). The same event keeps its UID, and its SEQUENCE grows with every
/// entry on it, so that a calendar that reads the file again replaces what it has. Times are UTC.
public final class IcsFile {
    private static final String LINE = "\r\n";
    /// Bytes of a line without its end.
    private static final int LONGEST = 75;

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final StringBuilder out = new StringBuilder();

    private IcsFile() {}

    /// How sure an event is.
    public enum Status {
        TENTATIVE,
        CONFIRMED,
        CANCELLED
    }

    /// One event.
    ///
    /// @param uid the same for ever
    /// @param sequence how many times something was said of it since it was proposed
    /// @param said milliseconds UTC of the newest word
    /// @param to null if the end is open
    /// @param place empty if none is named
    public record Event(
            String uid,
            int sequence,
            long said,
            long from,
            @Nullable Long to,
            String summary,
            String description,
            String place,
            String kind,
            Status status) {}

    /// The bytes of a file.
    ///
    /// @param name what the calendar is called
    public static byte[] of(String name, List<Event> events) {
        var file = new IcsFile();
        file.line("BEGIN", "VCALENDAR");
        file.line("VERSION", "2.0");
        file.line("PRODID", "-//Torgau//Plan of contacts//EN");
        file.line("CALSCALE", "GREGORIAN");
        file.line("X-WR-CALNAME", text(name));
        events.forEach(file::event);
        file.line("END", "VCALENDAR");
        return file.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void event(Event event) {
        line("BEGIN", "VEVENT");
        line("UID", text(event.uid()));
        line("DTSTAMP", time(event.said()));
        line("LAST-MODIFIED", time(event.said()));
        line("SEQUENCE", String.valueOf(event.sequence()));
        line("DTSTART", time(event.from()));
        if (event.to() != null && event.to() > event.from()) {
            line("DTEND", time(event.to()));
        }
        line("SUMMARY", text(event.summary()));
        line("DESCRIPTION", text(event.description()));
        if (!event.place().isEmpty()) {
            line("LOCATION", text(event.place()));
        }
        line("CATEGORIES", text(event.kind()));
        line("STATUS", event.status().name());
        line("CLASS", "CONFIDENTIAL");
        line("TRANSP", event.status() == Status.CANCELLED ? "TRANSPARENT" : "OPAQUE");
        line("END", "VEVENT");
    }

    private static String time(long millis) {
        return UTC.format(Instant.ofEpochMilli(millis));
    }

    /// Clause 3.3.11; what cannot stand in a line is left out.
    private static String text(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", "");
    }

    /// Folds between two characters, never within the bytes of one.
    private void line(String name, String value) {
        int used = 0;
        String all = name + ":" + value;
        for (int at = 0; at < all.length(); at = all.offsetByCodePoints(at, 1)) {
            String each = Character.toString(all.codePointAt(at));
            int bytes = each.getBytes(StandardCharsets.UTF_8).length;
            if (used + bytes > LONGEST) {
                out.append(LINE).append(' ');
                used = 1;
            }
            out.append(each);
            used += bytes;
        }
        out.append(LINE);
    }
}
