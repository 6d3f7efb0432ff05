package torgau.journal.crypto;

import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// ChaCha20-Poly1305 (RFC 8439) under one key, for many frames. One direction, one thread.
///
/// A nonce must never be used twice for sealing under one key: the caller counts.
public final class Aead {
    /// Length of a key in bytes.
    public static final int KEY_LENGTH = 32;

    /// Length of a nonce in bytes.
    public static final int NONCE_LENGTH = 12;

    /// By how many bytes a sealed text is longer than the plain one.
    public static final int TAG_LENGTH = 16;

    private final SecretKeySpec key;
    private final Cipher cipher;

    public Aead(byte[] key) {
        if (key.length != KEY_LENGTH) {
            throw new IllegalArgumentException("a ChaCha20 key has 32 bytes, not " + key.length);
        }
        this.key = new SecretKeySpec(key, "ChaCha20");
        this.cipher = cipher();
    }

    /// The sealed text of `plain`, with its tag at the end; `aad` is bound to it and not contained in it.
    public byte[] seal(byte[] nonce, byte[] aad, byte[] plain) {
        checkNonce(nonce);
        try {
            init(Cipher.ENCRYPT_MODE, nonce, aad);
            return cipher.doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed: was this nonce used just before?", e);
        }
    }

    /// The plain text, or empty if `sealed` was not sealed under this key with this nonce and `aad`.
    public Optional<byte[]> open(byte[] nonce, byte[] aad, byte[] sealed) {
        return open(nonce, aad, sealed, 0, sealed.length);
    }

    /// As above, for the `length` bytes of `in` from `offset`.
    public Optional<byte[]> open(byte[] nonce, byte[] aad, byte[] in, int offset, int length) {
        checkNonce(nonce);
        if (length < TAG_LENGTH) {
            return Optional.empty();
        }
        try {
            init(Cipher.DECRYPT_MODE, nonce, aad);
            return Optional.of(cipher.doFinal(in, offset, length));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("opening failed other than by its tag", e);
        }
    }

    private void init(int mode, byte[] nonce, byte[] aad) throws GeneralSecurityException {
        cipher.init(mode, key, new IvParameterSpec(nonce));
        cipher.updateAAD(aad);
    }

    private static void checkNonce(byte[] nonce) {
        if (nonce.length != NONCE_LENGTH) {
            throw new IllegalArgumentException("a nonce has 12 bytes, not " + nonce.length);
        }
    }

    private static Cipher cipher() {
        try {
            return Cipher.getInstance("ChaCha20-Poly1305");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 25 has ChaCha20-Poly1305", e);
        }
    }
}
