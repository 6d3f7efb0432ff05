package torgau.link.engine;

import java.nio.ByteBuffer;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import torgau.journal.crypto.RandomSource;

/// Keepalive: challenges sent, echoes come back. A peer is alive only as of the last echo of a fresh
/// challenge.
final class Pulses {
    private long everyMillis;
    private long againMillis;
    private long graceMillis;
    private int unanswered;
    /// Whether the last exchange began here: then the other end has the next, if it is in time.
    private boolean asked;
    private final RandomSource random;
    private @Nullable Long challenge;
    private long challengedAt;
    private long aliveAt;
    private boolean everAlive;
    /// What became of the last challenges, the newest lowest: a bit is set where no answer came.
    private int history;

    private int remembered;
    private long roundTripMillis;

    Pulses(long everyMillis, RandomSource random) {
        this.everyMillis = everyMillis;
        this.againMillis = everyMillis;
        this.random = random;
    }

    /// How often to challenge.
    ///
    /// @param again how long after a challenge that was not answered to try again
    /// @param grace how long to leave the other end its turn to begin, where this one began the last
    ///     exchange
    void pace(long every, long again, long grace) {
        everyMillis = every;
        againMillis = again;
        graceMillis = grace;
    }

    /// Challenges in a row that went unanswered and were followed by another.
    int unanswered() {
        return unanswered;
    }

    /// Something that the peer made for this process came: it can be heard, whatever became of the
    /// challenges.
    void heard() {
        unanswered = 0;
    }

    /// Whether a challenge is due. One is due at once on a new bearer and after each interval without an
    /// answer.
    boolean due(long now) {
        return challenge == null ? !everAlive || now >= nextAt() : now - challengedAt >= againMillis;
    }

    Frame.Pulse challenge(long now) {
        if (challenge != null) {
            unanswered++;
            note(1);
        }
        long word = ByteBuffer.wrap(random.bytes(Long.BYTES)).getLong();
        challenge = word;
        challengedAt = now;
        asked = true;
        return new Frame.Pulse(word, null);
    }

    /// The answer to the peer's challenge; with an own one, where that is due before long.
    Frame.Pulse answer(long echo, long now) {
        boolean soon = challenge == null && (!everAlive || now - aliveAt >= everyMillis / 2);
        Long own = soon ? challenge(now).challenge() : null;
        asked = false;
        return new Frame.Pulse(own, echo);
    }

    /// Forgets that the peer was alive lately, so that a new bearer is probed at once.
    void restart() {
        challenge = null;
        unanswered = 0;
        everAlive = false;
    }

    /// Whether the echo is that of the outstanding challenge.
    boolean answered(@Nullable Long echo, long now) {
        if (echo == null || !echo.equals(challenge)) {
            return false;
        }
        challenge = null;
        unanswered = 0;
        note(0);
        everAlive = true;
        aliveAt = now;
        long measured = Math.max(0, now - challengedAt);
        roundTripMillis = roundTripMillis == 0 ? measured : (7 * roundTripMillis + measured) / 8;
        return true;
    }

    private void note(int lost) {
        history = history << 1 | lost;
        remembered = Math.min(Integer.SIZE, remembered + 1);
    }

    /// How many of the last challenges are remembered, and of how many of them no answer came.
    Probes probes() {
        return new Probes(remembered, Integer.bitCount(history));
    }

    record Probes(int sent, int unanswered) {}

    /// When the peer last answered, if it has since the last restart.
    OptionalLong aliveAt() {
        return everAlive ? OptionalLong.of(aliveAt) : OptionalLong.empty();
    }

    /// Whether the peer has answered since the last restart.
    boolean everAlive() {
        return everAlive;
    }

    long roundTripMillis() {
        return roundTripMillis;
    }

    long nextAt() {
        return challenge == null ? aliveAt + everyMillis + (asked ? graceMillis : 0) : challengedAt + againMillis;
    }
}
