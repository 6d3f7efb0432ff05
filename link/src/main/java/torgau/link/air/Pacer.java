package torgau.link.air;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// What waits for the air of one bearer, in its order. Times are steady nanoseconds. Bounded: a sender
/// that keeps to the engine's room never meets the bound; what does not fit is dropped and counted, as
/// the air itself would.
public final class Pacer {
    /// Messages that may wait: those of an opening, and a few frames.
    public static final int MAX_WAITING = 64;

    private final Rate rate;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private long freeAt;
    private boolean begun;
    private long dropped;

    public Pacer(Rate rate) {
        this.rate = rate;
    }

    /// Takes a message to be sent; false, and counted, if too much waits already.
    public boolean offer(byte[] message) {
        if (waiting.size() >= MAX_WAITING) {
            dropped++;
            return false;
        }
        waiting.add(message);
        return true;
    }

    /// The message that is to leave now, or null as long as the air is taken or nothing waits. From
    /// `nextAt` on the air is free of it, and its bytes have drained.
    public byte @Nullable [] next(long now) {
        if (waiting.isEmpty() || !free(now)) {
            return null;
        }
        byte[] message = waiting.remove();
        occupy(message.length, now);
        return message;
    }

    /// Whether the air is free of all that has left.
    boolean free(long now) {
        return !begun || now >= freeAt;
    }

    /// So many bytes leave that never waited.
    void occupy(int bytes, long now) {
        freeAt = now + rate.airNanos(bytes);
        begun = true;
    }

    /// When the air is free of all that has left.
    public long freeAt() {
        return freeAt;
    }

    public boolean idle() {
        return waiting.isEmpty();
    }

    /// Messages dropped because too much waited.
    public long dropped() {
        return dropped;
    }
}
