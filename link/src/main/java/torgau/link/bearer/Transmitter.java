package torgau.link.bearer;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// The one way out to other stations: every datagram, every write to a connection and every dial goes through here, so
/// that a station can be kept from sending anything at all (docs/receive-only.md). `ArchitectureTest` refuses any other
/// way.
///
/// For any number of threads. Once `fallSilent` has returned, nothing more leaves until `speak`.
public final class Transmitter {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Set<Socket> streams = ConcurrentHashMap.newKeySet();
    private volatile boolean silent;

    /// Whether nothing may leave.
    public boolean silent() {
        return silent;
    }

    /// Nothing leaves from now on. Connections cannot receive without answering: each is broken, and what waited in it
    /// is dropped.
    void fallSilent() {
        lock.writeLock().lock();
        try {
            silent = true;
        } finally {
            lock.writeLock().unlock();
        }
        streams.forEach(Transmitter::abort);
    }

    void speak() {
        silent = false;
    }

    /// Hands a datagram to the network; whether it could.
    boolean send(DatagramChannel through, byte[] datagram, SocketAddress to) throws IOException {
        lock.readLock().lock();
        try {
            if (!silent) {
                through.send(ByteBuffer.wrap(datagram), to);
            }
            return !silent;
        } finally {
            lock.readLock().unlock();
        }
    }

    /// Writes to a connection.
    ///
    /// @throws IOException also if nothing may leave
    void write(OutputStream out, byte[] from, int at, int length) throws IOException {
        allowed();
        out.write(from, at, length);
    }

    /// Dials, where that is allowed; a dial that is under way when the station falls silent is given up.
    void connect(Socket socket, InetSocketAddress to, int withinMillis) throws IOException {
        take(socket);
        socket.connect(to, withinMillis);
    }

    /// A connection that came from outside: it is kept only where it may be answered.
    void take(Socket socket) throws IOException {
        lock.readLock().lock();
        try {
            allowed();
            streams.add(socket);
        } finally {
            lock.readLock().unlock();
        }
    }

    void forget(Socket socket) {
        streams.remove(socket);
    }

    private void allowed() throws IOException {
        if (silent) {
            throw new IOException("this station only receives");
        }
    }

    /// Without lingering the system drops what it still had to send, and tells the other end by a single reset.
    private static void abort(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException gone) {
            // It is closed all the same.
        }
        try {
            socket.close();
        } catch (IOException ignored) {
            // Nothing of it is used any more.
        }
    }

    /// The address of an other end, looked up anew. A station that is silent asks no name server: there a name has no
    /// address.
    InetSocketAddress lookedUp(InetSocketAddress known) {
        return silent && !literal(known.getHostString())
                ? InetSocketAddress.createUnresolved(known.getHostString(), known.getPort())
                : new InetSocketAddress(known.getHostString(), known.getPort());
    }

    private static boolean literal(String host) {
        try {
            InetAddress.ofLiteral(host);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
