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
import torgau.link.seal.SealWire;
import torgau.station.heart.Input;

/// The station's connections, for the heart that lives just now. What a connection brings goes to the heart that was
/// told of it, and to no later one.
public final class Wires implements BearerEvents, AutoCloseable {
    private static final String KIND = "tcp";
    /// What a message's length takes on the stream.
    private static final int LENGTH_BYTES = 3;

    private final TcpBearers tcp;
    private final NavigableMap<Integer, List<InetSocketAddress>> addresses;
    private final Gauges gauges;
    private final LongSupplier wallMillis;
    private final Map<Long, Wire> wires = new ConcurrentHashMap<>();
    private final Map<Integer, Way> lastWays = new ConcurrentHashMap<>();
    private volatile @Nullable Mailbox mailbox;
    private volatile OptionalInt port = OptionalInt.empty();

    /// One connection: whose mailbox it fills, and which station is at its other end, as far as is known.
    private static final class Wire {
        final Mailbox mailbox;
        final String address;
        final long since;
        volatile int station;
        final AtomicLong bytesIn = new AtomicLong();
        final AtomicLong bytesOut = new AtomicLong();

        Wire(Mailbox mailbox, String address, long since, int station) {
            this.mailbox = mailbox;
            this.address = address;
            this.since = since;
            this.station = station;
        }
    }

    /// One way to a station, as it is shown.
    public record Way(int station, String kind, String address, boolean up, long since, long bytesIn, long bytesOut) {}

    /// @param addresses of other stations, by number, tried in this order
    Wires(NavigableMap<Integer, List<InetSocketAddress>> addresses, Gauges gauges, LongSupplier wallMillis) {
        this.addresses = addresses;
        this.gauges = gauges;
        this.wallMillis = wallMillis;
        this.tcp = new TcpBearers(this, TcpLimits.DEFAULT);
        addresses.values().forEach(tcp::expect);
    }

    /// Begins to accept connections, at a port of the system's choice if 0 is asked for.
    void listen(InetSocketAddress at) throws IOException {
        port = OptionalInt.of(tcp.listen(at));
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
                tcp.close(bearer, Code.BEARER_LOST);
            }
        });
    }

    void send(long bearer, byte[] message) {
        Wire wire = wires.get(bearer);
        if (wire != null) {
            int bytes = message.length + LENGTH_BYTES;
            wire.bytesOut.addAndGet(bytes);
            gauges.moved(false, wire.station, bytes);
        }
        tcp.send(bearer, message);
    }

    void authenticated(long bearer, int station) {
        Wire wire = wires.get(bearer);
        if (wire != null) {
            wire.station = station;
        }
        tcp.authenticated(bearer);
    }

    void genuine(long bearer, int bytes) {
        tcp.genuine(bearer, bytes);
    }

    void close(long bearer, Code reason) {
        tcp.close(bearer, reason);
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

    private static Way way(Wire wire, boolean up) {
        return new Way(wire.station, KIND, wire.address, up, wire.since, wire.bytesIn.get(), wire.bytesOut.get());
    }

    @Override
    public void up(long bearer, String address, OptionalInt dialled) {
        Mailbox now = mailbox;
        if (now == null) {
            tcp.close(bearer, Code.BEARER_LOST);
            return;
        }
        wires.put(bearer, new Wire(now, address, wallMillis.getAsLong(), dialled.orElse(0)));
        Integer station = dialled.isPresent() ? dialled.getAsInt() : null;
        now.putFromPeerNow(new Input.BearerUp(bearer, address, true, SealWire.MAX_SEALED_BYTES, station));
    }

    @Override
    public void received(long bearer, byte[] message) {
        Wire wire = wires.get(bearer);
        if (wire == null) {
            return;
        }
        int bytes = message.length + LENGTH_BYTES;
        wire.bytesIn.addAndGet(bytes);
        gauges.moved(true, wire.station, bytes);
        try {
            if (!wire.mailbox.putFromPeer(new Input.Received(bearer, message))) {
                tcp.close(bearer, Code.BEARER_LOST);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            tcp.close(bearer, Code.BEARER_LOST);
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
    public void close() {
        tcp.close();
    }
}
