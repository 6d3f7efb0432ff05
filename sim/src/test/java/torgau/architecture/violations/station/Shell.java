package torgau.architecture.violations.station;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;

/// The shell has the clock, the randomness and the threads, and must name things as the JDK does where it implements
/// it.
record Shell(Clock clock, SecureRandom random) implements Callable<Instant> {
    static Shell real() {
        return new Shell(Clock.systemUTC(), new SecureRandom());
    }

    @Override
    public Instant call() {
        return clock.instant();
    }
}
