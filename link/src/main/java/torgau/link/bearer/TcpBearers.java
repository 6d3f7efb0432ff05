package torgau.link.bearer;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import torgau.journal.Code;

/// All TCP connections of one station: those that it dialled and those that it accepted.
///
/// Safe for several threads; no call waits for the network.
public final class TcpBearers implements AutoCloseable {
    private static final int BACKLOG = 64;
    private static final int MAX_PAUSE_MILLIS = 1_000;

    private final BearerEvents events;
    private final Transmitter transmitter;
    private final TcpLimits limits;
    private final AtomicLong ids = new AtomicLong();
    private final Map<Long, Connection> connections = new ConcurrentHashMap<>();
    private final Set<Integer> dialling = ConcurrentHashMap.newKeySet();
    private final Standing standing;
    private final Thread watch;
    private Optional<ServerSocket> server = Optional.empty();
    private Optional<InetSocketAddress> home = Optional.empty();
    private volatile boolean closed;

    /// @param transmitter through which everything leaves
    public TcpBearers(BearerEvents events, TcpLimits limits, Transmitter transmitter) {
        this.events = events;
        this.transmitter = transmitter;
        this.limits = limits;
        this.standing = new Standing(limits);
        this.watch = Thread.ofVirtual().name("bearer-watch").start(this::watch);
    }

    /// A connection as it stands, for those who count.
    public record Count(long bearer, String address, boolean authenticated, long bytesIn, long bytesOut) {}

    /// Begins to accept connections; a station that is silent does so once it speaks.
    ///
    /// @return the port, chosen by the system if 0 was asked for and the station speaks
    public synchronized int listen(InetSocketAddress at) throws IOException {
        home = Optional.of(at);
        return transmitter.silent() ? at.getPort() : accepting(at);
    }

    /// Nothing leaves from now on: connections end, none is accepted and nobody is dialled.
    public synchronized void fallSilent() {
        transmitter.fallSilent();
        server.ifPresent(socket -> {
            home = Optional.of((InetSocketAddress) socket.getLocalSocketAddress());
            discard(socket);
        });
        server = Optional.empty();
    }

    /// Accepts and dials again.
    ///
    /// @throws IOException if somebody else has the port now; nothing has changed then
    public synchronized void speak() throws IOException {
        if (transmitter.silent() && home.isPresent()) {
            accepting(home.get());
        }
        transmitter.speak();
    }

    private int accepting(InetSocketAddress at) throws IOException {
        var socket = new ServerSocket();
        socket.setReuseAddress(true);
        try {
            socket.bind(at, BACKLOG);
        } catch (IOException fault) {
            socket.close();
            throw fault;
        }
        server = Optional.of(socket);
        Thread.ofVirtual().name("bearer-accept").start(() -> accept(socket));
        return socket.getLocalPort();
    }

    /// Tries to reach a station at one of its addresses, in their order; at most one attempt a station runs at a
    /// time.
    public void dial(int station, List<InetSocketAddress> addresses) {
        if (!closed && !transmitter.silent() && dialling.add(station)) {
            Thread.ofVirtual().name("bearer-dial").start(() -> {
                try {
                    dialEach(station, addresses);
                } finally {
                    dialling.remove(station);
                }
            });
        }
    }

    /// Connections from these addresses have places of their own: peers are there. What must be looked up by its name
    /// first is learnt when it is dialled.
    public void expect(List<InetSocketAddress> addresses) {
        addresses.stream()
                .filter(address -> !address.isUnresolved())
                .forEach(address -> standing.know(Block.of(address.getAddress())));
    }

    private void dialEach(int station, List<InetSocketAddress> addresses) {
        for (InetSocketAddress address : addresses) {
            var socket = new Socket();
            try {
                // The name is looked up anew each time: an address may move.
                InetSocketAddress target = transmitter.lookedUp(address);
                expect(List.of(target));
                transmitter.connect(socket, target, limits.connectWithinMillis());
                configure(socket);
                open(ids.incrementAndGet(), socket, OptionalInt.of(station));
                return;
            } catch (IOException fault) {
                transmitter.forget(socket);
                discard(socket);
                events.unreachable(station, address.toString(), String.valueOf(fault.getMessage()));
            }
        }
    }

    public void send(long bearer, byte[] message) {
        Connection connection = connections.get(bearer);
        if (connection != null) {
            connection.send(message);
        }
    }

    /// The other end has shown who it is: it may send on.
    public void authenticated(long bearer) {
        Connection connection = connections.get(bearer);
        if (connection != null) {
            standing.know(connection.from());
            connection.setAuthenticated();
        }
    }

    /// A message of so many bytes was a peer's own, even if it does not show that the peer is there now: it leaves a
    /// stranger's share as it was.
    public void genuine(long bearer, int bytes) {
        Connection connection = connections.get(bearer);
        if (connection != null) {
            connection.grant(bytes);
        }
    }

    public void close(long bearer, Code reason) {
        Connection connection = connections.get(bearer);
        if (connection != null) {
            connection.close(reason, reason.text());
        }
    }

    public List<Count> counts() {
        return connections.values().stream()
                .map(one -> new Count(one.id, one.address, one.authenticated(), one.bytesIn(), one.bytesOut()))
                .toList();
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                welcome(socket.accept());
            } catch (IOException fault) {
                // Out of descriptors, or closed: the loop's condition tells which.
                pause();
            }
        }
    }

    private void welcome(Socket accepted) {
        long id = ids.incrementAndGet();
        try {
            transmitter.take(accepted);
            configure(accepted);
            if (standing.enter(id, Block.of(accepted.getInetAddress()), System.nanoTime())
                    instanceof Standing.Entered.Taken(List<Long> evicted)) {
                evicted.forEach(this::evict);
                open(id, accepted, OptionalInt.empty());
                return;
            }
            accepted.setSoLinger(true, 0);
        } catch (IOException gone) {
            standing.leave(id);
        }
        transmitter.forget(accepted);
        discard(accepted);
    }

    private void evict(long stranger) {
        Connection connection = connections.get(stranger);
        if (connection != null) {
            connection.close(Code.BEARER_UNAUTHENTICATED, "another wanted its place");
        }
    }

    /// A stranger gives its place back when it has shown who it is or is gone.
    private void open(long id, Socket socket, OptionalInt dialled) {
        var connection = new Connection(id, socket, dialled, limits, events, transmitter, () -> standing.leave(id));
        connections.put(id, connection);
        if (closed) {
            connection.close(Code.BEARER_LOST, "the station stops");
        }
        start("bearer-" + id + "-in", () -> {
            try {
                connection.serve();
            } finally {
                transmitter.forget(socket);
                connections.remove(id);
                standing.leave(id);
            }
        });
    }

    static Thread start(String name, Runnable task) {
        return Thread.ofPlatform().daemon().name(name).start(task);
    }

    private void watch() {
        while (!closed) {
            pause();
            connections.values().forEach(connection -> connection.check(System.nanoTime()));
        }
    }

    private void configure(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSendBufferSize(limits.sendBufferBytes());
    }

    private void pause() {
        int shortest = Math.min(limits.authenticateWithinMillis(), limits.writeTimeoutMillis());
        try {
            Thread.sleep(Math.min(MAX_PAUSE_MILLIS, 1 + shortest / 8));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void discard(Closeable socket) {
        try {
            socket.close();
        } catch (IOException ignored) {
            // Nothing of it is kept.
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        watch.interrupt();
        server.ifPresent(TcpBearers::discard);
        connections.values().forEach(connection -> connection.close(Code.BEARER_LOST, "the station stops"));
    }
}
