package torgau.station.shell;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import torgau.journal.Code;
import torgau.link.bearer.BearerEvents;
import torgau.link.bearer.TcpBearers;
import torgau.link.bearer.TcpLimits;
import torgau.link.bearer.Transmitter;
import torgau.link.bearer.UdpBearers;
import torgau.link.bearer.UdpRoute;
import torgau.link.seal.SealWire;
import torgau.station.heart.Input;

/// The station's connections, for the heart that lives just now. What a connection brings goes to the heart that was
/// told of it, and to no later one.
public final class Wires implements BearerEvents, AutoCloseable {
    private final Transmitter transmitter = new Transmitter();
    private final TcpBearers tcp;
    private final UdpBearers udp;
    private final NavigableMap<Integer, List<InetSocketAddress>> addresses;
    private final Gauges gauges;
    private final LongSupplier wallMillis;
    private final Map<Long, Wire> wires = new ConcurrentHashMap<>();
    private final Map<Integer, Way> lastWays = new ConcurrentHashMap<>();
    private final Map<Integer, DayCount> days = new ConcurrentHashMap<>();
    private volatile @Nullable Mailbox mailbox;
    private volatile OptionalInt port = OptionalInt.empty();

    /// One bearer: whose mailbox it fills, and which station is at its other end, as far as is known.
    private static final class Wire {
        final long bearer;
        final Mailbox mailbox;
        final Medium medium;
        final String address;
        final long since;
        volatile int station;
        final AtomicLong bytesIn = new AtomicLong();
        final AtomicLong bytesOut = new AtomicLong();

        Wire(long bearer, Mailbox mailbox, Medium medium, String address, long since, int station) {
            this.bearer = bearer;
            this.medium = medium;
            this.mailbox = mailbox;
            this.address = address;
            this.since = since;
            this.station = station;
        }
    }

    /// What moves the bytes, and what it adds to each message.
    ///
    /// @param name that operators gave it; empty if they gave it none
    /// @param bitsPerSecond at which it is configured to carry; 0 if it is not
    private record Medium(String kind, String name, int mtu, int addedBytes, long bitsPerSecond) {
        /// Before each message on the stream is its length, in three bytes.
        static final Medium STREAM = new Medium("tcp", "", SealWire.MAX_SEALED_BYTES, 3, 0);

        static Medium of(UdpRoute route) {
            return new Medium("udp", route.name(), route.datagramBytes(), route.headerBytes(), route.bitsPerSecond());
        }

        boolean stream() {
            return equals(STREAM);
        }
    }

    /// One way to a station, as it is shown.
    ///
    /// @param bytesIn with what the medium adds, as far as it is known
    public record Way(
            long bearer,
            int station,
            String kind,
            String name,
            String address,
            boolean up,
            long since,
            long bitsPerSecond,
            long bytesIn,
            long bytesOut) {}

    /// Bytes that all ways to a station have moved since midnight UTC.
    public record Day(long bytesIn, long bytesOut) {}

    /// @param addresses of other stations, by number, tried in this order
    /// @param datagrams ways to other stations beside connections
    Wires(
            NavigableMap<Integer, List<InetSocketAddress>> addresses,
            List<UdpRoute> datagrams,
            Gauges gauges,
            LongSupplier wallMillis) {
        this.udp = new UdpBearers(datagrams, this, transmitter);
        this.addresses = addresses;
        this.gauges = gauges;
        this.wallMillis = wallMillis;
        this.tcp = new TcpBearers(this, TcpLimits.DEFAULT, transmitter);
        addresses.values().forEach(tcp::expect);
    }

    /// Begins to accept connections, at a port of the system's choice if 0 is asked for.
    void listen(InetSocketAddress at) throws IOException {
        port = OptionalInt.of(tcp.listen(at));
    }

    /// Begins to use the ways of datagrams.
    void open() {
        udp.open();
    }

    /// Nothing leaves from now on. Connections are closed; ways of datagrams go on receiving.
    void fallSilent() {
        tcp.fallSilent();
    }

    /// What leaves may leave again.
    ///
    /// @throws IOException if connections cannot be accepted again; nothing has changed then
    void speak() throws IOException {
        tcp.speak();
    }

    /// The port at which connections are accepted, if they are.
    OptionalInt port() {
        return port;
    }

    /// Connections go to this heart from now on; those that went to another are closed.
    void attach(@Nullable Mailbox now) {
        mailbox = now;
        wires.forEach((bearer, wire) -> {
            if (wire.mailbox != now) {
                close(bearer, Code.BEARER_LOST);
            }
        });
        udp.wake();
    }

    void send(long bearer, byte[] message) {
        Wire wire = wires.get(bearer);
        if (wire != null && !transmitter.silent()) {
            moved(wire, false, message.length + wire.medium.addedBytes());
        }
        tcp.send(bearer, message);
        udp.send(bearer, message);
    }

    private void moved(Wire wire, boolean in, int bytes) {
        (in ? wire.bytesIn : wire.bytesOut).addAndGet(bytes);
        gauges.moved(in, wire.station, bytes);
        days.computeIfAbsent(wire.station, _ -> new DayCount()).moved(in, bytes, wallMillis.getAsLong());
    }

    /// What all ways to a station have moved today.
    public Day today(int station) {
        DayCount count = days.get(station);
        return count == null ? new Day(0, 0) : count.at(wallMillis.getAsLong());
    }

    private static final class DayCount {
        private static final long DAY_MILLIS = 86_400_000L;
        private long day;
        private long in;
        private long out;

        synchronized void moved(boolean inward, long bytes, long now) {
            turn(now);
            in += inward ? bytes : 0;
            out += inward ? 0 : bytes;
        }

        synchronized Day at(long now) {
            turn(now);
            return new Day(in, out);
        }

        private void turn(long now) {
            long today = Math.floorDiv(now, DAY_MILLIS);
            if (today != day) {
                day = today;
                in = 0;
                out = 0;
            }
        }
    }

    void authenticated(long bearer, int station) {
        Wire wire = wires.get(bearer);
        if (wire != null) {
            wire.station = station;
        }
        tcp.authenticated(bearer);
        udp.authenticated(bearer, station);
    }

    void genuine(long bearer, int bytes) {
        tcp.genuine(bearer, bytes);
    }

    void close(long bearer, Code reason) {
        tcp.close(bearer, reason);
        udp.close(bearer, reason);
    }

    void dial(int station) {
        List<InetSocketAddress> known = addresses.get(station);
        if (known != null) {
            tcp.dial(station, known);
        }
    }

    /// Teaches the address of a station, in place of what was configured.
    void address(int station, List<InetSocketAddress> at) {
        addresses.put(station, at);
        tcp.expect(at);
    }

    /// The ways to a station: those that are up, else the last that was.
    public List<Way> ways(int station) {
        List<Way> up = wires.values().stream()
                .filter(wire -> wire.station == station)
                .map(wire -> way(wire, true))
                .toList();
        return up.isEmpty()
                ? Optional.ofNullable(lastWays.get(station)).stream().toList()
                : up;
    }

    /// The ways that can receive without sending.
    public List<Way> receiving() {
        return wires.values().stream()
                .filter(wire -> !wire.medium.stream() && wire.station != 0)
                .map(wire -> way(wire, true))
                .toList();
    }

    private static Way way(Wire wire, boolean up) {
        return new Way(
                wire.bearer,
                wire.station,
                wire.medium.kind(),
                wire.medium.name(),
                wire.address,
                up,
                wire.since,
                wire.medium.bitsPerSecond(),
                wire.bytesIn.get(),
                wire.bytesOut.get());
    }

    @Override
    public void up(long bearer, String address, OptionalInt dialled) {
        Mailbox now = mailbox;
        if (now == null) {
            close(bearer, Code.BEARER_LOST);
            return;
        }
        Medium medium = udp.route(bearer).map(Medium::of).orElse(Medium.STREAM);
        wires.put(bearer, new Wire(bearer, now, medium, address, wallMillis.getAsLong(), dialled.orElse(0)));
        Integer station = dialled.isPresent() ? dialled.getAsInt() : null;
        now.putFromPeerNow(
                new Input.BearerUp(bearer, address, medium.stream(), medium.mtu(), station, medium.bitsPerSecond()));
    }

    @Override
    public void received(long bearer, byte[] message) {
        Wire wire = wires.get(bearer);
        if (wire == null) {
            return;
        }
        moved(wire, true, message.length + wire.medium.addedBytes());
        try {
            if (!wire.mailbox.putFromPeer(new Input.Received(bearer, message))) {
                close(bearer, Code.BEARER_LOST);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            close(bearer, Code.BEARER_LOST);
        }
    }

    @Override
    public void drained(long bearer, int bytes) {
        Wire wire = wires.get(bearer);
        if (wire != null) {
            wire.mailbox.putFromPeerNow(new Input.Drained(bearer, bytes));
        }
    }

    @Override
    public void down(long bearer, Code reason, String detail) {
        Wire wire = wires.remove(bearer);
        if (wire == null) {
            return;
        }
        if (wire.station != 0) {
            lastWays.put(wire.station, way(wire, false));
        }
        Log.SHELL
                .atDebug()
                .addKeyValue("bearer", bearer)
                .addKeyValue("code", reason.code())
                .log("a bearer went down");
        wire.mailbox.putFromPeerNow(new Input.BearerDown(bearer));
    }

    @Override
    public void unreachable(int station, String address, String detail) {
        Log.SHELL.atDebug().addKeyValue("station", station).log("a station cannot be reached");
    }

    @Override
    public void discarded(Code code) {
        gauges.discarded(code);
    }

    @Override
    public void close() {
        tcp.close();
        udp.close();
    }
}
