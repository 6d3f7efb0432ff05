package torgau.link.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartsTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 127, 128, 16_383, 16_384, 1L << 40, Counter.MAX})
    void a_counter_survives_the_wire_in_its_shortest_form(long counter) {
        var out = ByteBuffer.allocate(Counter.length(counter));
        Counter.put(out, counter);
        assertThat(out.hasRemaining()).isFalse();
        assertThat(Counter.take(out.flip())).isEqualTo(counter);
    }

    @Test
    void a_counter_in_another_form_is_none() {
        assertThat(taken(0x80, 0x00)).isNegative();
        assertThat(taken(0x81, 0x80, 0x00)).isNegative();
        assertThat(taken(0x80)).isNegative();
        assertThat(taken()).isNegative();
        assertThat(taken(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f)).isNegative();
        assertThat(taken(0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01)).isNegative();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_window_agrees_with_a_set_of_all_that_was_opened(long seed) {
        var random = new SplittableRandom(seed);
        var window = new ReplayWindow();
        var opened = new TreeSet<Long>();
        long around = 0;
        for (int i = 0; i < 20_000; i++) {
            around += random.nextInt(100) == 0 ? random.nextInt(5_000) : random.nextInt(3);
            long counter = Math.max(0, around - random.nextInt(2_000));
            boolean tooOld = !opened.isEmpty() && counter <= opened.last() - ReplayWindow.WIDTH;
            var expected = tooOld
                    ? ReplayWindow.Verdict.TOO_OLD
                    : opened.contains(counter) ? ReplayWindow.Verdict.REPLAYED : ReplayWindow.Verdict.FRESH;
            assertThat(window.verdict(counter)).isEqualTo(expected);
            if (expected == ReplayWindow.Verdict.FRESH && random.nextBoolean()) {
                window.add(counter);
                opened.add(counter);
            }
        }
    }

    @Test
    void padding_has_one_form() {
        for (int length = 0; length < 70; length++) {
            byte[] frame = new byte[length];
            byte[] padded = Padding.add(frame);
            assertThat(padded.length).isEqualTo(Padding.padded(length)).isGreaterThan(length);
            assertThat(padded.length % SealWire.PADDING_BYTES).isZero();
            assertThat(Padding.remove(padded))
                    .hasValueSatisfying(it -> assertThat(it).isEqualTo(frame));
        }
        assertThat(Padding.remove(new byte[16])).isEmpty();
        byte[] twoBlocks = new byte[32];
        twoBlocks[3] = (byte) 0x80;
        assertThat(Padding.remove(twoBlocks)).isEmpty();
        byte[] unmarked = new byte[16];
        unmarked[15] = 1;
        assertThat(Padding.remove(unmarked)).isEmpty();
    }

    @Test
    void a_bucket_gives_its_burst_then_its_rate_and_a_clock_set_back_gives_nothing() {
        var bucket = new TokenBucket(2, 5, 1_000_000);
        assertThat(taken(bucket, 1_000_000)).isEqualTo(5);
        assertThat(taken(bucket, 1_000_499)).isZero();
        assertThat(taken(bucket, 1_000_500)).isEqualTo(1);
        assertThat(taken(bucket, 500)).isZero();
        assertThat(taken(bucket, 1_500)).isEqualTo(2);
        assertThat(taken(bucket, Long.MAX_VALUE)).isEqualTo(5);
    }

    @Test
    void one_flipped_bit_never_makes_one_kind_of_message_another() {
        int[] kinds = {SealWire.OPENING, SealWire.EARLY, SealWire.LIVE, SealWire.NOTICE};
        for (int one : kinds) {
            for (int other : kinds) {
                assertThat(Integer.bitCount(one ^ other)).isNotEqualTo(1);
            }
        }
    }

    @Test
    void what_fits_an_mtu_surely_fits_it_when_sealed() {
        for (int mtu = SealWire.MIN_MTU_BYTES; mtu < 3_000; mtu++) {
            int room = SealWire.room(mtu);
            assertThat(SealWire.MAX_HEADER_BYTES + Padding.padded(room) + SealWire.TAG_BYTES)
                    .isLessThanOrEqualTo(mtu)
                    .isGreaterThan(mtu - SealWire.PADDING_BYTES);
        }
        assertThat(SealWire.room(Integer.MAX_VALUE)).isEqualTo(SealWire.MAX_FRAME_BYTES);
    }

    private static int taken(TokenBucket bucket, long now) {
        int count = 0;
        while (bucket.take(now)) {
            count++;
        }
        return count;
    }

    private static long taken(int... bytes) {
        var in = ByteBuffer.allocate(bytes.length);
        for (int each : bytes) {
            in.put((byte) each);
        }
        return Counter.take(in.flip());
    }
}
