package torgau.link.seal;

/// How often a notice, which nobody signs, may make us open anew: at once, then after pauses that double; from
/// the beginning again when no notice has come for ten minutes.
final class Patience {
    /// The first pause, in milliseconds.
    static final long FIRST_PAUSE_MS = 5_000;

    /// The longest pause, and the quiet after which all is forgotten, in milliseconds.
    static final long MAX_PAUSE_MS = 600_000;

    private long pause;
    private long heededAt;
    private long noticedAt;

    boolean heeds(long now) {
        if (Math.abs(now - noticedAt) >= MAX_PAUSE_MS) {
            pause = 0;
        }
        noticedAt = now;
        if (Math.abs(now - heededAt) < pause) {
            return false;
        }
        pause = Math.clamp(2 * pause, FIRST_PAUSE_MS, MAX_PAUSE_MS);
        heededAt = now;
        return true;
    }
}
