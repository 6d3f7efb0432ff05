package torgau.station.heart;

import java.util.ArrayDeque;
import java.util.Deque;

/// What may be done so many times within any minute.
final class PerMinute {
    private static final long MINUTE_MILLIS = 60_000;

    private final int most;
    private final Deque<Long> lately = new ArrayDeque<>();

    PerMinute(int most) {
        this.most = most;
    }

    /// Whether it may be done once more; each call that says so uses one up.
    boolean take(Moment now) {
        while (!lately.isEmpty() && now.steady() - lately.peekFirst() >= MINUTE_MILLIS) {
            lately.removeFirst();
        }
        if (lately.size() >= most) {
            return false;
        }
        lately.addLast(now.steady());
        return true;
    }
}
