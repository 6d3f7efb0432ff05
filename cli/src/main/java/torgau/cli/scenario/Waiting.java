package torgau.cli.scenario;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Asks until it is so, or the time is over.
final class Waiting {
    /// For what travels from one station to the other.
    static final Duration ARRIVAL = Duration.ofSeconds(15);

    private static final Duration POLL = Duration.ofMillis(25);

    private Waiting() {}

    /// Whether it came to be so in time; asked once at least.
    static boolean until(Duration limit, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(POLL);
        }
        return true;
    }
}
