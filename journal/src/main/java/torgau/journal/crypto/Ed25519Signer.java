package torgau.journal.crypto;

import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// Ed25519 (RFC 8032 §5.1.6): the same message always gets the same 64-byte signature.
public final class Ed25519Signer implements Signer {
    /// Length of a seed, which is the private key, in bytes.
    public static final int SEED_LENGTH = Ed25519.SECRET_KEY_SIZE;

    private final byte[] seed;
    private final byte[] publicKey = new byte[Ed25519.PUBLIC_KEY_SIZE];

    private Ed25519Signer(byte[] seed) {
        this.seed = seed;
        Ed25519.generatePublicKey(seed, 0, publicKey, 0);
    }

    /// The signer whose private key is the 32 bytes of `seed`.
    public static Ed25519Signer fromSeed(byte[] seed) {
        if (seed.length != SEED_LENGTH) {
            throw new IllegalArgumentException("an Ed25519 seed has 32 bytes, not " + seed.length);
        }
        return new Ed25519Signer(seed.clone());
    }

    @Override
    public byte[] publicKey() {
        return publicKey.clone();
    }

    @Override
    public byte[] sign(byte[] message) {
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(seed, 0, publicKey, 0, message, 0, message.length, signature, 0);
        return signature;
    }
}
