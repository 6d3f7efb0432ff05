package torgau.link.seal;

import java.util.Optional;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;

/// A station's private X-Wing key. It exists as long as its 32-byte seed does; `toString` shows nothing of it.
public final class KemKey {
    /// Length of the seed, which is also the private key's encoding.
    public static final int SEED_BYTES = 32;

    private final AsymmetricCipherKeyPair pair;
    private final KemPublicKey publicKey;

    private KemKey(AsymmetricCipherKeyPair pair) {
        this.pair = pair;
        this.publicKey = KemPublicKey.trusted(Hpke.encoded(pair));
    }

    /// The key that this seed expands to (draft-connolly-cfrg-xwing-kem, `GenerateKeyPairDerand`).
    public static KemKey fromSeed(byte[] seed) {
        if (seed.length != SEED_BYTES) {
            throw new IllegalArgumentException("an X-Wing seed has 32 bytes, not " + seed.length);
        }
        return new KemKey(Hpke.expand(seed));
    }

    public KemPublicKey publicKey() {
        return publicKey;
    }

    /// The session secret that `enc` encapsulates under `info`. A well-formed `enc` for another key gives another
    /// secret; only what no sender can have computed gives none.
    Optional<byte[]> exported(byte[] enc, byte[] info) {
        return Hpke.receive(pair, enc, info);
    }
}
