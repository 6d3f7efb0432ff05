package torgau.journal.crypto;

import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/// HKDF (RFC 5869): extract, then expand.
public final class Hkdf {
    /// The most that one derivation gives: 255 blocks of SHA-256.
    public static final int MAX_LENGTH = 255 * Sha256.LENGTH;

    private Hkdf() {}

    /// `length` bytes, 1 to [#MAX_LENGTH], derived from `ikm` for the purpose that `info` names.
    public static byte[] sha256(byte[] ikm, byte[] salt, byte[] info, int length) {
        if (length < 1 || length > MAX_LENGTH) {
            throw new IllegalArgumentException("HKDF gives 1 to " + MAX_LENGTH + " bytes, not " + length);
        }
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(ikm)
                            .addSalt(salt)
                            .thenExpand(info, length));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 25 has HKDF-SHA256", e);
        }
    }
}
