package torgau.link.seal;

import org.jspecify.annotations.Nullable;
import torgau.journal.Digest;

/// What of a session outlives the process.
///
/// @param secret what HPKE exported; 32 bytes
/// @param openedByUs whether the opening was ours
/// @param number of the opening
/// @param keyOffer id of the recipient's KeyOffer it was made to; null for the key in the agreement
/// @param opening SHA-256 of the encoded opening
/// @param openedAt when it came to be here, UTC milliseconds
/// @param readable whether the peer is known to have the secret: it made it, or has used it
record SessionRecord(
        byte[] secret,
        boolean openedByUs,
        long number,
        @Nullable Digest keyOffer,
        Digest opening,
        long openedAt,
        boolean readable) {

    SessionRecord {
        if (secret.length != Hpke.SECRET_BYTES || number < 0) {
            throw new IllegalArgumentException(
                    "not a session: secret of " + secret.length + " bytes, number " + number);
        }
    }

    SessionRecord proven() {
        return new SessionRecord(secret, openedByUs, number, keyOffer, opening, openedAt, true);
    }

    SessionRecord openedAt(long when) {
        return new SessionRecord(secret, openedByUs, number, keyOffer, opening, when, readable);
    }
}
