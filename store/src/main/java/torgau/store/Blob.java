package torgau.store;

import torgau.journal.Checks;
import torgau.journal.Digest;
import torgau.journal.Feed;

/// Bytes outside the journal that an entry names by hash and length.
///
/// @param owner number of the station whose entry names it first, and whose quota it counts against
public record Blob(Digest hash, int owner, byte[] bytes) {
    /// Bytes of one blob.
    public static final int MAX_BYTES = 1 << 24;

    public Blob {
        Checks.within("owner", owner, 1, Feed.MAX_STATION);
        Checks.within("blob in bytes", bytes.length, 0, MAX_BYTES);
        if (!Digest.over(bytes).equals(hash)) {
            throw new IllegalArgumentException("the bytes are not those of blob " + hash);
        }
    }

    public static Blob of(int owner, byte[] bytes) {
        return new Blob(Digest.over(bytes), owner, bytes);
    }
}
