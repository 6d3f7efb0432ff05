package torgau.station.home;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import torgau.journal.agreement.Agreement;
import torgau.journal.agreement.Party;
import torgau.matters.plan.Holidays;

/// Reads `holidays.yaml`, strictly: a file that is not wholly understood names no day of rest.
public final class HolidaysYaml {
    /// The years for which a day that comes again each year is known.
    private static final int FIRST_YEAR = 2020;

    private static final int LAST_YEAR = 2079;
    private static final int MAX_DAYS = 500;
    private static final int MAX_LONG = 31;
    private static final int MAX_NAME = 120;
    private static final Pattern EACH_YEAR = Pattern.compile("[0-9]{2}-[0-9]{2}");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final Agreement agreement;

    private HolidaysYaml(Agreement agreement) {
        this.agreement = agreement;
    }

    /// Those of a home; nobody rests if it has no such file.
    ///
    /// @throws HomeFault naming line and value of the first fault
    public static Holidays of(Home home, Agreement agreement) {
        return Files.exists(home.holidays(), LinkOption.NOFOLLOW_LINKS)
                ? read(YamlMapping.in(home.holidays()), agreement)
                : Holidays.NONE;
    }

    /// Reads the text of such a file.
    static Holidays read(YamlMapping yaml, Agreement agreement) {
        var reader = new HolidaysYaml(agreement);
        var parties = new TreeMap<Integer, Holidays.Rest>();
        for (YamlMapping each : yaml.only("parties").mappings("parties")) {
            each.only("party", "zone", "weekly", "days");
            if (parties.put(reader.party(each), reader.rest(each)) != null) {
                throw each.refused("party", "is there twice");
            }
        }
        return new Holidays(parties);
    }

    private int party(YamlMapping yaml) {
        String code = yaml.text("party");
        List<String> known = agreement.parties().stream().map(Party::code).toList();
        return agreement
                .party(code)
                .map(Party::number)
                .orElseThrow(() -> yaml.refused(
                        "party", "is " + code + "; the parties of the line are " + String.join(", ", known)));
    }

    private Holidays.Rest rest(YamlMapping yaml) {
        List<YamlMapping> rows = yaml.mappings("days");
        if (rows.size() > MAX_DAYS) {
            throw yaml.refused("days", "has " + rows.size() + " rows, allowed are " + MAX_DAYS);
        }
        var days = new TreeMap<LocalDate, NavigableMap<String, String>>();
        for (YamlMapping row : rows) {
            row.only("date", "to", "name");
            NavigableMap<String, String> names = names(row.mapping("name"));
            days(row).forEach(day -> days.putIfAbsent(day, names));
        }
        return new Holidays.Rest(zone(yaml), weekly(yaml), days);
    }

    private static ZoneId zone(YamlMapping yaml) {
        Optional<String> zone = yaml.textIfGiven("zone");
        try {
            return zone.isPresent() ? ZoneId.of(zone.get()) : ZoneOffset.UTC;
        } catch (DateTimeException fault) {
            throw yaml.refused("zone", "is " + zone.orElse("") + "; wanted is, for example, Europe/Berlin or +03:00");
        }
    }

    private static NavigableSet<DayOfWeek> weekly(YamlMapping yaml) {
        var days = new TreeSet<DayOfWeek>();
        var known = Stream.of(DayOfWeek.values())
                .map(day -> day.name().toLowerCase(Locale.ROOT))
                .toList();
        for (String word : yaml.texts("weekly")) {
            if (!known.contains(word)) {
                throw yaml.refused("weekly", "has " + word + "; days are " + String.join(", ", known));
            }
            days.add(DayOfWeek.valueOf(word.toUpperCase(Locale.ROOT)));
        }
        if (days.size() == known.size()) {
            throw yaml.refused("weekly", "has every day: nobody would ever work");
        }
        return days;
    }

    private static NavigableMap<String, String> names(YamlMapping yaml) {
        yaml.only(StationConfig.LANGUAGES.toArray(String[]::new));
        var names = new TreeMap<String, String>();
        for (String language : yaml.keys()) {
            String name = yaml.text(language);
            if (name.isBlank() || name.length() > MAX_NAME) {
                throw yaml.refused(language, "must be a name of 1 to " + MAX_NAME + " letters");
            }
            names.put(language, name);
        }
        return names;
    }

    /// One day or several, of one year or of each.
    private static List<LocalDate> days(YamlMapping row) {
        String date = row.text("date");
        if (EACH_YEAR.matcher(date).matches()) {
            if (row.has("to")) {
                throw row.refused("to", "goes with a date of one year; give each day of every year for itself");
            }
            MonthDay each = day(row, "date", () -> MonthDay.parse("--" + date));
            return IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR)
                    .filter(each::isValidYear)
                    .mapToObj(each::atYear)
                    .toList();
        }
        LocalDate first = date(row, "date", date);
        LocalDate last = row.has("to") ? date(row, "to", row.text("to")) : first;
        long more = ChronoUnit.DAYS.between(first, last);
        if (more < 0 || more >= MAX_LONG) {
            throw row.refused("to", "must be the date itself or one of the " + (MAX_LONG - 1) + " days after it");
        }
        var days = new ArrayList<LocalDate>();
        first.datesUntil(last.plusDays(1)).forEach(days::add);
        return days;
    }

    private static LocalDate date(YamlMapping row, String key, String text) {
        return day(row, key, () -> {
            if (!DATE.matcher(text).matches()) {
                throw new DateTimeException(text);
            }
            return LocalDate.parse(text);
        });
    }

    private static <T> T day(YamlMapping row, String key, java.util.function.Supplier<T> read) {
        try {
            return read.get();
        } catch (DateTimeException fault) {
            throw row.refused(
                    key, "is " + row.text(key) + "; wanted is a day, \"2027-05-09\", or one of every year, \"05-09\"");
        }
    }
}
