package torgau.journal.crypto;

/// Where random bytes come from: the operating system in a station, a seed in the simulator.
@FunctionalInterface
public interface RandomSource {
    /// Overwrites all of `target` with bytes that nobody can guess.
    void fill(byte[] target);

    /// `n` fresh random bytes.
    default byte[] bytes(int n) {
        byte[] fresh = new byte[n];
        fill(fresh);
        return fresh;
    }
}
