package torgau.link.engine;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import torgau.journal.Reference;

/// Puts fragments of entries together again, whatever bearer and order they came by. Bounded: of more entries than
/// `MAX_OPEN` begun at once the oldest is dropped, and sent again by the peer.
final class Inbox {
    static final int MAX_OPEN = 8;

    private final Map<Reference, Assembly> open = new LinkedHashMap<>();

    /// An entry begun: its bytes, and which of them are here. One bit a byte, so that the way in which a peer cuts an
    /// entry never decides what it costs: `MAX_OPEN` × 9/8 × `Fragment.MAX_TOTAL`, less than a megabyte, is all.
    private record Assembly(byte[] bytes, BitSet here) {
        Assembly(int total) {
            this(new byte[total], new BitSet(total));
        }

        void fill(int offset, byte[] piece) {
            System.arraycopy(piece, 0, bytes, offset, piece.length);
            here.set(offset, offset + piece.length);
        }

        boolean complete() {
            return here.nextClearBit(0) == bytes.length;
        }
    }

    /// The whole encoded frame, once its last missing piece is here.
    Optional<byte[]> add(Frame.Fragment fragment) {
        Assembly known = open.get(fragment.of());
        if (known == null || known.bytes().length != fragment.total()) {
            known = new Assembly(fragment.total());
            open.put(fragment.of(), known);
            dropOldest();
        }
        known.fill(fragment.offset(), fragment.piece());
        if (!known.complete()) {
            return Optional.empty();
        }
        open.remove(fragment.of());
        return Optional.of(known.bytes());
    }

    private void dropOldest() {
        if (open.size() > MAX_OPEN) {
            open.remove(open.keySet().iterator().next());
        }
    }
}
