package torgau.station.heart;

import java.util.List;

/// When link tests are due and whose turn it is: one in every interval of UTC, the stations taking turns in the
/// order of their numbers. Both sides compute the same.
record TestSchedule(List<Integer> stations, long intervalMillis) {
    private static final long MAX_GRACE_MILLIS = 300_000;

    long slot(long wall) {
        return Math.floorDiv(wall, intervalMillis);
    }

    long beginsAt(long slot) {
        return slot * intervalMillis;
    }

    /// The station whose turn it is.
    int tester(long slot) {
        return stations.get((int) Math.floorMod(slot, (long) stations.size()));
    }

    /// By when a test of this slot must have been sent and returned.
    long missedAt(long slot) {
        return beginsAt(slot) + Math.min(MAX_GRACE_MILLIS, intervalMillis / 2);
    }
}
