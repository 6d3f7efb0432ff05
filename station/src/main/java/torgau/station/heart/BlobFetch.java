package torgau.station.heart;

import java.util.Arrays;
import torgau.link.engine.Frame;

/// A blob on its way here from one peer. What came is in memory: after a restart it begins anew.
final class BlobFetch {
    /// Silence after which the peer is asked again from where it stopped.
    static final long STALL_MILLIS = 15_000;
    /// Silences after which another is asked.
    static final int STALLS = 3;

    final BlobWant want;
    private byte[] bytes = {};
    private int have;
    private int windowEnd;
    private long heardAt;
    private int stalls;

    BlobFetch(BlobWant want) {
        this.want = want;
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
        if (bytes.length < have + more.length) {
            bytes = Arrays.copyOf(bytes, Math.min(want.what.length(), Math.max(have + more.length, 2 * bytes.length)));
        }
        System.arraycopy(more, 0, bytes, have, more.length);
        have += more.length;
        heardAt = now.steady();
        stalls = 0;
        if (have >= windowEnd && !whole()) {
            ask(from, now);
        }
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
