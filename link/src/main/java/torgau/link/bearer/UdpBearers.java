package torgau.link.bearer;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import torgau.journal.Code;

/// All ways of datagrams of one station, each with its socket.
///
/// Nothing is dialled and nobody is accepted: a way is up as long as its socket is open, whether anybody is at its
/// other end or not. Safe for several threads; no call waits for the network.
public final class UdpBearers implements AutoCloseable {
    /// Numbers of these bearers lie above those of all connections.
    private static final long FIRST_ID = 1L << 40;

    private static final long TEND_MILLIS = 1_000;

    private final AtomicLong ids = new AtomicLong(FIRST_ID);
    private final List<UdpPath> paths;
    private final Thread keeper;
    private final Semaphore woken = new Semaphore(0);
    private volatile boolean closed;

    /// @param transmitter through which everything leaves
    public UdpBearers(List<UdpRoute> routes, BearerEvents events, Transmitter transmitter) {
        paths = routes.stream()
                .map(route -> new UdpPath(route, events, transmitter, ids::incrementAndGet))
                .toList();
        keeper = Thread.ofVirtual().name("datagrams").unstarted(this::keep);
    }

    /// Opens the sockets, and opens again what fails; ways come up from now on.
    public void open() {
        if (!paths.isEmpty()) {
            keeper.start();
        }
    }

    /// How a bearer was configured, if it is one of these.
    public Optional<UdpRoute> route(long bearer) {
        return path(bearer).map(path -> path.route);
    }

    public void send(long bearer, byte[] message) {
        path(bearer).ifPresent(path -> path.send(bearer, message));
    }

    /// The other end has shown who it is. Where it has spoken from another address than before, it is answered there.
    ///
    /// @param station that it is
    public void authenticated(long bearer, int station) {
        path(bearer).ifPresent(path -> path.authenticated(bearer, station));
    }

    /// Gives a bearer up. A configured way comes up again as another bearer, soon.
    public void close(long bearer, Code reason) {
        path(bearer).ifPresent(path -> path.close(bearer, reason));
    }

    /// What was given up may come up again now.
    public void wake() {
        woken.release();
    }

    private Optional<UdpPath> path(long bearer) {
        return bearer <= FIRST_ID
                ? Optional.empty()
                : paths.stream().filter(path -> path.owns(bearer)).findFirst();
    }

    private void keep() {
        try {
            while (!closed) {
                paths.forEach(UdpPath::tend);
                if (woken.tryAcquire(TEND_MILLIS, TimeUnit.MILLISECONDS)) {
                    woken.drainPermits();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        woken.release();
        paths.forEach(UdpPath::stop);
    }
}
