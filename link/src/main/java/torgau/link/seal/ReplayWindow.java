package torgau.link.seal;

/// Which counters a frame key has already opened: the highest, and each of the 1,023 below it.
final class ReplayWindow {
    /// How many counters are remembered.
    static final int WIDTH = 1024;

    private static final int WORDS = WIDTH / Long.SIZE;

    private final long[] bits = new long[WORDS];
    private long next;

    enum Verdict {
        FRESH,
        REPLAYED,
        TOO_OLD
    }

    /// What `counter` would be; remembers nothing, because nothing is authentic yet.
    Verdict verdict(long counter) {
        if (counter >= next) {
            return Verdict.FRESH;
        }
        if (counter < next - WIDTH) {
            return Verdict.TOO_OLD;
        }
        return (bits[word(counter)] & bit(counter)) == 0 ? Verdict.FRESH : Verdict.REPLAYED;
    }

    /// Remembers the counter of a frame that proved authentic.
    void add(long counter) {
        if (counter >= next) {
            long from = Math.max(next, counter - WIDTH + 1);
            for (long skipped = from; skipped <= counter; skipped++) {
                bits[word(skipped)] &= ~bit(skipped);
            }
            next = counter + 1;
        }
        bits[word(counter)] |= bit(counter);
    }

    private static int word(long counter) {
        return (int) (counter / Long.SIZE) & (WORDS - 1);
    }

    private static long bit(long counter) {
        return 1L << (counter % Long.SIZE);
    }
}
