package torgau.cli.bench;

import java.util.List;

/// The middle one of some measured times: what else the machine did moves it least.
final class Median {
    private Median() {}

    /// @param times at least one
    static double of(List<Long> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }
}
