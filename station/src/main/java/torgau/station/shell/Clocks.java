package torgau.station.shell;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import torgau.station.heart.Moment;

/// The two clocks of a machine.
///
/// @param wallMillis milliseconds UTC; may jump
/// @param steadyNanos nanoseconds of a clock that never goes back
public record Clocks(LongSupplier wallMillis, LongSupplier steadyNanos) {
    /// This machine's.
    public static Clocks machine() {
        return new Clocks(System::currentTimeMillis, System::nanoTime);
    }

    public Moment now() {
        return new Moment(wallMillis.getAsLong(), TimeUnit.NANOSECONDS.toMillis(steadyNanos.getAsLong()));
    }
}
