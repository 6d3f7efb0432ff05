package torgau.link.bearer;

import java.util.ArrayDeque;
import java.util.Arrays;

/// What waits to be written to one socket, each message behind its length. Bounded in bytes.
final class Outgoing {
    /// Bytes that may wait for the socket; a station that keeps to the engine's room never gets there.
    static final int MAX_BYTES = 1 << 20;

    /// Small messages are written together, up to this.
    static final int COALESCE_BYTES = 16_384;

    private static final int FIRST_BUFFER_BYTES = 2_048;

    private final ArrayDeque<byte[]> messages = new ArrayDeque<>();
    private byte[] buffer = new byte[FIRST_BUFFER_BYTES];
    private int waiting;
    private int taken;
    private boolean closed;

    /// Appends a message; false, and nothing is kept, if there is no room for it.
    synchronized boolean offer(byte[] message) {
        if (waiting + message.length > MAX_BYTES) {
            return false;
        }
        if (!closed) {
            messages.add(message);
            waiting += message.length;
            notifyAll();
        }
        return true;
    }

    /// Ends the queue; what waits in it is dropped.
    synchronized void close() {
        closed = true;
        messages.clear();
        waiting = 0;
        notifyAll();
    }

    /// Waits for messages, and puts as many of them into the buffer as go into one write; at least one.
    ///
    /// @return how many bytes of the buffer are to be written; 0 once the queue is closed
    synchronized int take() throws InterruptedException {
        while (messages.isEmpty() && !closed) {
            wait();
        }
        int at = 0;
        taken = 0;
        for (byte[] next = messages.peek(); next != null && (at == 0 || fits(at, next)); next = messages.peek()) {
            messages.remove();
            waiting -= next.length;
            taken += next.length;
            at = put(next, at);
        }
        return at;
    }

    /// What `take` filled; untouched until the next one.
    byte[] buffer() {
        return buffer;
    }

    /// How many bytes of messages `take` took.
    int taken() {
        return taken;
    }

    private static boolean fits(int at, byte[] message) {
        return at + StreamFraming.PREFIX_BYTES + message.length <= COALESCE_BYTES;
    }

    private int put(byte[] message, int at) {
        int from = at + StreamFraming.PREFIX_BYTES;
        int end = from + message.length;
        if (end > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(end, Math.min(COALESCE_BYTES, 2 * buffer.length)));
        }
        StreamFraming.prefix(buffer, at, message.length);
        System.arraycopy(message, 0, buffer, from, message.length);
        return end;
    }
}
