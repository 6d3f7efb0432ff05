package torgau.link.bearer;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// Messages on a stream: three bytes of length, big-endian, then the message. A length over the limit ends the
/// connection before any memory is taken.
final class StreamFraming {
    static final int PREFIX_BYTES = 3;
    private static final int BUFFER_BYTES = 8_192;

    private final InputStream in;
    private final int maxBytes;

    StreamFraming(InputStream in, int maxBytes) {
        this.in = new BufferedInputStream(in, BUFFER_BYTES);
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
        int first = in.read();
        if (first < 0) {
            throw new EOFException("the other end closed the connection");
        }
        int length = (first << 16) | (inside() << 8) | inside();
        if (length < 1 || length > maxBytes) {
            throw new BadLength(length, maxBytes);
        }
        byte[] message = in.readNBytes(length);
        if (message.length < length) {
            throw new EOFException("the connection ended within a message");
        }
        return message;
    }

    private int inside() throws IOException {
        int next = in.read();
        if (next < 0) {
            throw new EOFException("the connection ended within a length");
        }
        return next;
    }

    static void prefix(byte[] into, int at, int length) {
        into[at] = (byte) (length >>> 16);
        into[at + 1] = (byte) (length >>> 8);
        into[at + 2] = (byte) length;
    }
}
