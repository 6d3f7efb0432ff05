package torgau.journal.crypto;

/// Signs with one private key. Not safe for use by several threads at once.
public interface Signer {
    /// The public key under which [Verifier#verify] accepts what this signs; a copy.
    byte[] publicKey();

    /// The signature over all of `message`.
    byte[] sign(byte[] message);
}
