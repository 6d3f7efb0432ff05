package torgau.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import torgau.catalogue.value.Digits;

/// What is awaited again and again, by the same day of each year, quarter or month, without anybody
/// asking. It binds as far as the parties agreed on the catalogue that says it; it moves nothing and
/// sends nothing.
///
/// @param span for which days it reports, seen from its own day
/// @param by of which parties it is awaited
/// @param doneBy formats that report
/// @param nilBy formats that say that there is nothing to report, which does as well
/// @param period the field of those formats that names the days for which they report
/// @param where what other fields of those formats must say: item of a code list by field
/// @param basis code of the basis under which it is awaited
/// @param warnings how long before the day one's own watch is warned
/// @param may what whoever awaits it may file once the day has passed
public record Recurring(
        String name,
        Words title,
        Day day,
        Span span,
        By by,
        List<String> doneBy,
        List<String> nilBy,
        String period,
        NavigableMap<String, String> where,
        String basis,
        List<Duration> warnings,
        List<String> may) {
    public Recurring {
        doneBy = List.copyOf(doneBy);
        nilBy = List.copyOf(nilBy);
        where = new TreeMap<>(where);
        warnings = List.copyOf(warnings);
        may = List.copyOf(may);
    }

    /// How often.
    public enum Every {
        YEAR(12),
        QUARTER(3),
        MONTH(1);

        private final int months;

        Every(int months) {
            this.months = months;
        }

        /// The first day of the unit of this number, counted from the year 0.
        LocalDate first(long number) {
            return LocalDate.EPOCH.withDayOfMonth(1).withYear(0).plusMonths(number * months);
        }

        /// The number of the unit that has a day in it.
        public long number(LocalDate day) {
            return Math.floorDiv(day.getYear() * 12L + day.getMonthValue() - 1, (long) months);
        }

        /// The least number of days that such a unit has.
        public int days() {
            return switch (this) {
                case YEAR -> 365;
                case QUARTER -> 90;
                case MONTH -> 28;
            };
        }
    }

    /// For which days something reports: the year, quarter or month before its own, its own, or the
    /// next.
    public enum Span {
        BEFORE,
        CURRENT,
        TO_COME
    }

    /// Of which parties something is awaited; never of an observer.
    public enum By {
        EACH,
        STATES,
        ORGANISATIONS
    }

    /// The same day in each unit, UTC.
    ///
    /// @param month 1 for the first month of the unit
    /// @param day of that month; one that it has in every unit
    public record Day(Every every, int month, int day) {
        private static final int A_COMMON_YEAR = 2027;

        public Day {
            if (!exists(every, month, day)) {
                throw new IllegalArgumentException("no " + every + " always has day " + day + " of month " + month);
            }
        }

        /// Whether every such unit has that day.
        public static boolean exists(Every every, int month, int day) {
            if (month < 1 || month > every.months || day < 1) {
                return false;
            }
            long first = every.number(LocalDate.of(A_COMMON_YEAR, 1, 1));
            for (int unit = 0; unit < 12 / every.months; unit++) {
                if (day > every.first(first + unit).plusMonths(month - 1L).lengthOfMonth()) {
                    return false;
                }
            }
            return true;
        }

        /// As a file writes it: `12-15` of a year, `1-15` of a quarter, `15` of a month.
        public String written() {
            return switch (every) {
                case YEAR -> Digits.of(month, 2) + "-" + Digits.of(day, 2);
                case QUARTER -> month + "-" + Digits.of(day, 2);
                case MONTH -> Digits.of(day, 2);
            };
        }
    }

    /// One day on which it is awaited, and the days for which it then reports.
    public record Occurrence(LocalDate day, LocalDate first, LocalDate last) {
        private static final long LAST_MINUTE = Duration.ofMinutes(24 * 60 - 1).toMillis();

        /// By when it is awaited: the last minute of its day, milliseconds UTC.
        public long due() {
            return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli() + LAST_MINUTE;
        }
    }

    /// The number of the year, quarter or month in which a time lies (milliseconds UTC).
    public long number(long millis) {
        return day.every().number(LocalDate.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC));
    }

    /// What is awaited in the year, quarter or month of this number.
    public Occurrence occurrence(long number) {
        Every every = day.every();
        long reported = switch (span) {
            case BEFORE -> number - 1;
            case CURRENT -> number;
            case TO_COME -> number + 1;
        };
        return new Occurrence(
                every.first(number).plusMonths(day.month() - 1L).withDayOfMonth(day.day()),
                every.first(reported),
                every.first(reported + 1).minusDays(1));
    }

    /// How long before its day one's own watch is first warned, in milliseconds.
    public long notice() {
        return warnings.stream().mapToLong(Duration::toMillis).max().orElse(0);
    }
}
