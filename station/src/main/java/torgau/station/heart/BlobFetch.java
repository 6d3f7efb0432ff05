package torgau.station.heart;

import java.util.Arrays;
import torgau.link.engine.Frame;

/// A blob on its way here from one peer. Each part that is full goes to disk, so that a restart costs one part at
/// most, and what is on disk already, whoever brought it, is not asked for.
final class BlobFetch {
    /// Silence after which the peer is asked again from where it stopped.
    static final long STALL_MILLIS = 15_000;
    /// Silences after which another is asked.
    static final int STALLS = 3;

    final BlobWant want;
    private final BlobParts parts;
    private byte[] bytes = {};
    private int have;
    private int windowEnd;
    private long heardAt;
    private int stalls;

    BlobFetch(BlobWant want, BlobParts parts) {
        this.want = want;
        this.parts = parts;
        skip();
    }

    /// Asks for what is still lacking.
    void ask(Peer peer, Moment now) {
        heardAt = now.steady();
        windowEnd = Math.min(want.what.length(), have + Frame.BlobWanted.WINDOW_BYTES);
        if (peer.engine.connected()) {
            peer.engine.want(want.what.blob(), have);
        }
    }

    /// Takes the piece that comes next; any other was lost or came twice, and is asked for again.
    void take(Peer from, Frame.BlobPiece piece, Moment now) {
        byte[] more = piece.piece();
        if (piece.offset() != have || more.length > want.what.length() - have) {
            return;
        }
        int before = have / BlobParts.BYTES;
        append(more);
        heardAt = now.steady();
        stalls = 0;
        for (int part = before; part < have / BlobParts.BYTES && !whole(); part++) {
            parts.put(want.what, part, part(part));
        }
        if ((skip() || have >= windowEnd) && !whole()) {
            ask(from, now);
        }
    }

    private void append(byte[] more) {
        if (bytes.length < have + more.length) {
            bytes = Arrays.copyOf(bytes, Math.min(want.what.length(), Math.max(have + more.length, 2 * bytes.length)));
        }
        System.arraycopy(more, 0, bytes, have, more.length);
        have += more.length;
    }

    private byte[] part(int part) {
        int from = part * BlobParts.BYTES;
        return Arrays.copyOfRange(bytes, from, Math.min(want.what.length(), from + BlobParts.BYTES));
    }

    /// Goes over the parts that are on disk from here on; whether there was one.
    private boolean skip() {
        int before = have;
        while (have % BlobParts.BYTES == 0 && !whole() && parts.has(want.what, have / BlobParts.BYTES)) {
            byte[] known = parts.read(want.what, have / BlobParts.BYTES);
            if (known.length != Math.min(BlobParts.BYTES, want.what.length() - have)) {
                break; // the disk has lost it: it is asked for like any other
            }
            append(known);
        }
        return have > before;
    }

    boolean whole() {
        return have == want.what.length();
    }

    /// All of it, once it is whole.
    byte[] bytes() {
        return bytes;
    }

    long stallsAt() {
        return heardAt + STALL_MILLIS;
    }

    /// The peer has said nothing for long; whether it is still to be asked.
    boolean stalled(Peer peer, Moment now) {
        if (++stalls >= STALLS) {
            return false;
        }
        ask(peer, now);
        return true;
    }
}
