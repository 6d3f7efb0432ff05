package torgau.journal.crypto;

import java.util.Random;

/// A random source that a seed repeats exactly.
public final class SeededRandom implements RandomSource {
    private final Random random;

    public SeededRandom(long seed) {
        this.random = new Random(seed);
    }

    @Override
    public void fill(byte[] target) {
        random.nextBytes(target);
    }
}
