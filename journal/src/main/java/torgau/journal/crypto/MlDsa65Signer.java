package torgau.journal.crypto;

import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.MLDSASigner;

/// ML-DSA-65 (FIPS 204), hedged: each signature takes 32 bytes from the random source, and one seed and one random
/// stream always give the same signatures.
public final class MlDsa65Signer implements Signer {
    /// Length of a seed, from which the private key is made, in bytes.
    public static final int SEED_LENGTH = 32;

    private final MLDSAPrivateKeyParameters privateKey;
    private final RandomSource random;

    private MlDsa65Signer(MLDSAPrivateKeyParameters privateKey, RandomSource random) {
        this.privateKey = privateKey;
        this.random = random;
    }

    /// The signer whose key is made from the 32 bytes of `seed` (ξ in FIPS 204).
    public static MlDsa65Signer fromSeed(byte[] seed, RandomSource random) {
        if (seed.length != SEED_LENGTH) {
            throw new IllegalArgumentException("an ML-DSA-65 seed has 32 bytes, not " + seed.length);
        }
        return new MlDsa65Signer(new MLDSAPrivateKeyParameters(MLDSAParameters.ml_dsa_65, seed.clone()), random);
    }

    @Override
    public byte[] publicKey() {
        return privateKey.getPublicKey();
    }

    @Override
    public byte[] sign(byte[] message) {
        MLDSASigner signer = new MLDSASigner();
        signer.init(true, new ParametersWithRandom(privateKey, GivenRandom.from(random)));
        signer.update(message, 0, message.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException("ML-DSA-65 could not sign with its own key", e);
        }
    }
}
