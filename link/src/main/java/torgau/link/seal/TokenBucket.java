package torgau.link.seal;

/// How often something dear may be done: `perSecond` on average, `burst` at once.
final class TokenBucket {
    private static final long UNIT = 1000;

    private final long perSecond;
    private final long capacity;
    private long level;
    private long filledAt;

    TokenBucket(int perSecond, int burst, long now) {
        this.perSecond = perSecond;
        this.capacity = burst * UNIT;
        this.level = capacity;
        this.filledAt = now;
    }

    /// Takes one, if there is one. A clock that went back costs nothing and gives nothing.
    boolean take(long now) {
        fill(now);
        if (level < UNIT) {
            return false;
        }
        level -= UNIT;
        return true;
    }

    private void fill(long now) {
        long passed = Math.clamp(now - filledAt, 0, capacity);
        level = Math.min(capacity, level + passed * perSecond);
        filledAt = now;
    }
}
