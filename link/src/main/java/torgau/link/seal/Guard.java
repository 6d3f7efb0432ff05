package torgau.link.seal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import torgau.journal.Digest;
import torgau.journal.cbor.CborWriter;
import torgau.journal.crypto.Hkdf;
import torgau.journal.crypto.HmacSha256;
import torgau.journal.crypto.Sha256;

/// What drops junk before any KEM work: a short MAC that only those can make who know the line id and the
/// recipient's key. It authenticates nobody.
final class Guard {
    /// Length of the MAC.
    static final int MAC_BYTES = 16;

    /// Length of the hint that tells a recipient which of its keys a piece is for.
    static final int HINT_BYTES = 4;

    private static final int KEY_BYTES = 32;
    private static final String KEY_TAG = "torgau-guard-1";
    private static final String HINT_TAG = "torgau-kem-hint-1";

    private final byte[] key;
    private final int hint;

    private Guard(byte[] key, int hint) {
        this.key = key;
        this.hint = hint;
    }

    /// Key: `HKDF-SHA256(ikm = line id, salt = none, info = CBOR ["torgau-guard-1", KEM key])`; hint: the first
    /// four bytes of `SHA-256(CBOR ["torgau-kem-hint-1", KEM key])`.
    static Guard of(Digest line, KemPublicKey recipient) {
        byte[] key = Hkdf.sha256(line.bytes(), new byte[0], tagged(KEY_TAG, recipient), KEY_BYTES);
        return new Guard(
                key, ByteBuffer.wrap(Sha256.of(tagged(HINT_TAG, recipient))).getInt());
    }

    int hint() {
        return hint;
    }

    byte[] key() {
        return key.clone();
    }

    byte[] mac(byte[] data) {
        return Arrays.copyOf(HmacSha256.of(key, data), MAC_BYTES);
    }

    boolean holds(byte[] data, byte[] mac) {
        return MessageDigest.isEqual(mac(data), mac);
    }

    private static byte[] tagged(String tag, KemPublicKey key) {
        return new CborWriter(KemPublicKey.BYTES + 64)
                .array(2)
                .text(tag)
                .bytes(key.bytes())
                .toByteArray();
    }
}
