package torgau.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import torgau.link.emulator.Profile;
import torgau.station.heart.Identity;

final class LinkMeasureTest {
    private static final List<Identity> BOTH = identities();

    private static List<Identity> identities() {
        var random = new SplittableRandom(1);
        var line = new BenchLine(random::nextBytes);
        return List.of(line.identity(0), line.identity(1));
    }

    private static LinkMeasure on(Profile profile) {
        return new LinkMeasure(BOTH, profile, 1);
    }

    @Test
    void a_flash_is_receipted_on_every_profile_and_no_sooner_than_the_way_there_and_back() {
        for (Profile profile : Profile.ALL) {
            double[] seconds = on(profile).flashes(true, 2);
            assertThat(seconds[0]).as(profile.name()).isBetween(profile.delayMillis() / 500.0, 20.0);
        }
    }

    @Test
    void one_seed_gives_the_same_figures() {
        assertThat(on(Profile.HF).flashes(false, 5))
                .containsExactly(on(Profile.HF).flashes(false, 5));
    }

    @Test
    void stations_that_share_nothing_but_the_agreement_speak_over_hf() {
        assertThat(on(Profile.HF).firstContact()).isLessThan(60);
        assertThat(on(Profile.HF).restarted()).isLessThan(30);
    }
}
