package torgau.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import torgau.link.emulator.Profile;
import torgau.station.heart.Identity;

final class LinkMeasureTest {
    /// Letters in a row that are no chance any more.
    private static final int SAME = 32;
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

    @Test
    void a_message_with_its_signed_receipt_takes_fewer_bytes_than_a_russian_text_has() {
        assertThat(on(Profile.GEO).bytes(true, 9)).isBetween(400.0, 700.0);
        assertThat(on(Profile.GEO).bytes(false, 9)).isBetween(400.0, 660.0);
    }

    @Test
    void there_are_twenty_texts_of_about_500_characters_in_each_language() {
        for (List<String> texts : List.of(BenchTexts.ENGLISH, BenchTexts.RUSSIAN)) {
            assertThat(texts).hasSize(20).doesNotHaveDuplicates();
            assertThat(texts).allSatisfy(text -> assertThat(text.length()).isBetween(470, 520));
        }
    }

    @Test
    void no_text_is_in_the_dictionary() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(BenchTexts.class.getResourceAsStream("/torgau/link/dictionary-1"))) {
            String known = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            for (String text : BenchTexts.ENGLISH) {
                for (int at = 0; at + SAME <= text.length(); at++) {
                    assertThat(known).doesNotContain(text.substring(at, at + SAME));
                }
            }
        }
    }
}
