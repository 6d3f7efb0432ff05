package torgau.link.engine;

import java.util.Arrays;
import torgau.journal.Digest;

/// Part of a blob that the peer has asked for, on its way piece by piece.
final class Supply {
    private final Digest hash;
    private final byte[] blob;
    private final int end;
    private int at;

    /// @param from offset from which on it is asked for, within the blob
    Supply(Digest hash, byte[] blob, int from) {
        this.hash = hash;
        this.blob = blob;
        this.at = from;
        this.end = Math.min(blob.length, from + Frame.BlobWanted.WINDOW_BYTES);
    }

    boolean over() {
        return at >= end;
    }

    Frame.BlobPiece next(int bytes) {
        int from = at;
        at = Math.min(end, from + bytes);
        return new Frame.BlobPiece(hash, blob.length, from, Arrays.copyOfRange(blob, from, at));
    }
}
