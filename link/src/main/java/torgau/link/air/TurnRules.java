package torgau.link.air;

import java.time.Duration;
import torgau.journal.Checks;

/// What two ends of a half-duplex radio must know alike to take turns.
///
/// @param turnNanos that a radio needs from hearing to speaking: so long an end waits before each of its turns
/// @param delayNanos the longest delay one way, beside the air time
/// @param holdNanos after which an end that has still more to say asks whether the other has anything
public record TurnRules(long turnNanos, long delayNanos, long holdNanos) {
    public static final int MAX_MILLIS = 60_000;
    public static final int DEFAULT_HOLD_MILLIS = 10_000;

    public TurnRules {
        Checks.within("nanoseconds of a turn", turnNanos, 0, millis(MAX_MILLIS));
        Checks.within("nanoseconds of delay", delayNanos, millis(1), millis(MAX_MILLIS));
        Checks.within("nanoseconds of speaking", holdNanos, millis(1), millis(MAX_MILLIS));
    }

    public static TurnRules ofMillis(long turn, long delay, long hold) {
        return new TurnRules(millis(turn), millis(delay), millis(hold));
    }

    private static long millis(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
