package torgau.link.seal;

import java.util.SplittableRandom;
import torgau.journal.crypto.RandomSource;

/// Randomness of which everything can be guessed by who knows the seed.
final class SeededRandom implements RandomSource {
    private final SplittableRandom random;

    SeededRandom(long seed) {
        this.random = new SplittableRandom(seed);
    }

    @Override
    public void fill(byte[] target) {
        random.nextBytes(target);
    }
}
