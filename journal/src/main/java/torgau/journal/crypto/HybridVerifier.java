package torgau.journal.crypto;

import java.util.Arrays;

/// Accepts what [HybridSigner] signs: both signatures must be valid.
public final class HybridVerifier implements Verifier {
    /// Length of a public key in bytes: 32 of Ed25519, 1952 of ML-DSA-65.
    public static final int PUBLIC_KEY_LENGTH = 32 + MlDsa65Verifier.PUBLIC_KEY_LENGTH;

    /// Length of a signature in bytes: 64 of Ed25519, 3309 of ML-DSA-65.
    public static final int SIGNATURE_LENGTH = 64 + MlDsa65Verifier.SIGNATURE_LENGTH;

    private final Ed25519Verifier classical = new Ed25519Verifier();
    private final MlDsa65Verifier postQuantum = new MlDsa65Verifier();

    @Override
    public boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
        if (publicKey.length != PUBLIC_KEY_LENGTH || signature.length != SIGNATURE_LENGTH) {
            return false;
        }
        return classical.verify(Arrays.copyOf(publicKey, 32), message, Arrays.copyOf(signature, 64))
                && postQuantum.verify(tail(publicKey, 32), message, tail(signature, 64));
    }

    private static byte[] tail(byte[] bytes, int from) {
        return Arrays.copyOfRange(bytes, from, bytes.length);
    }
}
