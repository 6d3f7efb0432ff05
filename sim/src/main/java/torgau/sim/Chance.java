package torgau.sim;

import java.util.List;
import torgau.journal.crypto.RandomSource;

/// Everything that is random in a simulated world, from one seed (SplitMix64, Steele et al. 2014).
public final class Chance implements RandomSource {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private long state;

    public Chance(long seed) {
        this.state = seed;
    }

    /// Another source, whose use does not disturb this one.
    public Chance fork() {
        return new Chance(next());
    }

    long next() {
        state += GOLDEN;
        long mixed = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    /// One of 0 to `bound` - 1.
    int below(int bound) {
        return (int) Long.remainderUnsigned(next(), bound);
    }

    /// One of `low` to `high`, both included.
    long between(long low, long high) {
        return low + Long.remainderUnsigned(next(), high - low + 1);
    }

    boolean oneIn(int n) {
        return below(n) == 0;
    }

    /// True in so many of a thousand cases.
    boolean permille(int cases) {
        return below(1_000) < cases;
    }

    <T> T pick(List<T> some) {
        return some.get(below(some.size()));
    }

    /// A time until the next of events that come at random, on average every `mean` milliseconds.
    long until(long mean) {
        double uniform = ((next() >>> 11) + 1) * 0x1.0p-53;
        return Math.max(1, (long) (-StrictMath.log(uniform) * mean));
    }

    @Override
    public void fill(byte[] target) {
        for (int i = 0; i < target.length; i += Long.BYTES) {
            long word = next();
            for (int j = i; j < Math.min(target.length, i + Long.BYTES); j++) {
                target[j] = (byte) word;
                word >>>= Byte.SIZE;
            }
        }
    }
}
