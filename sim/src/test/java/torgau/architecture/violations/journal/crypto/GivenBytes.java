package torgau.architecture.violations.journal.crypto;

import java.security.SecureRandom;
import javax.crypto.Mac;

/// A SecureRandom in shape only, and a Mac: both are allowed here.
final class GivenBytes extends SecureRandom {
    private static final long serialVersionUID = 1L;

    @Override
    public void nextBytes(byte[] target) {
        target[0] = 1;
    }

    static int length(Mac mac) {
        return mac.getMacLength();
    }
}
