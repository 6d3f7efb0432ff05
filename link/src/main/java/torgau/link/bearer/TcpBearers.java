package torgau.link.bearer;

import java.io.IOException;
import java.net.InetAddress;
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
public final class TcpBearers implements AutoCloseable {
    private static final int BACKLOG = 64;
    private static final long STALL_CHECK_MILLIS = 1_000;

    private final BearerEvents events;
    private final TcpLimits limits;
    private final AtomicLong ids = new AtomicLong();
    private final Map<Long, Connection> connections = new ConcurrentHashMap<>();
    private final Set<Integer> dialling = ConcurrentHashMap.newKeySet();
    private final Thread watch;
    private volatile Optional<ServerSocket> server = Optional.empty();
    private volatile boolean closed;

    public TcpBearers(BearerEvents events, TcpLimits limits) {
        this.events = events;
        this.limits = limits;
        this.watch = Thread.ofVirtual().name("bearer-watch").start(this::watch);
    }

    /// A connection as it stands, for those who count.
    public record Count(long bearer, String address, boolean authenticated, long bytesIn, long bytesOut) {}

    /// Begins to accept connections.
    ///
    /// @return the port, chosen by the system if 0 was asked for
    public int listen(InetSocketAddress at) throws IOException {
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

    /// Tries to reach a station at one of its addresses, in their order; at most one attempt a station runs at a time.
    public void dial(int station, List<InetSocketAddress> addresses) {
        if (!closed && dialling.add(station)) {
            Thread.ofVirtual().name("bearer-dial").start(() -> {
                try {
                    dialEach(station, addresses);
                } finally {
                    dialling.remove(station);
                }
            });
        }
    }

    private void dialEach(int station, List<InetSocketAddress> addresses) {
        for (InetSocketAddress address : addresses) {
            var socket = new Socket();
            try {
                // The name is looked up anew each time: an address may move.
                var target = new InetSocketAddress(address.getHostString(), address.getPort());
                socket.connect(target, limits.connectWithinMillis());
                open(socket, OptionalInt.of(station));
                return;
            } catch (IOException fault) {
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
            connection.setAuthenticated();
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
        while (!closed) {
            try {
                Socket accepted = socket.accept();
                if (crowded(accepted.getInetAddress())) {
                    discard(accepted);
                } else {
                    open(accepted, OptionalInt.empty());
                }
            } catch (IOException fault) {
                // Out of descriptors, or closed: the loop's condition tells which.
                pause();
            }
        }
    }

    private boolean crowded(InetAddress from) {
        List<Connection> unknown = connections.values().stream()
                .filter(one -> !one.authenticated())
                .toList();
        long same = unknown.stream()
                .filter(one -> one.address.equals(from.getHostAddress()))
                .count();
        return unknown.size() >= limits.unauthenticatedInAll() || same >= limits.unauthenticatedPerAddress();
    }

    private void open(Socket socket, OptionalInt dialled) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSendBufferSize(limits.sendBufferBytes());
        long id = ids.incrementAndGet();
        var connection = new Connection(id, socket, dialled, limits, events, () -> connections.remove(id));
        connections.put(id, connection);
        connection.start();
        if (closed) {
            connection.close(Code.BEARER_LOST, "the station stops");
        } else if (dialled.isEmpty()) {
            Thread.ofVirtual().name("bearer-" + id + "-patience").start(() -> expire(connection));
        }
    }

    private void expire(Connection connection) {
        try {
            Thread.sleep(limits.authenticateWithinMillis());
            if (!connection.authenticated()) {
                connection.close(Code.BEARER_UNAUTHENTICATED, "it did not show who it is");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        while (!closed) {
            pause();
            connections.values().forEach(connection -> connection.checkStall(System.nanoTime()));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(STALL_CHECK_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void discard(Socket socket) {
        try {
            socket.close();
        } catch (IOException ignored) {
            // Nothing of it is kept.
        }
    }

    @Override
    public void close() {
        closed = true;
        watch.interrupt();
        server.ifPresent(socket -> {
            try {
                socket.close();
            } catch (IOException ignored) {
                // No connection is accepted any more in any case.
            }
        });
        connections.values().forEach(connection -> connection.close(Code.BEARER_LOST, "the station stops"));
    }
}
