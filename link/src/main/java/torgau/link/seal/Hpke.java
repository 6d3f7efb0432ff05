package torgau.link.seal;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;

/// RFC 9180 in base mode on X-Wing (0x647a), HKDF-SHA256 and ChaCha20-Poly1305, of which only the exporter is
/// used: BouncyCastle's context is strictly sequential, and frames must open in any order.
final class Hpke {
    /// Length of an encapsulation.
    static final int ENC_BYTES = 1120;

    /// Randomness that one encapsulation takes.
    static final int RANDOM_BYTES = 64;

    /// Length of the exported secret.
    static final int SECRET_BYTES = 32;

    private static final byte[] EXPORT_CONTEXT = "torgau-session-1".getBytes(StandardCharsets.US_ASCII);

    private Hpke() {}

    record Encapsulation(byte[] enc, byte[] secret) {}

    static Encapsulation send(KemPublicKey recipient, byte[] info, byte[] randomness) {
        var context = suite().setupBaseS(recipient.parameters(), info, randomness);
        return new Encapsulation(context.getEncapsulation(), context.export(EXPORT_CONTEXT, SECRET_BYTES));
    }

    static Optional<byte[]> receive(AsymmetricCipherKeyPair recipient, byte[] enc, byte[] info) {
        try {
            return Optional.of(suite().setupBaseR(enc, recipient, info).export(EXPORT_CONTEXT, SECRET_BYTES));
        } catch (IllegalArgumentException | IllegalStateException refused) {
            return Optional.empty();
        }
    }

    /// The key with this encoding if one encapsulation to it succeeds; with fixed randomness, for its result is
    /// not used.
    static Optional<AsymmetricKeyParameter> publicKey(byte[] encoded) {
        try {
            var key = suite().deserializePublicKey(encoded);
            var unused = suite().setupBaseS(key, new byte[0], new byte[RANDOM_BYTES]);
            return unused.getEncapsulation().length == ENC_BYTES ? Optional.of(key) : Optional.empty();
        } catch (IllegalArgumentException | IllegalStateException refused) {
            return Optional.empty();
        }
    }

    static AsymmetricCipherKeyPair expand(byte[] seed) {
        return suite().deserializePrivateKey(seed, null);
    }

    static byte[] encoded(AsymmetricCipherKeyPair pair) {
        return suite().serializePublicKey(pair.getPublic());
    }

    static HPKE suite() {
        return new HPKE(HPKE.mode_base, HPKE.kem_X_WING, HPKE.kdf_HKDF_SHA256, HPKE.aead_CHACHA20_POLY1305);
    }
}
