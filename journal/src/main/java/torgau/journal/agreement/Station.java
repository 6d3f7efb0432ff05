package torgau.journal.agreement;

import torgau.journal.Act;
import torgau.journal.Checks;
import torgau.journal.Feed;

/// A node of a party, with its own keys.
///
/// @param number party × 256 + the party's own numbering
/// @param code short name, for example BLUE-OPS
/// @param signingKey Ed25519, 32 bytes
/// @param kemKey X-Wing, 1,216 bytes: the last resort where no KeyOffer of it is known
public record Station(int number, String code, byte[] signingKey, byte[] kemKey) {
    /// Length of an Ed25519 public key.
    public static final int SIGNING_KEY_BYTES = 32;

    public Station {
        Checks.within("station number", number, 1, Feed.MAX_STATION);
        Codes.check("station code", code);
        Checks.length("signing key", signingKey, SIGNING_KEY_BYTES);
        Checks.length("KEM key", kemKey, Act.KeyOffer.KEM_KEY_BYTES);
    }

    /// Number of the party whose station this is.
    public int party() {
        return number >>> 8;
    }
}
