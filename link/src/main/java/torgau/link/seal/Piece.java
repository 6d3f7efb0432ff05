package torgau.link.seal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import torgau.journal.crypto.Sha256;

/// One part of an encoded opening, small enough for its bearer and guarded by a MAC of its own.
///
///     0x03 | key hint (4) | tag (8) | index (1) | count (1) | slice (1…) | MAC (16)
///
/// @param hint tells the recipient for which of its keys this is
/// @param tag the first eight bytes of the SHA-256 of the whole opening
/// @param mac over all that stands before it
record Piece(int hint, long tag, int index, int count, byte[] slice, byte[] mac) {
    /// The most pieces that an opening may come in.
    static final int MAX_COUNT = 16;

    private static final int TAG_BYTES = 8;
    private static final int HEADER_BYTES = SealWire.TYPE_BYTES + Guard.HINT_BYTES + TAG_BYTES + 2;
    private static final int OVERHEAD_BYTES = HEADER_BYTES + Guard.MAC_BYTES;

    /// The pieces of an opening for a bearer of this MTU, in order: all but the last are filled.
    static List<byte[]> split(byte[] opening, Guard guard, int mtu) {
        int room = mtu - OVERHEAD_BYTES;
        int count = (opening.length + room - 1) / room;
        long tag = tag(opening);
        var pieces = new ArrayList<byte[]>(count);
        for (int i = 0; i < count; i++) {
            byte[] slice = Arrays.copyOfRange(opening, i * room, Math.min(opening.length, (i + 1) * room));
            byte[] guarded = header(guard.hint(), tag, i, count, slice);
            pieces.add(ByteBuffer.allocate(guarded.length + Guard.MAC_BYTES)
                    .put(guarded)
                    .put(guard.mac(guarded))
                    .array());
        }
        return List.copyOf(pieces);
    }

    /// The piece that these bytes are, if they have its shape; its MAC is not looked at.
    static Optional<Piece> decode(byte[] bytes) {
        if (bytes.length <= OVERHEAD_BYTES || bytes.length > OVERHEAD_BYTES + Opening.MAX_BYTES) {
            return Optional.empty();
        }
        var in = ByteBuffer.wrap(bytes).position(SealWire.TYPE_BYTES);
        int hint = in.getInt();
        long tag = in.getLong();
        int index = in.get() & 0xff;
        int count = in.get() & 0xff;
        if (count < 1 || count > MAX_COUNT || index >= count) {
            return Optional.empty();
        }
        int macAt = bytes.length - Guard.MAC_BYTES;
        byte[] slice = Arrays.copyOfRange(bytes, HEADER_BYTES, macAt);
        return Optional.of(new Piece(hint, tag, index, count, slice, Arrays.copyOfRange(bytes, macAt, bytes.length)));
    }

    boolean guardedBy(Guard guard) {
        return guard.holds(header(hint, tag, index, count, slice), mac);
    }

    static long tag(byte[] opening) {
        return ByteBuffer.wrap(Sha256.of(opening)).getLong();
    }

    private static byte[] header(int hint, long tag, int index, int count, byte[] slice) {
        return ByteBuffer.allocate(HEADER_BYTES + slice.length)
                .put((byte) SealWire.OPENING)
                .putInt(hint)
                .putLong(tag)
                .put((byte) index)
                .put((byte) count)
                .put(slice)
                .array();
    }
}
