package torgau.catalogue.value;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Date-time groups as `211830ZNOV26`, and times as ISO 8601 writes them; UTC alone.
public final class Times {
    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    /// Forgives blanks and small letters; the zone must be there and must be Z.
    private static final Pattern GROUP =
            Pattern.compile("([0-9]{2})\\s*([0-9]{2})([0-9]{2})\\s*Z\\s*([A-Z]{3})\\s*([0-9]{2})");

    private static final Pattern ISO =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,3})?)?\\s*Z");
    private static final String TO = "..";

    private Times() {}

    /// Milliseconds UTC; an entry has none before 1970.
    public static Optional<Long> instant(String written) {
        String text = written.strip().toUpperCase(Locale.ROOT);
        try {
            Matcher group = GROUP.matcher(text);
            if (group.matches() && MONTHS.contains(group.group(4))) {
                return Optional.of(LocalDateTime.of(
                                2000 + number(group, 5),
                                Month.of(MONTHS.indexOf(group.group(4)) + 1),
                                number(group, 1),
                                number(group, 2),
                                number(group, 3))
                        .toInstant(ZoneOffset.UTC)
                        .toEpochMilli());
            }
            if (ISO.matcher(text).matches()) {
                return Optional.of(OffsetDateTime.parse(text.replace(" Z", "Z").replace(' ', 'T'))
                                .toInstant()
                                .toEpochMilli())
                        .filter(millis -> millis >= 0);
            }
        } catch (DateTimeException noSuchDay) {
            // as if it were no time at all: it is none
        }
        return Optional.empty();
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /// From one time to another, `FROM..TO`; without TO the end is open. Nothing if it would end before
    /// it begins.
    public static Optional<Value.Period> period(String written) {
        int at = written.indexOf(TO);
        if (at < 0) {
            return Optional.empty();
        }
        Optional<Long> from = instant(written.substring(0, at));
        String end = written.substring(at + TO.length()).strip();
        if (end.isEmpty()) {
            return from.map(begin -> new Value.Period(begin, null));
        }
        return from.flatMap(begin -> instant(end).filter(to -> to >= begin).map(to -> new Value.Period(begin, to)));
    }

    /// The least that says it all: the date-time group, or ISO 8601 if there are seconds or another
    /// century.
    public static String written(long millis) {
        String group = group(millis);
        return instant(group).filter(read -> read == millis).isPresent()
                ? group
                : java.time.Instant.ofEpochMilli(millis).toString();
    }

    /// The date-time group; seconds are not part of it.
    public static String group(long millis) {
        LocalDateTime time =
                java.time.Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC).toLocalDateTime();
        return Digits.of(time.getDayOfMonth(), 2)
                + Digits.of(time.getHour(), 2)
                + Digits.of(time.getMinute(), 2)
                + "Z"
                + MONTHS.get(time.getMonthValue() - 1)
                + Digits.of(time.getYear() % 100, 2);
    }
}
