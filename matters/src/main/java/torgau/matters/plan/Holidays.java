package torgau.matters.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// On which days the offices of each party rest, as the officers of this station know it.
///
/// @param parties by number; of a party that is not here every day is a working day
public record Holidays(NavigableMap<Integer, Rest> parties) {
    /// Nobody rests.
    public static final Holidays NONE = new Holidays(new TreeMap<>());

    private static final Rest NEVER = new Rest(ZoneOffset.UTC, new TreeSet<>(), new TreeMap<>());
    private static final int LOOK_BACK_DAYS = 366;

    public Holidays {
        parties = Collections.unmodifiableNavigableMap(new TreeMap<>(parties));
    }

    /// When one party rests.
    ///
    /// @param zone in which its days begin
    /// @param weekly its days of rest in each week
    /// @param days by date their names by language
    public record Rest(
            ZoneId zone, NavigableSet<DayOfWeek> weekly, NavigableMap<LocalDate, NavigableMap<String, String>> days) {
        public Rest {
            weekly = Collections.unmodifiableNavigableSet(new TreeSet<>(weekly));
            days = Collections.unmodifiableNavigableMap(new TreeMap<>(days));
        }

        boolean works(LocalDate day) {
            return !weekly.contains(day.getDayOfWeek()) && !days.containsKey(day);
        }
    }

    public ZoneId zone(int party) {
        return of(party).zone();
    }

    private Rest of(int party) {
        return parties.getOrDefault(party, NEVER);
    }

    /// The named days of a party from the first to the last of these, both included.
    public NavigableMap<LocalDate, NavigableMap<String, String>> between(int party, LocalDate first, LocalDate last) {
        return first.isAfter(last) ? new TreeMap<>() : of(party).days().subMap(first, true, last, true);
    }

    /// The last day up to this one on which all of these work; the day itself if there is none in a
    /// year.
    public LocalDate workingBy(LocalDate day, Collection<Integer> all) {
        List<Rest> rests = all.stream().map(this::of).toList();
        LocalDate first = day.minusDays(LOOK_BACK_DAYS);
        for (LocalDate each = day; each.isAfter(first); each = each.minusDays(1)) {
            LocalDate looked = each;
            if (rests.stream().allMatch(rest -> rest.works(looked))) {
                return each;
            }
        }
        return day;
    }
}
