package torgau.link.air;

import org.jspecify.annotations.Nullable;

/// The air as one end of a bearer of datagrams has it: at the configured rate, and on a half-duplex radio only in its
/// own turn. Pure; times are steady nanoseconds.
public final class Air {
    /// How long an end that has nothing left keeps its turn: the next message is chosen only when the air is free.
    static final long LINGER_NANOS = 50_000_000L;

    private static final byte OVER = 0;
    private static final byte OVER_WITH_MORE = 1;

    private final Rate rate;
    private final Pacer pacer;
    private final long longestNanos;
    private final @Nullable Turns turns;

    private Air(Rate rate, long longestNanos, @Nullable Turns turns) {
        this.rate = rate;
        this.pacer = new Pacer(rate);
        this.longestNanos = longestNanos;
        this.turns = turns;
    }

    /// The air in one direction that this end has for itself.
    public static Air fullDuplex(Rate rate) {
        return new Air(rate, 0, null);
    }

    /// The air that both ends share.
    ///
    /// @param longestBytes of a datagram
    /// @param first at one end true, at the other false
    public static Air halfDuplex(Rate rate, int longestBytes, TurnRules rules, boolean first) {
        long longest = rate.airNanos(longestBytes);
        return new Air(rate, longest, new Turns(rules, longest, first));
    }

    /// Takes a message to be sent; false if too much waits already.
    public boolean offer(byte[] message) {
        return pacer.offer(message);
    }

    /// When the air is free of all that has left.
    public long freeAt() {
        return pacer.freeAt();
    }

    /// The datagram that is to leave now: the next message, or an *over*; null if none is to leave yet.
    public byte @Nullable [] next(long now) {
        if (turns == null) {
            return pacer.next(now);
        }
        if (!pacer.free(now) || nextAt(now) > now) {
            return null;
        }
        boolean over = turns.ours() ? pacer.idle() || turns.spent(now) : pacer.idle();
        return over ? over(now, turns) : message(now, turns);
    }

    private byte[] over(long now, Turns taken) {
        byte[] over = {pacer.idle() ? OVER : OVER_WITH_MORE};
        pacer.occupy(over.length, now);
        taken.gave(pacer.freeAt());
        return over;
    }

    private byte @Nullable [] message(long now, Turns taken) {
        if (!taken.ours()) {
            taken.begin(now);
        }
        return pacer.next(now);
    }

    /// From when on `next` is to be asked; `Long.MAX_VALUE` as long as nothing waits.
    public long nextAt(long now) {
        long free = pacer.free(now) ? now : pacer.freeAt();
        if (turns == null) {
            return pacer.idle() ? Long.MAX_VALUE : free;
        }
        if (turns.ours()) {
            return pacer.idle() ? Math.max(free, pacer.freeAt() + LINGER_NANOS) : free;
        }
        return pacer.idle() && !turns.recalled() ? Long.MAX_VALUE : turns.mayBeginAt(free);
    }

    /// Takes note of a datagram that was heard from the other end.
    ///
    /// @return whether it is a message; else it was about turns, and is done with
    public boolean heard(byte[] datagram, long now) {
        if (turns == null) {
            return true;
        }
        if (datagram.length == 1) {
            turns.heardOver(now, datagram[0] == OVER_WITH_MORE);
            return false;
        }
        turns.heardMore(now, longestNanos);
        return true;
    }

    /// Whether a datagram that left is one about turns.
    public boolean aboutTurns(byte[] datagram) {
        return turns != null && datagram.length == 1;
    }

    public Rate rate() {
        return rate;
    }
}
