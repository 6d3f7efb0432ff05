package torgau.link.bearer;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import torgau.journal.Code;

/// One TCP connection: a thread that reads and reports, a thread that writes, and a bounded queue between the
/// station and the socket.
///
/// Both are threads of the system and not virtual ones: a message and its answer wake four of them
/// (docs/adr/0004).
final class Connection {
    private static final int WRITE_BYTES = 4_096;

    final long id;
    final String address;
    private final Socket socket;
    private final OptionalInt dialled;
    private final TcpLimits limits;
    private final BearerEvents events;
    private final Transmitter transmitter;
    private final Runnable known;
    private final Outgoing outgoing = new Outgoing();
    private final AtomicReference<@Nullable End> end = new AtomicReference<>();
    private final AtomicLong bytesIn = new AtomicLong();
    private final AtomicLong bytesOut = new AtomicLong();
    private final long since = System.nanoTime();
    private volatile long takenAt;
    private volatile boolean writing;
    private boolean authenticated;
    /// Bytes that may still be read before it has shown who it is.
    private long share;

    private record End(Code reason, String detail) {}

    /// @param known what to do when it has shown who it is
    Connection(
            long id,
            Socket socket,
            OptionalInt dialled,
            TcpLimits limits,
            BearerEvents events,
            Transmitter transmitter,
            Runnable known) {
        this.id = id;
        this.socket = socket;
        this.address = socket.getInetAddress().getHostAddress();
        this.dialled = dialled;
        this.limits = limits;
        this.events = events;
        this.transmitter = transmitter;
        this.known = known;
        this.share = limits.unauthenticatedBytes();
    }

    /// Where the other end is.
    Block from() {
        return Block.of(socket.getInetAddress());
    }

    synchronized boolean authenticated() {
        return authenticated;
    }

    void setAuthenticated() {
        synchronized (this) {
            authenticated = true;
            notifyAll();
        }
        known.run();
    }

    /// So many bytes more may be read from a stranger.
    synchronized void grant(int bytes) {
        share += bytes;
        notifyAll();
    }

    long bytesIn() {
        return bytesIn.get();
    }

    long bytesOut() {
        return bytesOut.get();
    }

    void send(byte[] message) {
        if (!outgoing.offer(message)) {
            close(Code.BEARER_STALLED, "more than " + Outgoing.MAX_BYTES + " bytes wait for the socket");
        }
    }

    /// Ends a connection that did not show in time who it is, or whose socket takes nothing any more.
    void check(long nowNanos) {
        if (!authenticated() && nowNanos - since > limits.authenticateWithinMillis() * 1_000_000L) {
            close(Code.BEARER_UNAUTHENTICATED, "it did not show who it is");
        }
        if (writing && nowNanos - takenAt > limits.writeTimeoutMillis() * 1_000_000L) {
            close(Code.BEARER_STALLED, "nothing was taken for " + limits.writeTimeoutMillis() + " ms");
        }
    }

    /// Ends the connection; the first reason counts, and is reported by the thread that reads.
    void close(Code reason, String detail) {
        end.compareAndSet(null, new End(reason, detail));
        outgoing.close();
        try {
            socket.close();
        } catch (IOException ignored) {
            // It is closed as far as we are concerned.
        }
        synchronized (this) {
            notifyAll();
        }
    }

    /// Serves the connection until it ends.
    void serve() {
        Thread writer = TcpBearers.start("bearer-" + id + "-out", this::writeAll);
        try {
            events.up(id, address, dialled);
            readAll();
        } catch (StreamFraming.BadLength fault) {
            close(Code.BEARER_BAD_LENGTH, String.valueOf(fault.getMessage()));
        } catch (IOException fault) {
            close(Code.BEARER_LOST, String.valueOf(fault.getMessage()));
        } catch (InterruptedException fault) {
            Thread.currentThread().interrupt();
        } finally {
            close(Code.BEARER_LOST, "the station gave it up");
            writer.interrupt();
            End why = end.get();
            events.down(id, why == null ? Code.BEARER_LOST : why.reason(), why == null ? "" : why.detail());
        }
    }

    private void readAll() throws IOException, InterruptedException {
        var framing = new StreamFraming(socket.getInputStream(), limits.maxMessageBytes());
        while (mayRead()) {
            byte[] message = framing.next();
            grant(-message.length);
            bytesIn.addAndGet(message.length + (long) StreamFraming.PREFIX_BYTES);
            events.received(id, message);
        }
    }

    /// Waits, where a stranger has sent its share, until it is one no longer; false if the connection ended
    /// meanwhile.
    private synchronized boolean mayRead() throws InterruptedException {
        while (!authenticated && share <= 0 && end.get() == null) {
            wait();
        }
        return end.get() == null;
    }

    private void writeAll() {
        try {
            OutputStream out = socket.getOutputStream();
            for (int length = outgoing.take(); length > 0; length = outgoing.take()) {
                write(out, length);
                events.drained(id, outgoing.taken());
            }
        } catch (IOException fault) {
            close(Code.BEARER_LOST, String.valueOf(fault.getMessage()));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /// In parts, so that a slow connection is seen to move.
    private void write(OutputStream out, int length) throws IOException {
        takenAt = System.nanoTime();
        writing = true;
        for (int at = 0; at < length; at += WRITE_BYTES) {
            int part = Math.min(WRITE_BYTES, length - at);
            transmitter.write(out, outgoing.buffer(), at, part);
            bytesOut.addAndGet(part);
            takenAt = System.nanoTime();
        }
        writing = false;
    }
}
