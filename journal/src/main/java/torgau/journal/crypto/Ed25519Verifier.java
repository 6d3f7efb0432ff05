package torgau.journal.crypto;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.jspecify.annotations.Nullable;

/// Ed25519 by the one rule of this project: the cofactored equation of RFC 8032 §5.1.7 (8SB = 8R + 8kA), S below the
/// group order, R and the key in their only encodings, the key of prime order.
///
/// Libraries disagree on signatures whose R has a torsion part; BouncyCastle follows the rule and decides. Decoded keys
/// are remembered, up to [#MAX_KEYS], the least recently used forgotten first. One thread.
public final class Ed25519Verifier implements Verifier {
    /// Decoded keys that are remembered, at some 200 bytes each.
    public static final int MAX_KEYS = 1024;

    private final Map<ByteBuffer, Ed25519.PublicPoint> keys = new RecentKeys();

    @Override
    public boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
        if (signature.length != Ed25519.SIGNATURE_SIZE) {
            return false;
        }
        Ed25519.PublicPoint key = decoded(publicKey);
        return key != null && Ed25519.verify(signature, 0, key, message, 0, message.length);
    }

    /// Whether `pub` is the canonical encoding of a point of prime order, which a key must be to be adopted: so neither
    /// the neutral element nor any point with a torsion part.
    public static boolean isPrimeOrder(byte[] pub) {
        return pub.length == Ed25519.PUBLIC_KEY_SIZE && Ed25519.validatePublicKeyFull(pub, 0);
    }

    private Ed25519.@Nullable PublicPoint decoded(byte[] publicKey) {
        Ed25519.PublicPoint known = keys.get(ByteBuffer.wrap(publicKey));
        if (known != null || publicKey.length != Ed25519.PUBLIC_KEY_SIZE) {
            return known;
        }
        Ed25519.PublicPoint decoded = Ed25519.validatePublicKeyFullExport(publicKey, 0);
        if (decoded != null) {
            keys.put(ByteBuffer.wrap(publicKey.clone()), decoded);
        }
        return decoded;
    }

    private static final class RecentKeys extends LinkedHashMap<ByteBuffer, Ed25519.PublicPoint> {
        private static final long serialVersionUID = 1L;

        RecentKeys() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Ed25519.PublicPoint> eldest) {
            return size() > MAX_KEYS;
        }
    }
}
