package torgau.link.seal;

import java.util.Arrays;
import java.util.Optional;

/// ISO/IEC 7816-4 padding to the next multiple of sixteen: one byte 0x80, then zeros. At least one byte is added.
final class Padding {
    private static final byte MARK = (byte) 0x80;

    private Padding() {}

    static int padded(int length) {
        return (length / SealWire.PADDING_BYTES + 1) * SealWire.PADDING_BYTES;
    }

    static byte[] add(byte[] frame) {
        byte[] padded = Arrays.copyOf(frame, padded(frame.length));
        padded[frame.length] = MARK;
        return padded;
    }

    /// The frame within, unless the padding is not the one form.
    static Optional<byte[]> remove(byte[] padded) {
        int at = padded.length - 1;
        while (at >= 0 && padded[at] == 0) {
            at--;
        }
        if (at < 0 || padded[at] != MARK || padded(at) != padded.length) {
            return Optional.empty();
        }
        return Optional.of(Arrays.copyOf(padded, at));
    }
}
