package torgau.station.shell;

import java.util.function.Consumer;
import torgau.journal.crypto.RandomSource;

/// What a station has of the world outside: created where the process is assembled, and handed in.
///
/// @param retryMillis how long to wait before the store is tried again after a fault
/// @param ruined what an error does that leaves no thread of this process to be trusted; `Ruin` but in a test
public record Rim(Clocks clocks, RandomSource random, Disk disk, long retryMillis, Consumer<Throwable> ruined) {
    /// How long to wait before the store is tried again, unless a test is in a hurry.
    public static final long RETRY_MILLIS = 5_000;

    public Rim(Clocks clocks, RandomSource random, Disk disk, long retryMillis) {
        this(clocks, random, disk, retryMillis, new Ruin());
    }
}
