package torgau.store;

import torgau.journal.Checks;
import torgau.journal.Digest;
import torgau.journal.Reference;

/// What a request with an Idempotency-Key came to. The same key gives the same answer, for ever.
///
/// @param key the client's key, 1 to 255 bytes
/// @param request hash of the request, so that a key used for another one is noticed
/// @param reference the entry that was made
public record Answer(String key, Digest request, Reference reference) {
    /// Bytes of a key, in UTF-8.
    public static final int KEY_BYTES = 255;

    public Answer {
        Checks.bytes("idempotency key", key, 1, KEY_BYTES);
    }
}
