package torgau.journal.crypto;

import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;

/// ML-DSA-65 (FIPS 204), pure, with the empty context.
public final class MlDsa65Verifier implements Verifier {
    /// Length of a public key in bytes.
    public static final int PUBLIC_KEY_LENGTH = 1952;

    /// Length of a signature in bytes.
    public static final int SIGNATURE_LENGTH = 3309;

    @Override
    public boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
        if (publicKey.length != PUBLIC_KEY_LENGTH || signature.length != SIGNATURE_LENGTH) {
            return false;
        }
        MLDSASigner verifier = new MLDSASigner();
        verifier.init(false, new MLDSAPublicKeyParameters(MLDSAParameters.ml_dsa_65, publicKey));
        verifier.update(message, 0, message.length);
        return verifier.verifySignature(signature);
    }
}
