package torgau.link.bearer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import torgau.journal.Code;

/// One TCP connection: a thread that reads, a thread that writes, and a bounded queue between the station and the
/// socket.
final class Connection {
    /// Bytes that may wait for the socket; a station that keeps to the engine's room never gets there.
    static final int QUEUE_BYTES = 1 << 20;
    private static final int COALESCE_BYTES = 65_536;

    final long id;
    final String address;
    private final Socket socket;
    private final OptionalInt dialled;
    private final TcpLimits limits;
    private final BearerEvents events;
    private final Runnable forget;
    private final LinkedBlockingQueue<byte[]> queue = new LinkedBlockingQueue<>();
    private final AtomicInteger queued = new AtomicInteger();
    private final AtomicBoolean down = new AtomicBoolean();
    private final CountDownLatch authenticated = new CountDownLatch(1);
    private final AtomicLong bytesIn = new AtomicLong();
    private final AtomicLong bytesOut = new AtomicLong();
    private volatile long writingSince;

    Connection(long id, Socket socket, OptionalInt dialled, TcpLimits limits, BearerEvents events, Runnable forget) {
        this.id = id;
        this.socket = socket;
        this.address = socket.getInetAddress().getHostAddress();
        this.dialled = dialled;
        this.limits = limits;
        this.events = events;
        this.forget = forget;
    }

    void start() {
        events.up(id, address, dialled);
        Thread.ofVirtual().name("bearer-" + id + "-in").start(this::readAll);
        Thread.ofVirtual().name("bearer-" + id + "-out").start(this::writeAll);
    }

    boolean authenticated() {
        return authenticated.getCount() == 0;
    }

    void setAuthenticated() {
        authenticated.countDown();
    }

    long bytesIn() {
        return bytesIn.get();
    }

    long bytesOut() {
        return bytesOut.get();
    }

    void send(byte[] message) {
        if (queued.addAndGet(message.length) > QUEUE_BYTES) {
            close(Code.BEARER_STALLED, "more than " + QUEUE_BYTES + " bytes wait for the socket");
        } else {
            queue.add(message);
        }
    }

    /// Ends a connection whose socket takes nothing any more.
    void checkStall(long nowNanos) {
        long since = writingSince;
        if (since != 0 && nowNanos - since > TimeUnit.MILLISECONDS.toNanos(limits.writeTimeoutMillis())) {
            close(Code.BEARER_STALLED, "nothing was taken for " + limits.writeTimeoutMillis() + " ms");
        }
    }

    void close(Code reason, String detail) {
        if (down.compareAndSet(false, true)) {
            try {
                socket.close();
            } catch (IOException ignored) {
                // It is closed as far as we are concerned.
            }
            authenticated.countDown();
            queue.add(new byte[0]);
            forget.run();
            events.down(id, reason, detail);
        }
    }

    private void readAll() {
        try {
            var framing = new StreamFraming(socket.getInputStream(), limits.maxMessageBytes());
            int budget = limits.unauthenticatedBytes();
            while (!down.get()) {
                byte[] message = framing.next();
                bytesIn.addAndGet(message.length + (long) StreamFraming.PREFIX_BYTES);
                events.received(id, message);
                budget -= message.length;
                if (budget <= 0 && !authenticated.await(limits.authenticateWithinMillis(), TimeUnit.MILLISECONDS)) {
                    close(
                            Code.BEARER_UNAUTHENTICATED,
                            "it did not show who it is in " + limits.authenticateWithinMillis() + " ms");
                }
            }
        } catch (StreamFraming.BadLength fault) {
            close(Code.BEARER_BAD_LENGTH, String.valueOf(fault.getMessage()));
        } catch (IOException fault) {
            close(Code.BEARER_LOST, String.valueOf(fault.getMessage()));
        } catch (InterruptedException fault) {
            Thread.currentThread().interrupt();
            close(Code.BEARER_LOST, "interrupted");
        }
    }

    private void writeAll() {
        var batch = new ByteArrayOutputStream(COALESCE_BYTES);
        try {
            var out = socket.getOutputStream();
            while (!down.get()) {
                byte[] message = queue.take();
                int drained = 0;
                while (message != null && message.length > 0) {
                    byte[] prefix = new byte[StreamFraming.PREFIX_BYTES];
                    StreamFraming.prefix(prefix, 0, message.length);
                    batch.writeBytes(prefix);
                    batch.writeBytes(message);
                    drained += message.length;
                    message = batch.size() < COALESCE_BYTES ? queue.poll() : null;
                }
                writingSince = System.nanoTime();
                batch.writeTo(out);
                writingSince = 0;
                bytesOut.addAndGet(batch.size());
                batch.reset();
                queued.addAndGet(-drained);
                if (drained > 0) {
                    events.drained(id, drained);
                }
            }
        } catch (IOException fault) {
            close(Code.BEARER_LOST, String.valueOf(fault.getMessage()));
        } catch (InterruptedException fault) {
            Thread.currentThread().interrupt();
            close(Code.BEARER_LOST, "interrupted");
        }
    }
}
