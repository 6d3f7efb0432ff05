package torgau.journal.crypto;

import java.security.SecureRandom;
import java.security.SecureRandomSpi;

/// A [RandomSource] in the shape in which libraries ask for one. It has no randomness of its own.
final class GivenRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private GivenRandom(SecureRandomSpi spi) {
        super(spi, null);
    }

    static SecureRandom from(RandomSource source) {
        return new GivenRandom(new Spi(source));
    }

    private static final class Spi extends SecureRandomSpi {
        private static final long serialVersionUID = 1L;

        private final transient RandomSource source;

        Spi(RandomSource source) {
            this.source = source;
        }

        @Override
        protected void engineSetSeed(byte[] seed) {
            throw new UnsupportedOperationException("the source alone decides what comes next");
        }

        @Override
        protected void engineNextBytes(byte[] bytes) {
            source.fill(bytes);
        }

        @Override
        protected byte[] engineGenerateSeed(int numBytes) {
            return source.bytes(numBytes);
        }
    }
}
