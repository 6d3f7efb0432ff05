package torgau.link.bearer;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// Messages on a stream: three bytes of length, big-endian, then the message. A length over the limit ends the
/// connection before any memory is taken.
final class StreamFraming {
    static final int PREFIX_BYTES = 3;
    private static final int BUFFER_BYTES = 65_536;

    private final InputStream in;
    private final int maxBytes;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int from;
    private int to;

    StreamFraming(InputStream in, int maxBytes) {
        this.in = in;
        this.maxBytes = maxBytes;
    }

    /// A length that no message has.
    static final class BadLength extends IOException {
        private static final long serialVersionUID = 1L;

        BadLength(int length, int max) {
            super("a message of " + length + " bytes, allowed are 1 to " + max);
        }
    }

    /// The next message; waits for it.
    byte[] next() throws IOException {
        int length = (one() << 16) | (one() << 8) | one();
        if (length < 1 || length > maxBytes) {
            throw new BadLength(length, maxBytes);
        }
        byte[] message = new byte[length];
        int buffered = Math.min(length, to - from);
        System.arraycopy(buffer, from, message, 0, buffered);
        from += buffered;
        if (in.readNBytes(message, buffered, length - buffered) < length - buffered) {
            throw new EOFException("the connection ended within a message");
        }
        return message;
    }

    private int one() throws IOException {
        if (from == to) {
            int read = in.read(buffer, 0, BUFFER_BYTES);
            if (read < 0) {
                throw new EOFException("the other end closed the connection");
            }
            from = 0;
            to = read;
        }
        return buffer[from++] & 0xFF;
    }

    static void prefix(byte[] into, int at, int length) {
        into[at] = (byte) (length >>> 16);
        into[at + 1] = (byte) (length >>> 8);
        into[at + 2] = (byte) length;
    }
}
