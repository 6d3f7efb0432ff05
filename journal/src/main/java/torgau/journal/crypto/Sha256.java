package torgau.journal.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// SHA-256 (FIPS 180-4).
public final class Sha256 {
    /// Length of a hash in bytes.
    public static final int LENGTH = 32;

    /// Never fed, only cloned: cheaper than looking the algorithm up for every hash.
    private static final MessageDigest FRESH = fresh();

    private Sha256() {}

    /// The hash of the parts, one after another.
    public static byte[] of(byte[]... parts) {
        MessageDigest digest = cloned();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    private static MessageDigest cloned() {
        try {
            return (MessageDigest) FRESH.clone();
        } catch (CloneNotSupportedException e) {
            return fresh();
        }
    }

    private static MessageDigest fresh() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
