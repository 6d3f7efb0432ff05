package torgau.link.emulator;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import torgau.journal.crypto.RandomSource;

/// A link between end 0 and end 1. Times are nanoseconds of the caller's clock, never less than before.
public final class EmulatedLink {
    private static final long NANOS_PER_MILLI = 1_000_000L;
    private static final int PERMILLE = 1_000;

    private final Profile profile;
    private final RandomSource random;
    private final Way[] ways = {new Way(), new Way()};
    private final PriorityQueue<Flying> flying = new PriorityQueue<>();
    private int speaking;
    private long airFreeAt;
    private boolean out;
    private long flown;

    /// A packet that has come out at an end.
    public record Arrival(long at, int to, byte[] datagram) {}

    private record Waiting(long offeredAt, byte[] datagram) {}

    private record Flying(long at, long order, int to, byte[] datagram) implements Comparable<Flying> {
        @Override
        public int compareTo(Flying other) {
            return at == other.at ? Long.compare(order, other.order) : Long.compare(at, other.at);
        }
    }

    /// One direction. What is on the air still counts as queued, as it does in a modem.
    private static final class Way {
        final Deque<Waiting> queue = new ArrayDeque<>();
        int queued;
        long freeAt;
        Count count = Count.NONE;
    }

    /// @param random decides what is lost, repeated and late
    public EmulatedLink(Profile profile, RandomSource random) {
        this.profile = profile;
        this.random = random;
    }

    /// An end hands a datagram to its modem.
    public void send(int from, byte[] datagram, long now) {
        pass(now);
        Way way = ways[from];
        way.count = way.count.offer();
        int bytes = datagram.length + Profile.HEADER_BYTES;
        if (bytes > profile.mtuBytes()) {
            way.count = way.count.refuse();
        } else if (way.queued + bytes > profile.queueBytes()) {
            way.count = way.count.overflow();
        } else {
            way.queued += bytes;
            way.queue.add(new Waiting(now, datagram.clone()));
        }
    }

    /// From now on nothing arrives that leaves the air, or everything does again; the air is used all
    /// the same.
    public void outage(boolean begins, long now) {
        pass(now);
        out = begins;
    }

    public Count count(int from) {
        return ways[from].count;
    }

    /// When an end's modem has sent all that was given to it, if the other side leaves it the air.
    public boolean idle(int from, long now) {
        pass(now);
        return ways[from].queue.isEmpty();
    }

    /// When something happens next; `Long.MAX_VALUE` if nothing is under way.
    public long nextAt() {
        long next = flying.isEmpty() ? Long.MAX_VALUE : flying.element().at();
        for (int from = 0; from < ways.length; from++) {
            next = Math.min(next, leaves(from));
        }
        return next;
    }

    /// What has arrived by now, in the order of its arrival.
    public List<Arrival> arrivals(long now) {
        pass(now);
        var arrivals = new ArrayList<Arrival>();
        while (!flying.isEmpty() && flying.element().at() <= now) {
            Flying next = flying.remove();
            arrivals.add(new Arrival(next.at(), next.to(), next.datagram()));
        }
        return arrivals;
    }

    private void pass(long now) {
        for (int from = sooner(); leaves(from) <= now; from = sooner()) {
            leave(from);
        }
    }

    private int sooner() {
        return leaves(0) <= leaves(1) ? 0 : 1;
    }

    /// When the first datagram that waits at an end has left the air.
    private long leaves(int from) {
        Waiting first = ways[from].queue.peek();
        return first == null ? Long.MAX_VALUE : beginsAt(from, first) + profile.airNanos(first.datagram().length);
    }

    /// Who has the air keeps it as long as something of its own waits; else it takes a turn.
    private long beginsAt(int from, Waiting first) {
        if (!profile.halfDuplex()) {
            return Math.max(first.offeredAt(), ways[from].freeAt);
        }
        long asked = Math.max(first.offeredAt(), airFreeAt);
        return from == speaking ? asked : asked + profile.turnMillis() * NANOS_PER_MILLI;
    }

    private void leave(int from) {
        Way way = ways[from];
        long at = leaves(from);
        byte[] datagram = way.queue.remove().datagram();
        int bytes = datagram.length + Profile.HEADER_BYTES;
        way.queued -= bytes;
        way.freeAt = at;
        airFreeAt = at;
        speaking = from;
        way.count = way.count.air(bytes, at);
        if (out || happens(profile.lossPermille())) {
            way.count = way.count.lose();
            return;
        }
        way.count = way.count.deliver();
        fly(1 - from, datagram, at);
        if (happens(profile.duplicatePermille())) {
            fly(1 - from, datagram, at);
        }
    }

    private void fly(int to, byte[] datagram, long left) {
        long late = profile.jitterMillis() == 0 ? 0 : below(profile.jitterMillis() * NANOS_PER_MILLI + 1);
        flying.add(new Flying(left + profile.delayMillis() * NANOS_PER_MILLI + late, flown++, to, datagram));
    }

    private boolean happens(int permille) {
        return permille > 0 && below(PERMILLE) < permille;
    }

    private long below(long bound) {
        return Long.remainderUnsigned(ByteBuffer.wrap(random.bytes(Long.BYTES)).getLong(), bound);
    }
}
