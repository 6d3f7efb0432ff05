package torgau.station.heart;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import torgau.journal.crypto.ChaCha20Poly1305;
import torgau.journal.crypto.RandomSource;

/// Keeps the station's small secrets on its own disk: sealed under its storage key, each bound to its name.
final class Vault {
    private static final int NONCE_BYTES = 12;

    private final byte[] key;
    private final RandomSource random;

    Vault(byte[] key, RandomSource random) {
        this.key = key.clone();
        this.random = random;
    }

    byte[] seal(String name, byte[] secret) {
        byte[] nonce = random.bytes(NONCE_BYTES);
        byte[] sealed = ChaCha20Poly1305.seal(key, nonce, aad(name), secret);
        byte[] kept = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, kept, NONCE_BYTES, sealed.length);
        return kept;
    }

    /// The secret, unless the bytes were altered or are another name's.
    Optional<byte[]> open(String name, byte[] kept) {
        if (kept.length < NONCE_BYTES) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOf(kept, NONCE_BYTES);
        return ChaCha20Poly1305.open(key, nonce, aad(name), Arrays.copyOfRange(kept, NONCE_BYTES, kept.length));
    }

    private static byte[] aad(String name) {
        return ("torgau-vault-1/" + name).getBytes(StandardCharsets.UTF_8);
    }
}
