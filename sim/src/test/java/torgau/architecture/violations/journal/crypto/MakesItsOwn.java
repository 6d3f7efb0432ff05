package torgau.architecture.violations.journal.crypto;

import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import torgau.architecture.violations.journal.Breaks;

@Breaks("pure code draws no randomness")
final class MakesItsOwn {
    private MakesItsOwn() {}

    static SecureRandom random() throws NoSuchAlgorithmException {
        return SecureRandom.getInstanceStrong();
    }
}
