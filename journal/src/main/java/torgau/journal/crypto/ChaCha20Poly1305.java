package torgau.journal.crypto;

import java.util.Optional;

/// ChaCha20-Poly1305 (RFC 8439) for a single text under a key; for many under one key, [Aead] is the quicker.
public final class ChaCha20Poly1305 {
    private ChaCha20Poly1305() {}

    /// The sealed text of `plain`, with its 16-byte tag at the end.
    public static byte[] seal(byte[] key32, byte[] nonce12, byte[] aad, byte[] plain) {
        return new Aead(key32).seal(nonce12, aad, plain);
    }

    /// The plain text, or empty if `sealed` was not sealed under this key with this nonce and `aad`.
    public static Optional<byte[]> open(byte[] key32, byte[] nonce12, byte[] aad, byte[] sealed) {
        return new Aead(key32).open(nonce12, aad, sealed);
    }
}
