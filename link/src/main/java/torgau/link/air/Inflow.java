package torgau.link.air;

/// How much a bearer may bring in: twice what the other end can send at the configured rate, and a start. More is
/// nobody's that keeps to the configuration, and is dropped before anything is spent on it. Times are steady
/// nanoseconds.
public final class Inflow {
    /// Datagrams that may come at once.
    public static final int BURST_DATAGRAMS = 64;

    private static final int FACTOR = 2;

    private final Rate rate;
    private final long capacityNanos;
    private long levelNanos;
    private long filledAt;

    /// @param rate of the other end
    /// @param longestBytes of a datagram
    public Inflow(Rate rate, int longestBytes, long now) {
        this.rate = rate;
        this.capacityNanos = BURST_DATAGRAMS * rate.airNanos(longestBytes);
        this.levelNanos = capacityNanos;
        this.filledAt = now;
    }

    /// Whether a datagram that came now may be looked at.
    public boolean take(int bytes, long now) {
        long passed = Math.clamp(now - filledAt, 0, capacityNanos);
        levelNanos = Math.min(capacityNanos, levelNanos + FACTOR * passed);
        filledAt = now;
        long air = rate.airNanos(bytes);
        if (levelNanos < air) {
            return false;
        }
        levelNanos -= air;
        return true;
    }
}
