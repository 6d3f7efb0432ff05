package torgau.sim;

import java.util.Arrays;
import torgau.journal.crypto.Sha256;
import torgau.journal.crypto.Signer;
import torgau.journal.crypto.Verifier;

/// In place of signatures, for long runs: two hashes over public key and message. Anybody could make them; no
/// simulated station but their owner does.
final class StandIn {
    private static final byte[] FIRST = {1};
    private static final byte[] SECOND = {2};

    private StandIn() {}

    static Signer signer(byte[] publicKey) {
        return new Signer() {
            @Override
            public byte[] publicKey() {
                return publicKey.clone();
            }

            @Override
            public byte[] sign(byte[] message) {
                return signature(publicKey, message);
            }
        };
    }

    static Verifier verifier() {
        return (publicKey, message, signature) -> Arrays.equals(signature(publicKey, message), signature);
    }

    private static byte[] signature(byte[] publicKey, byte[] message) {
        byte[] first = Sha256.of(FIRST, publicKey, message);
        byte[] both = Arrays.copyOf(first, 2 * first.length);
        byte[] second = Sha256.of(SECOND, first);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
