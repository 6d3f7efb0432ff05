package torgau.architecture.violations.sim;

import torgau.architecture.violations.journal.Breaks;

/// A Main may print and measure.
final class Main {
    private Main() {}

    static void measure() {
        System.out.println(System.nanoTime());
    }

    @Breaks({"only programs write to the terminal", "only station and cli have a clock and randomness"})
    static final class Step {
        private Step() {}

        static void measure() {
            System.err.println(System.nanoTime());
        }
    }
}
