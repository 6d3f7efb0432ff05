package torgau.journal.crypto;

/// Decides whether a signature is valid. Not safe for use by several threads at once.
public interface Verifier {
    /// Whether `signature` is valid for `message` under `publicKey`. Keys and signatures of a wrong length or form make
    /// it false, never an exception.
    boolean verify(byte[] publicKey, byte[] message, byte[] signature);
}
