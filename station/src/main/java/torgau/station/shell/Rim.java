package torgau.station.shell;

import torgau.journal.crypto.RandomSource;

/// What a station has of the world outside: created where the process is assembled, and handed in.
///
/// @param retryMillis how long to wait before the store is tried again after a fault
public record Rim(Clocks clocks, RandomSource random, Disk disk, long retryMillis) {
    /// How long to wait before the store is tried again, unless a test is in a hurry.
    public static final long RETRY_MILLIS = 5_000;
}
