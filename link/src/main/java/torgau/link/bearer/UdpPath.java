package torgau.link.bearer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import torgau.journal.Code;
import torgau.link.air.Air;
import torgau.link.air.Inflow;

/// One way of datagrams: a socket, a thread that reads it and one that sends at the configured rate (docs/adr/0004).
///
/// A socket that knows its other end is connected to it, so that the system drops what comes from elsewhere and reports
/// what the network says. Where the peer may roam, whoever speaks from another address is a bearer of its own until it
/// has shown that it is the peer; of such there are few, and none stays long.
final class UdpPath {
    /// Addresses at once of which it is not known yet whether the peer is there.
    static final int MAX_STRANGERS = 4;

    /// How long one of them may take to show it.
    static final long STRANGER_NANOS = 10_000_000_000L;

    private static final long LOOK_UP_NANOS = 60_000_000_000L;
    private static final long LONGEST_WAIT_MILLIS = 10_000;

    final UdpRoute route;
    private final BearerEvents events;
    private final LongSupplier ids;
    private final Transmitter transmitter;
    private final Air air;
    private final Inflow fromPeer;
    private final Inflow fromStrangers;
    private final Deque<End> destinations = new ArrayDeque<>();
    private final Map<InetSocketAddress, End> strangers = new LinkedHashMap<>();
    private @Nullable DatagramChannel channel;
    private @Nullable InetSocketAddress other;
    private @Nullable End end;
    private long lookedUpAt;
    private boolean writing;
    private boolean stopped;

    /// Who is, or may be, at the other end.
    private record End(long bearer, InetSocketAddress at, long since) {}

    private record Leaving(byte[] datagram, @Nullable End to) {}

    UdpPath(UdpRoute route, BearerEvents events, Transmitter transmitter, LongSupplier ids) {
        this.route = route;
        this.events = events;
        this.transmitter = transmitter;
        this.ids = ids;
        this.air = route.air();
        this.fromPeer = inflow(route);
        this.fromStrangers = inflow(route);
    }

    private static Inflow inflow(UdpRoute route) {
        return new Inflow(route.rate(), route.datagramBytes(), System.nanoTime());
    }

    synchronized boolean owns(long bearer) {
        return endOf(bearer) != null;
    }

    private @Nullable End endOf(long bearer) {
        End now = end;
        if (now != null && now.bearer() == bearer) {
            return now;
        }
        return strangers.values().stream()
                .filter(stranger -> stranger.bearer() == bearer)
                .findFirst()
                .orElse(null);
    }

    // --- what leaves ---

    /// What finds no room is dropped as the air would have it, and is no longer under way.
    void send(long bearer, byte[] message) {
        synchronized (this) {
            End to = endOf(bearer);
            if (to == null) {
                return;
            }
            if (message.length <= route.datagramBytes() && air.offer(message)) {
                destinations.add(to);
                notifyAll();
                return;
            }
        }
        events.discarded(Code.DATAGRAM_UNSENT);
        events.drained(bearer, message.length);
    }

    private void writeAll() {
        try {
            for (Leaving next = take(); next != null; next = take()) {
                transmit(next);
                rest();
                if (next.to() != null) {
                    events.drained(next.to().bearer(), next.datagram().length);
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits for the next datagram that may leave; null when the way is given up.
    private synchronized @Nullable Leaving take() throws InterruptedException {
        while (!stopped) {
            long now = System.nanoTime();
            byte[] next = air.next(now);
            if (next != null) {
                return new Leaving(next, air.aboutTurns(next) ? null : destinations.remove());
            }
            long due = air.nextAt(now);
            long millis = due == Long.MAX_VALUE ? LONGEST_WAIT_MILLIS : (due - now) / 1_000_000;
            wait(Math.clamp(millis, 0, LONGEST_WAIT_MILLIS) + 1);
        }
        return null;
    }

    /// What the network does not take is lost, as anything may be that it does take.
    private void transmit(Leaving leaving) {
        DatagramChannel through;
        End to;
        synchronized (this) {
            through = channel;
            to = leaving.to() == null ? end : leaving.to();
        }
        if (through == null || to == null) {
            return;
        }
        try {
            if (!transmitter.send(through, leaving.datagram(), to.at())) {
                events.discarded(Code.DATAGRAM_UNSENT);
            }
        } catch (IOException fault) {
            events.discarded(Code.DATAGRAM_UNSENT);
        }
    }

    private void rest() {
        long free;
        synchronized (this) {
            free = air.freeAt();
        }
        for (long left = free - System.nanoTime(); left > 0 && !stopped(); left = free - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private synchronized boolean stopped() {
        return stopped;
    }

    // --- what comes ---

    private void readAll(DatagramChannel from) {
        ByteBuffer buffer = ByteBuffer.allocate(UdpRoute.MAX_MTU_BYTES + 1);
        while (from.isOpen()) {
            try {
                buffer.clear();
                if (from.receive(buffer) instanceof InetSocketAddress source) {
                    came(source, buffer.flip());
                }
            } catch (PortUnreachableException nobody) {
                events.discarded(Code.DATAGRAM_UNSENT);
            } catch (ClosedChannelException closed) {
                break;
            } catch (IOException fault) {
                lost(from, String.valueOf(fault.getMessage()));
            }
        }
    }

    private void came(InetSocketAddress source, ByteBuffer buffer) {
        byte[] datagram = new byte[buffer.remaining()];
        buffer.get(datagram);
        if (datagram.length > UdpRoute.MAX_MTU_BYTES) {
            events.discarded(Code.DATAGRAM_TOO_LONG);
        } else if (!withinFlow(source, datagram.length)) {
            events.discarded(Code.DATAGRAM_FLOOD);
        } else {
            End from = endAt(source);
            if (from == null) {
                events.discarded(Code.DATAGRAM_STRANGER);
            } else if (isMessage(from, datagram)) {
                events.received(from.bearer(), datagram);
            }
        }
    }

    /// Strangers take nothing of what the peer may send.
    private synchronized boolean withinFlow(InetSocketAddress source, int bytes) {
        boolean known = end != null && end.at().equals(source);
        return (known ? fromPeer : fromStrangers).take(bytes, System.nanoTime());
    }

    /// Only who is known as the other end has a say about turns.
    private synchronized boolean isMessage(End from, byte[] datagram) {
        boolean message = !from.equals(end) || air.heard(datagram, System.nanoTime());
        notifyAll();
        return message;
    }

    private @Nullable End endAt(InetSocketAddress source) {
        End fresh;
        synchronized (this) {
            End now = end;
            if (now != null && now.at().equals(source)) {
                return now;
            }
            End known = strangers.get(source);
            if (known != null || !route.roams() || strangers.size() >= MAX_STRANGERS) {
                return known;
            }
            fresh = new End(ids.getAsLong(), source, System.nanoTime());
            strangers.put(source, fresh);
        }
        events.up(fresh.bearer(), shown(source), OptionalInt.empty());
        return fresh;
    }

    /// A stranger who has shown that it is the peer takes the place of where the peer was before.
    void authenticated(long bearer, int station) {
        End before;
        synchronized (this) {
            End now = endOf(bearer);
            if (now == null || now.equals(end)) {
                return;
            }
            if (station == route.station()) {
                strangers.remove(now.at());
                before = end;
                end = now;
                other = now.at();
            } else {
                before = strangers.remove(now.at());
            }
        }
        if (before != null) {
            events.down(before.bearer(), Code.BEARER_SUPERFLUOUS, "the peer speaks from another address");
        }
    }

    // --- coming up and going down ---

    /// Opens what is not open, brings up what is not up, forgets who did not show itself.
    void tend() {
        try {
            if (moved()) {
                lost(opened(), "the other end has another address now");
            }
            if (opened() == null) {
                open();
            }
            forgetStrangers();
            comeUp();
        } catch (IOException | RuntimeException fault) {
            events.unreachable(route.station(), route.name(), String.valueOf(fault.getMessage()));
        }
    }

    private synchronized @Nullable DatagramChannel opened() {
        return channel;
    }

    /// Whether the name of the other end means another address than it did; asked once a minute.
    private boolean moved() {
        InetSocketAddress known;
        synchronized (this) {
            known = other;
            if (channel == null
                    || route.roams()
                    || transmitter.silent()
                    || System.nanoTime() - lookedUpAt < LOOK_UP_NANOS) {
                return false;
            }
            lookedUpAt = System.nanoTime();
        }
        InetSocketAddress found = lookedUp();
        return found != null && !found.isUnresolved() && !found.equals(known);
    }

    private @Nullable InetSocketAddress lookedUp() {
        return route.to().map(transmitter::lookedUp).orElse(null);
    }

    private void open() throws IOException {
        InetSocketAddress found = lookedUp();
        if (found != null && found.isUnresolved()) {
            throw new IOException("no address is known for " + found.getHostString());
        }
        DatagramChannel fresh = DatagramChannel.open();
        try {
            fresh.bind(route.bind());
            if (!route.roams()) {
                fresh.connect(found);
            }
        } catch (IOException fault) {
            fresh.close();
            throw fault;
        }
        begin(fresh, found);
    }

    private synchronized void begin(DatagramChannel fresh, @Nullable InetSocketAddress found) throws IOException {
        if (stopped) {
            fresh.close();
            return;
        }
        channel = fresh;
        lookedUpAt = System.nanoTime();
        other = found;
        TcpBearers.start(route.name() + "-in", () -> readAll(fresh));
        if (!writing) {
            writing = true;
            TcpBearers.start(route.name() + "-out", this::writeAll);
        }
    }

    private void comeUp() {
        End fresh;
        synchronized (this) {
            if (channel == null || end != null || other == null) {
                return;
            }
            fresh = new End(ids.getAsLong(), other, System.nanoTime());
            end = fresh;
        }
        events.up(fresh.bearer(), shown(fresh.at()), OptionalInt.of(route.station()));
    }

    private static String shown(InetSocketAddress at) {
        return at.getAddress().getHostAddress();
    }

    private void forgetStrangers() {
        long now = System.nanoTime();
        Map<InetSocketAddress, End> late;
        synchronized (this) {
            late = new LinkedHashMap<>(strangers);
            late.values().removeIf(stranger -> now - stranger.since() < STRANGER_NANOS);
            strangers.keySet().removeAll(late.keySet());
        }
        late.values()
                .forEach(stranger -> events.down(
                        stranger.bearer(), Code.BEARER_UNAUTHENTICATED, Code.BEARER_UNAUTHENTICATED.text()));
    }

    void close(long bearer, Code reason) {
        synchronized (this) {
            End ended = endOf(bearer);
            if (ended == null) {
                return;
            }
            if (ended.equals(end)) {
                end = null;
            } else {
                strangers.remove(ended.at());
            }
        }
        events.down(bearer, reason, reason.text());
    }

    private void lost(@Nullable DatagramChannel gone, String detail) {
        End ended;
        synchronized (this) {
            if (gone == null || !gone.equals(channel)) {
                return;
            }
            ended = end;
            end = null;
            channel = null;
        }
        discard(gone);
        if (ended != null) {
            events.down(ended.bearer(), Code.BEARER_LOST, detail);
        }
    }

    void stop() {
        synchronized (this) {
            stopped = true;
            notifyAll();
        }
        lost(opened(), "the station stops");
    }

    private static void discard(DatagramChannel channel) {
        try {
            channel.close();
        } catch (IOException ignored) {
            // Nothing of it is used any more.
        }
    }
}
