package torgau.station.http;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/// What one administrator has asked for and another confirms. In memory only: after a new start it is
/// asked for anew.
final class Recoveries {
    /// Within which the second one confirms.
    static final long WITHIN_MILLIS = 15 * 60_000L;

    private final LongSupplier steadyNanos;
    private final Map<String, Asked> asked = new HashMap<>();

    private record Asked(String administrator, long at) {}

    Recoveries(LongSupplier steadyNanos) {
        this.steadyNanos = steadyNanos;
    }

    /// Whether this administrator is the second; if not, notes him as the first.
    ///
    /// @param serving whether an administrator who has asked still counts
    synchronized boolean confirmed(String officer, String administrator, Predicate<String> serving) {
        forget(serving);
        Asked first = asked.putIfAbsent(officer, new Asked(administrator, now()));
        if (first == null || first.administrator().equals(administrator)) {
            return false;
        }
        asked.remove(officer);
        return true;
    }

    /// Takes what an administrator has asked for, for whoever confirms and is none.
    synchronized boolean taken(String officer, Predicate<String> serving) {
        forget(serving);
        return asked.remove(officer) != null;
    }

    private void forget(Predicate<String> serving) {
        asked.values().removeIf(each -> now() - each.at() > WITHIN_MILLIS || !serving.test(each.administrator()));
    }

    private long now() {
        return TimeUnit.NANOSECONDS.toMillis(steadyNanos.getAsLong());
    }
}
