package torgau.matters.figures;

import java.time.LocalDate;
import torgau.journal.TrafficClass;
import torgau.matters.Tally;

/// Of what figures are asked.
///
/// @param from milliseconds UTC
/// @param to milliseconds UTC, that one excluded; all is as it stood then
/// @param track of the matters; empty for all
public record Scope(long from, long to, String track) {
    private static final long DAY = 86_400_000;

    public Scope {
        if (from >= to) {
            throw new IllegalArgumentException("a period ends after it begins");
        }
    }

    boolean covers(long time) {
        return from <= time && time < to;
    }

    boolean covers(Tally tally) {
        return track.isEmpty() || track.equals(tally.track());
    }

    /// Whether an entry counts at all.
    boolean counts(Tally tally, int entry) {
        return covers(tally.time(entry)) && meant(tally, entry);
    }

    /// What is said as a test, in a drill or between operators is not meant.
    static boolean meant(Tally tally, int entry) {
        return isMeant(tally.trafficClass(entry));
    }

    static boolean isMeant(TrafficClass trafficClass) {
        return switch (trafficClass) {
            case FORMAL, PRINCIPAL -> true;
            case TEST, SERVICE, EXERCISE -> false;
        };
    }

    /// The state of a matter as it was at the end: of what is not meant, none. The number of it; 0 if
    /// there was none yet.
    int stateAtEnd(Tally tally) {
        int state = 0;
        for (int entry = 0; entry < tally.entries() && tally.time(entry) < to; entry++) {
            state = tally.state(entry) == 0 ? state : tally.state(entry);
        }
        return state;
    }

    /// The number of the month of a time, UTC: months since the year 0.
    static int monthNumber(long time) {
        var date = LocalDate.ofEpochDay(Math.floorDiv(time, DAY));
        return date.getYear() * 12 + date.getMonthValue() - 1;
    }

    /// A month by its number, such as `2026-11`.
    static String monthName(int number) {
        int month = number % 12 + 1;
        return number / 12 + (month < 10 ? "-0" : "-") + month;
    }

    /// The month of a time, UTC.
    static String month(long time) {
        return monthName(monthNumber(time));
    }
}
