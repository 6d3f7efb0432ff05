package torgau.link.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class EmulatedLinkTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long MILLI = 1_000_000L;

    private static EmulatedLink link(Profile profile, long seed) {
        var random = new SplittableRandom(seed);
        return new EmulatedLink(profile, random::nextBytes);
    }

    private static byte[] datagram(int number, int length) {
        byte[] bytes = new byte[length];
        bytes[0] = (byte) number;
        return bytes;
    }

    private static List<Integer> numbers(List<EmulatedLink.Arrival> arrivals) {
        return arrivals.stream().map(arrival -> (int) arrival.datagram()[0]).toList();
    }

    @Test
    void a_datagram_takes_its_air_time_with_headers_and_the_delay() {
        EmulatedLink hf = link(Profile.HF.lossless(), 1);
        hf.send(0, datagram(1, 272), 0);
        long due = 2 * SECOND;
        assertThat(hf.arrivals(due - 1)).isEmpty();
        assertThat(hf.nextAt()).isEqualTo(due);
        assertThat(hf.arrivals(due)).singleElement().satisfies(arrival -> {
            assertThat(arrival.to()).isEqualTo(1);
            assertThat(arrival.at()).isEqualTo(due);
        });
        assertThat(hf.count(0).bytes()).isEqualTo(300);
    }

    @Test
    void nothing_goes_faster_than_the_rate_however_much_is_offered() {
        EmulatedLink narrow = link(Profile.NARROW.lossless(), 1);
        for (int i = 0; i < 20; i++) {
            narrow.send(0, datagram(i, 548), 0);
        }
        List<EmulatedLink.Arrival> arrivals = narrow.arrivals(60 * SECOND);
        assertThat(arrivals).hasSize(20);
        for (int i = 0; i < 20; i++) {
            assertThat(arrivals.get(i).at()).isEqualTo((i + 1L) * 576 * 8 * SECOND / 9_600 + 600 * MILLI);
        }
    }

    @Test
    void both_directions_of_a_full_duplex_link_have_their_own_air() {
        EmulatedLink hf = link(Profile.HF.lossless(), 1);
        hf.send(0, datagram(1, 272), 0);
        hf.send(1, datagram(2, 272), 0);
        assertThat(hf.arrivals(2 * SECOND)).hasSize(2);
    }

    @Test
    void on_half_duplex_the_other_side_waits_for_the_air_and_for_the_turn() {
        EmulatedLink radio = link(Profile.HF_HALF_DUPLEX.lossless(), 1);
        radio.send(0, datagram(1, 272), 0);
        radio.send(1, datagram(2, 272), 0);
        radio.send(0, datagram(3, 272), 500 * MILLI);
        List<EmulatedLink.Arrival> arrivals = radio.arrivals(20 * SECOND);
        assertThat(numbers(arrivals)).containsExactly(1, 3, 2);
        assertThat(arrivals.stream().map(EmulatedLink.Arrival::at).toList())
                .containsExactly(2 * SECOND, 3 * SECOND, 2 * SECOND + 1_500 * MILLI + 2 * SECOND);
    }

    @Test
    void what_does_not_fit_the_queue_or_the_mtu_is_dropped_and_counted() {
        EmulatedLink hf = link(Profile.HF.lossless(), 1);
        hf.send(0, datagram(1, 549), 0);
        for (int i = 0; i < 20; i++) {
            hf.send(0, datagram(i, 548), 0);
        }
        hf.arrivals(100 * SECOND);
        Count count = hf.count(0);
        assertThat(count.tooLong()).isEqualTo(1);
        assertThat(count.delivered()).isEqualTo(8_000 / 576);
        assertThat(count.overflowed()).isEqualTo(20 - 8_000 / 576);
    }

    @Test
    void what_is_lost_has_used_its_air_time() {
        EmulatedLink dead = link(Profile.HF.with(0, 1_000, 0), 1);
        dead.send(0, datagram(1, 272), 0);
        dead.send(0, datagram(2, 272), 0);
        assertThat(dead.arrivals(10 * SECOND)).isEmpty();
        assertThat(dead.count(0).lost()).isEqualTo(2);
        assertThat(dead.count(0).late()).isEqualTo(2 * SECOND);
    }

    @Test
    void an_outage_loses_what_leaves_the_air_in_it_and_nothing_else() {
        EmulatedLink geo = link(Profile.GEO.lossless(), 1);
        geo.send(0, datagram(1, 100), 0);
        geo.outage(true, SECOND);
        geo.send(0, datagram(2, 100), SECOND);
        geo.outage(false, 2 * SECOND);
        geo.send(0, datagram(3, 100), 2 * SECOND);
        assertThat(numbers(geo.arrivals(10 * SECOND))).containsExactly(1, 3);
    }

    @Test
    void loss_and_repetition_come_as_often_as_the_profile_says() {
        EmulatedLink bad = link(Profile.FIBRE.with(0, 50, 100), 7);
        int offered = 20_000;
        int arrived = 0;
        for (int i = 0; i < offered; i++) {
            bad.send(0, datagram(i, 100), i * MILLI);
            arrived += bad.arrivals(i * MILLI).size();
        }
        arrived += bad.arrivals(offered * SECOND).size();
        assertThat(bad.count(0).lost()).isBetween(900L, 1_100L);
        assertThat(arrived - bad.count(0).delivered()).isBetween(1_750L, 2_050L);
    }

    @Test
    void jitter_reorders_and_a_seed_repeats_itself() {
        var first = jittered(3);
        assertThat(first).isNotEqualTo(first.stream().sorted().toList());
        assertThat(jittered(3)).isEqualTo(first);
        assertThat(jittered(4)).isNotEqualTo(first);
    }

    private static List<Integer> jittered(long seed) {
        EmulatedLink link = link(Profile.FIBRE.with(200, 0, 0), seed);
        var numbers = new ArrayList<Integer>();
        for (int i = 0; i < 50; i++) {
            link.send(0, datagram(i, 100), i * MILLI);
        }
        link.arrivals(SECOND).forEach(arrival -> numbers.add((int) arrival.datagram()[0]));
        assertThat(numbers).hasSize(50);
        return numbers;
    }

    @Test
    void a_profile_that_is_no_link_is_refused() {
        assertThatThrownBy(() -> new Profile("none", 0, 0, 0, 0, 0, 576, 8_000, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Profile.HF.with(0, 1_001, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
