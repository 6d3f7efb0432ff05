package torgau.link.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class PacerTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Rate HF = new Rate(2_400, Rate.UDP_IPV4_BYTES);

    @Test
    void a_message_takes_the_air_for_its_bytes_and_headers() {
        assertThat(HF.airNanos(272)).isEqualTo(SECOND);
        var pacer = new Pacer(HF);
        pacer.offer(new byte[272]);
        pacer.offer(new byte[2]);
        assertThat(pacer.next(5)).hasSize(272);
        assertThat(pacer.freeAt()).isEqualTo(SECOND + 5);
        assertThat(pacer.next(SECOND + 4)).isNull();
        assertThat(pacer.next(SECOND + 5)).hasSize(2);
        assertThat(pacer.next(9 * SECOND)).isNull();
    }

    @Test
    void nothing_is_ever_sent_faster_than_the_rate_whenever_it_is_asked() {
        var random = new SplittableRandom(1);
        var pacer = new Pacer(HF);
        long now = -SECOND;
        long begun = now;
        long airNanos = 0;
        for (int i = 0; i < 10_000; i++) {
            now += random.nextLong(2 * SECOND);
            pacer.offer(new byte[1 + random.nextInt(548)]);
            byte[] sent = pacer.next(now);
            if (sent != null) {
                assertThat(now - begun).isGreaterThanOrEqualTo(airNanos);
                airNanos += HF.airNanos(sent.length);
            }
        }
        assertThat(airNanos).isPositive();
    }

    @Test
    void what_waits_is_bounded_and_what_is_dropped_is_counted() {
        var pacer = new Pacer(HF);
        for (int i = 0; i < Pacer.MAX_WAITING; i++) {
            assertThat(pacer.offer(new byte[1])).isTrue();
        }
        assertThat(pacer.offer(new byte[1])).isFalse();
        assertThat(pacer.dropped()).isEqualTo(1);
        assertThat(pacer.idle()).isFalse();
    }

    @Test
    void a_rate_that_is_none_is_refused() {
        assertThatThrownBy(() -> new Rate(0, 28)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rate(2_400, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
