package torgau.journal.agreement;

import java.util.List;
import torgau.journal.Checks;
import torgau.journal.Limits;

/// What the parties agreed about traffic.
///
/// @param acknowledgeWithinMinutes by precedence, FLASH first
/// @param flashPerHour FLASH entries of one station in an hour; more are sent as IMMEDIATE
/// @param urgentWords words of a FLASH or IMMEDIATE text at most
/// @param testEveryMinutes between two link tests, the parties alternating
/// @param courierDays how long a courier may take, and so how long an old sealing key lives
/// @param neverSuspended codes of what no suspension covers
public record Rules(
        List<Integer> acknowledgeWithinMinutes,
        int flashPerHour,
        int urgentWords,
        int testEveryMinutes,
        int courierDays,
        List<String> neverSuspended) {
    private static final int MAX_MINUTES = 525_600;

    public Rules {
        Checks.within("acknowledgement times", acknowledgeWithinMinutes.size(), 4, 4);
        acknowledgeWithinMinutes.forEach(
                minutes -> Checks.within("acknowledgement time in minutes", minutes, 1, MAX_MINUTES));
        Checks.within("FLASH entries an hour", flashPerHour, 1, 10_000);
        Checks.within("words of an urgent text", urgentWords, 10, 10_000);
        Checks.within("minutes between link tests", testEveryMinutes, 1, MAX_MINUTES);
        Checks.within("courier time in days", courierDays, 1, 400);
        Checks.within("kinds never suspended", neverSuspended.size(), 0, Limits.REFERENCES);
        neverSuspended.forEach(kind -> Checks.name("kind never suspended", kind));
        acknowledgeWithinMinutes = List.copyOf(acknowledgeWithinMinutes);
        neverSuspended = List.copyOf(neverSuspended);
    }
}
