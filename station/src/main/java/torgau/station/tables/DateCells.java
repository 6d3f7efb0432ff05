package torgau.station.tables;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.value.Times;
import torgau.journal.Code;
import torgau.station.tables.Workbook.Cell;
import torgau.station.tables.Workbook.Content;

/// Dates as people and programs write them, in cells. What could mean two days, or two hours, is never
/// decided here.
///
final class DateCells {
    /// Characters of a cell with a date.
    private static final int LONGEST = 120;
    private static final String TIME = "(?:[T ,]+([0-2]?[0-9][:.][0-5][0-9](?::[0-5][0-9])?)\\s*(Z|UTC)?)?";
    private static final Pattern ISO = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})" + TIME);
    private static final Pattern DOTTED =
            Pattern.compile("([0-9]{1,2})\\.([0-9]{1,2})\\.([0-9]{4})(?: ?(?:г|р|года|року)\\.?)?" + TIME);
    private static final Pattern SLASHED = Pattern.compile("[0-9]{1,4}/[0-9]{1,2}/[0-9]{2,4}.*");
    private static final Pattern SHORT = Pattern.compile("[0-9]{1,2}[.-][0-9]{1,2}[.-][0-9]{2}(?![0-9]).*");
    private static final Pattern HOUR = Pattern.compile("([0-2]?[0-9]:[0-5][0-9])\\s*(Z|UTC)?");
    private static final Pattern TO = Pattern.compile(
            "\\s*(?:\\.\\.|–|—)\\s*|\\s+-\\s+|(?<=[0-9]{4})-(?=[0-9]{1,2}\\.)|(?<=:[0-9]{2}[Z]?)-(?=[0-9])|\\s+(?:to|до|по)\\s+");
    private static final Pattern OFFSET = Pattern.compile("[0-9].*[+-][0-9]{2}:[0-9]{2}");
    private static final Pattern DAY_ALONE = Pattern.compile("([0-9]{1,2})\\.?");
    private static final Pattern DAY_AND_MONTH = Pattern.compile("([0-9]{1,2})\\.([0-9]{1,2})\\.?");
    private static final Pattern SHORTER =
            Pattern.compile("([0-9]{1,2})(?:\\.([0-9]{1,2}))?\\.?-([0-9]{1,2}\\.[0-9]{1,2}\\.[0-9]{4}.*)");

    private final @Nullable ZoneId zone;
    private int days;

    /// @param zone of times that name none; null: they must name one
    DateCells(@Nullable ZoneId zone) {
        this.zone = zone;
    }

    /// How many whole days were read so far.
    int days() {
        return days;
    }

    /// A day, or a time of it.
    ///
    /// @param time null: the whole day
    /// @param utc whether it says so itself
    private record Read(LocalDate day, @Nullable LocalTime time, boolean utc) {}

    /// A period in one cell or in two, as the catalogue reads it.
    ///
    /// @param whole one cell with both ends; null if there are two
    /// @param utc whether the headings say that times are UTC
    String period(@Nullable Cell whole, @Nullable Cell from, @Nullable Cell to, boolean utc) throws Trouble.Found {
        Cell open = whole == null && to == null ? from : whole;
        boolean one = whole == null || from == null;
        if (one
                && open != null
                && open.content() instanceof Content.Text(String text)
                && text.strip().endsWith("..")) {
            String begins = text.strip().substring(0, text.strip().length() - 2);
            return ofMillis(millis(read(begins.strip(), null), utc, false)) + "..";
        }
        if (whole != null && from == null && to == null) {
            List<String> ends = ends(whole);
            Read first = read(ends.getFirst(), null);
            return written(first, ends.size() == 1 ? first : read(ends.getLast(), first.day()), utc);
        }
        if (from == null || whole != null) {
            throw new Trouble.Found(Trouble.of(Code.CELL_UNUSABLE, whole == null ? "no_beginning" : "dates_twice"));
        }
        Read first = read(from);
        if (to == null && first.time() != null) {
            throw new Trouble.Found(Trouble.of(Code.CELL_UNUSABLE, "no_end"));
        }
        return written(first, to == null ? first : read(to, first.day()), utc);
    }

    /// One time, as the catalogue reads it.
    String instant(Cell cell, boolean utc) throws Trouble.Found {
        return ofMillis(millis(read(cell), utc, false));
    }

    private String written(Read first, Read last, boolean utc) throws Trouble.Found {
        if (first.time() != null && last.equals(first)) {
            throw new Trouble.Found(Trouble.of(Code.CELL_UNUSABLE, "no_end"));
        }
        long begins = millis(first, utc, false);
        long ends = millis(last, utc, true);
        if (ends < begins) {
            boolean midnight = first.day().equals(last.day());
            throw new Trouble.Found(
                    Trouble.of(Code.DATES_BACKWARDS, midnight ? "over_midnight" : "ends_before_it_begins"));
        }
        return ofMillis(begins) + ".." + ofMillis(ends);
    }

    private static String ofMillis(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }

    /// A whole day is the day in the zone, to its last minute; without a zone, in UTC.
    private long millis(Read read, boolean utc, boolean end) throws Trouble.Found {
        boolean said = read.utc() || utc;
        if (read.time() != null && !said && zone == null) {
            throw new Trouble.Found(Trouble.of(Code.TIME_WITHOUT_ZONE, "no_zone"));
        }
        days += read.time() == null ? 1 : 0;
        LocalTime time = read.time() != null ? read.time() : end ? LocalTime.of(23, 59) : LocalTime.MIN;
        LocalDateTime local = read.day().atTime(time);
        if (said || zone == null) {
            return local.toInstant(ZoneOffset.UTC).toEpochMilli();
        }
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.size() != 1) {
            var values = new TreeMap<String, Object>();
            values.put("zone", zone.getId());
            throw new Trouble.Found(
                    Trouble.of(Code.TIME_WITHOUT_ZONE, offsets.isEmpty() ? "hour_left_out" : "hour_twice", values));
        }
        return local.toInstant(offsets.getFirst()).toEpochMilli();
    }

    /// No date is as long as what patterns take their time with.
    private static String shortened(String text) throws Trouble.Found {
        if (text.length() > LONGEST) {
            throw new Trouble.Found(Trouble.of(Code.CELL_UNUSABLE, "no_date"));
        }
        return text;
    }

    private static List<String> ends(Cell cell) throws Trouble.Found {
        if (!(cell.content() instanceof Content.Text(String text))) {
            Read read = read(cell);
            return List.of(
                    read.time() == null
                            ? read.day().toString()
                            : read.day() + " " + read.time().truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
        }
        shortened(text);
        Matcher shorter = SHORTER.matcher(text.strip());
        String[] ends = shorter.matches()
                ? new String[] {text.strip().substring(0, shorter.start(3) - 1), shorter.group(3)}
                : TO.split(text.strip(), -1);
        return switch (ends.length) {
            case 1 -> List.of(ends[0]);
            case 2 -> List.of(completed(ends[0].strip(), ends[1].strip()), ends[1].strip());
            default -> throw new Trouble.Found(Trouble.of(Code.CELL_UNUSABLE, "no_date"));
        };
    }

    /// `10–14.05.2027` and `28.04–03.05.2027`: what is left out of the first is that of the last.
    private static String completed(String first, String last) {
        Matcher whole = DOTTED.matcher(last);
        if (!whole.matches()) {
            return first;
        }
        Matcher day = DAY_ALONE.matcher(first);
        if (day.matches()) {
            return day.group(1) + "." + whole.group(2) + "." + whole.group(3);
        }
        Matcher month = DAY_AND_MONTH.matcher(first);
        return month.matches() ? month.group(1) + "." + month.group(2) + "." + whole.group(3) : first;
    }

    private static Read read(Cell cell) throws Trouble.Found {
        return read(cell, null);
    }

    private static Read read(Cell cell, @Nullable LocalDate sameDay) throws Trouble.Found {
        return switch (cell.content()) {
            case Content.Time(LocalDateTime value) ->
                new Read(
                        value.toLocalDate(),
                        value.toLocalTime().equals(LocalTime.MIN) ? null : value.toLocalTime(),
                        false);
            case Content.Amount(var value) ->
                XlsxSheet.serial(value, false)
                        .map(time -> new Read(
                                time.toLocalDate(),
                                time.toLocalTime().equals(LocalTime.MIN) ? null : time.toLocalTime(),
                                false))
                        .orElseThrow(() -> new Trouble.Found(Trouble.of(Code.CELL_UNUSABLE, "no_date")));
            case Content.Text(String text) -> read(text.strip(), sameDay);
            case Content.Truth _, Content.Missing _ ->
                throw new Trouble.Found(Trouble.of(Code.CELL_UNUSABLE, "no_date"));
        };
    }

    /// @param sameDay of an hour that stands alone
    private static Read read(String written, @Nullable LocalDate sameDay) throws Trouble.Found {
        String text = shortened(written);
        Optional<Long> exact = Times.instant(text).or(() -> offset(text));
        if (exact.isPresent()) {
            LocalDateTime time = LocalDateTime.ofEpochSecond(exact.get() / 1_000, 0, ZoneOffset.UTC);
            return new Read(time.toLocalDate(), time.toLocalTime(), true);
        }
        try {
            Matcher hour = HOUR.matcher(text);
            if (sameDay != null && hour.matches()) {
                return new Read(sameDay, time(hour.group(1)), hour.group(2) != null);
            }
            Matcher iso = ISO.matcher(text);
            if (iso.matches()) {
                return read(iso, 1, 2, 3);
            }
            Matcher dotted = DOTTED.matcher(text);
            if (dotted.matches()) {
                return read(dotted, 3, 2, 1);
            }
        } catch (DateTimeException none) {
            throw new Trouble.Found(Trouble.of(Code.CELL_UNUSABLE, "no_such_day"));
        }
        boolean two = SLASHED.matcher(text).matches() || SHORT.matcher(text).matches();
        throw new Trouble.Found(
                two ? Trouble.of(Code.DATE_AMBIGUOUS, "two_dates") : Trouble.of(Code.CELL_UNUSABLE, "no_date"));
    }

    private static Optional<Long> offset(String text) {
        if (!OFFSET.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text.replace(' ', 'T'))
                            .toInstant()
                            .toEpochMilli())
                    .filter(millis -> millis >= 0);
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }

    private static Read read(Matcher matcher, int year, int month, int day) {
        String time = matcher.group(4);
        return new Read(
                LocalDate.of(number(matcher, year), number(matcher, month), number(matcher, day)),
                time == null ? null : time(time),
                matcher.group(5) != null);
    }

    private static LocalTime time(String written) {
        String text = written.replace('.', ':');
        return LocalTime.parse(text.indexOf(':') == 1 ? "0" + text : text);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
