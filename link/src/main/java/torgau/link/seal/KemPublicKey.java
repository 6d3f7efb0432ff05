package torgau.link.seal;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;

/// The X-Wing key (X25519 and ML-KEM-768) to which a peer opens: what a KeyOffer or the agreement carries.
///
/// Any object of this class can be encapsulated to: `of` has tried it once.
public final class KemPublicKey {
    /// Length of the encoded key.
    public static final int BYTES = 1216;

    private final byte[] encoded;
    private final AsymmetricKeyParameter parameters;

    private KemPublicKey(byte[] encoded, AsymmetricKeyParameter parameters) {
        this.encoded = encoded;
        this.parameters = parameters;
    }

    /// The key with this encoding, unless it is none: wrong length, ML-KEM coefficients out of range, or an
    /// X25519 point of low order.
    public static Optional<KemPublicKey> of(byte[] encoded) {
        if (encoded.length != BYTES) {
            return Optional.empty();
        }
        byte[] own = encoded.clone();
        return Hpke.publicKey(own).map(parameters -> new KemPublicKey(own, parameters));
    }

    static KemPublicKey trusted(byte[] encoded) {
        return of(encoded).orElseThrow(() -> new IllegalArgumentException("not an X-Wing public key"));
    }

    public byte[] bytes() {
        return encoded.clone();
    }

    AsymmetricKeyParameter parameters() {
        return parameters;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KemPublicKey key && Arrays.equals(encoded, key.encoded);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded);
    }
}
