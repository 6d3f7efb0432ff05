package torgau.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The words that `./torgau sim` takes.
class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void help_is_shown_and_nothing_is_run() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains("Usage: torgau sim", "--seeds", "--from", "--seed", "--trace", "--keep-going", "--each")
                .doesNotContain("hours simulated");
        assertThat(out.toString().lines()).allMatch(line -> line.length() <= 100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--sedes=3", "help", "--seeds=many", "--seeds=0", "--from=-1"})
    void what_is_not_understood_is_said_so_and_nothing_is_run(String word) {
        assertThat(run(word)).isEqualTo(2);
        assertThat(err.toString()).contains("./torgau sim --help");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void one_seed_runs_and_says_what_it_came_to() {
        assertThat(run("--seed", "1", "--brief", "--each")).isZero();
        assertThat(out.toString()).contains("1 settled in", "1 seeds", "nothing violated");
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }
}
