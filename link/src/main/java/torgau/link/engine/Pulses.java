package torgau.link.engine;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import torgau.journal.crypto.RandomSource;

/// Keepalive: challenges sent, echoes come back. A peer is alive only as of the last echo of a fresh challenge.
final class Pulses {
    private final long everyMillis;
    private final RandomSource random;
    private @Nullable Long challenge;
    private long challengedAt;
    private long aliveAt;
    private boolean everAlive;
    private long roundTripMillis;

    Pulses(long everyMillis, RandomSource random) {
        this.everyMillis = everyMillis;
        this.random = random;
    }

    /// Whether a challenge is due. One is due at once on a new bearer and after each interval without an answer.
    boolean due(long now) {
        return challenge == null ? !everAlive || now - aliveAt >= everyMillis : now - challengedAt >= everyMillis;
    }

    Frame.Pulse challenge(long now) {
        long word = ByteBuffer.wrap(random.bytes(Long.BYTES)).getLong();
        challenge = word;
        challengedAt = now;
        return new Frame.Pulse(word, null);
    }

    /// The answer to the peer's challenge; with an own one, where that is due before long.
    Frame.Pulse answer(long echo, long now) {
        boolean soon = challenge == null && (!everAlive || now - aliveAt >= everyMillis / 2);
        return new Frame.Pulse(soon ? challenge(now).challenge() : null, echo);
    }

    /// Forgets that the peer was alive lately, so that a new bearer is probed at once.
    void restart() {
        challenge = null;
        everAlive = false;
    }

    /// Whether the echo is that of the outstanding challenge.
    boolean answered(@Nullable Long echo, long now) {
        if (echo == null || !echo.equals(challenge)) {
            return false;
        }
        challenge = null;
        everAlive = true;
        aliveAt = now;
        long measured = Math.max(0, now - challengedAt);
        roundTripMillis = roundTripMillis == 0 ? measured : (7 * roundTripMillis + measured) / 8;
        return true;
    }

    /// Whether the peer has answered since the last restart.
    boolean everAlive() {
        return everAlive;
    }

    long roundTripMillis() {
        return roundTripMillis;
    }

    long nextAt() {
        return (challenge == null ? aliveAt : challengedAt) + everyMillis;
    }
}
