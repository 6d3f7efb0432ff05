package torgau.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Safety is checked at every step of each world, convergence at its end. A failure names the seed and how to replay
/// it.
@Tag("slow")
final class SimTest {
    private static final long SEEDS = 150;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, SEEDS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_line_holds_whatever_goes_wrong(long seed) {
        World.Report report = new World(seed, Settings.brief(seed), null).run();
        assertThat(report.entries()).as(report.toString()).isPositive();
    }

    @Test
    void a_sound_line_says_all_that_its_officers_said_and_nothing_twice() {
        World.Report report = new World(1, Settings.calm(), null).run();
        assertThat(report.faults().kinds()).isZero();
        assertThat(report.entries()).isGreaterThan(60);
    }

    /// Every byte sent and stored follows from the seed, and another seed gives others.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {3, 14, 15})
    void one_seed_gives_one_run(long seed) {
        World.Report first = new World(seed, Settings.brief(seed), null).run();
        World.Report again = new World(seed, Settings.brief(seed), null).run();
        assertThat(again.toString()).isEqualTo(first.toString());
        World.Report other = new World(seed + 1, Settings.brief(seed), null).run();
        assertThat(other.hash()).isNotEqualTo(first.hash());
    }

    @Test
    void stations_sign_with_real_keys_where_the_seed_says_so() {
        assertThat(seeds().filter(seed -> Settings.brief(seed).realSignatures()).count())
                .isPositive();
    }
}
