package torgau.link.seal;

import java.nio.ByteBuffer;

/// A frame's counter on the wire: seven bits a byte, least significant first, the top bit set on all but the last
/// (LEB128), in its shortest form.
final class Counter {
    static final int MAX_BYTES = 7;

    /// No frame key seals more frames than this; a sender draws a new salt before.
    static final long MAX = (1L << 48) - 1;

    private static final int NONE = -1;

    private Counter() {}

    static int length(long counter) {
        return Math.max(1, (70 - Long.numberOfLeadingZeros(counter)) / 7);
    }

    static void put(ByteBuffer out, long counter) {
        long rest = counter;
        while (rest >= 0x80) {
            out.put((byte) (rest | 0x80));
            rest >>>= 7;
        }
        out.put((byte) rest);
    }

    /// The counter at the buffer's position, or a negative number unless it is there, shortest and in range.
    static long take(ByteBuffer in) {
        long value = 0;
        for (int i = 0; i < MAX_BYTES && in.hasRemaining(); i++) {
            int next = in.get() & 0xff;
            value |= (long) (next & 0x7f) << (7 * i);
            if (next < 0x80) {
                return value > MAX || (next == 0 && i > 0) ? NONE : value;
            }
        }
        return NONE;
    }
}
