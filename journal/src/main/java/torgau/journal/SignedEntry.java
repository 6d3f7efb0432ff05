package torgau.journal;

/// The bytes of an entry that travel and are stored: its payload and its signature. Nothing in it is verified.
public record SignedEntry(byte[] payload, byte[] signature) {
    /// Length of an Ed25519 signature.
    public static final int SIGNATURE_BYTES = 64;

    public SignedEntry {
        Checks.within("payload in bytes", payload.length, 1, Limits.PAYLOAD_BYTES);
        Checks.length("signature", signature, SIGNATURE_BYTES);
    }

    public int length() {
        return payload.length + signature.length;
    }
}
