package torgau.link.air;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class InflowTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Rate RATE = new Rate(2_400, Rate.UDP_IPV4_BYTES);

    @Test
    void what_the_peer_can_send_always_passes_even_after_a_start() {
        var inflow = new Inflow(RATE, 548, 5);
        long now = 5;
        for (int i = 0; i < 1_000; i++) {
            now += RATE.airNanos(548);
            assertThat(inflow.take(548, now)).isTrue();
        }
    }

    @Test
    void a_flood_passes_at_twice_the_rate_at_most() {
        var inflow = new Inflow(RATE, 548, 5);
        int passed = 0;
        for (long now = 5; now < 100 * SECOND; now += SECOND / 1_000) {
            passed += inflow.take(548, now) ? 1 : 0;
        }
        assertThat(passed).isBetween(64 + 100, 64 + 2 * 100 * 2_400 / 8 / 576 + 1);
    }

    @Test
    void a_clock_that_goes_back_gives_nothing() {
        var inflow = new Inflow(RATE, 548, 5);
        for (int i = 0; i < Inflow.BURST_DATAGRAMS; i++) {
            assertThat(inflow.take(548, 5)).isTrue();
        }
        assertThat(inflow.take(1, -SECOND)).isFalse();
    }
}
