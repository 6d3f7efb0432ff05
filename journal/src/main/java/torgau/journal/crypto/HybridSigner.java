package torgau.journal.crypto;

import java.util.Arrays;

/// Signs with Ed25519 and ML-DSA-65 both; key and signature are the two, Ed25519's first.
///
/// For what must stay unforgeable after either of the two has fallen: roots, agreements, amendments, checkpoints.
public final class HybridSigner implements Signer {
    /// Length of a seed in bytes: Ed25519's, then ML-DSA-65's.
    public static final int SEED_LENGTH = Ed25519Signer.SEED_LENGTH + MlDsa65Signer.SEED_LENGTH;

    private final Ed25519Signer classical;
    private final MlDsa65Signer postQuantum;

    public HybridSigner(Ed25519Signer classical, MlDsa65Signer postQuantum) {
        this.classical = classical;
        this.postQuantum = postQuantum;
    }

    /// The signer whose private keys are the halves of the 64 bytes of `seed`.
    public static HybridSigner fromSeed(byte[] seed, RandomSource random) {
        if (seed.length != SEED_LENGTH) {
            throw new IllegalArgumentException("a hybrid seed has 64 bytes, not " + seed.length);
        }
        byte[] first = Arrays.copyOf(seed, Ed25519Signer.SEED_LENGTH);
        byte[] second = Arrays.copyOfRange(seed, Ed25519Signer.SEED_LENGTH, SEED_LENGTH);
        return new HybridSigner(Ed25519Signer.fromSeed(first), MlDsa65Signer.fromSeed(second, random));
    }

    @Override
    public byte[] publicKey() {
        return joined(classical.publicKey(), postQuantum.publicKey());
    }

    @Override
    public byte[] sign(byte[] message) {
        return joined(classical.sign(message), postQuantum.sign(message));
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
