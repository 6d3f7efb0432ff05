package torgau.link.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Two ends of one half-duplex radio, in virtual time.
final class AirTest {
    private static final long MILLI = 1_000_000L;
    private static final long SECOND = 1_000 * MILLI;
    private static final int LONGEST = 548;
    private static final Rate RATE = new Rate(2_400, Rate.UDP_IPV4_BYTES);
    private static final TurnRules RULES = TurnRules.ofMillis(300, 1_200, 10_000);

    /// One that an end had on the air.
    private record Spoken(int end, long from, long arrived, int bytes) {}

    private record Heard(long at, int end, ByteBuffer datagram) {}

    /// The radio between them: what it carries, how late, and what it loses.
    private static final class Radio {
        final List<Air> ends =
                List.of(Air.halfDuplex(RATE, LONGEST, RULES, true), Air.halfDuplex(RATE, LONGEST, RULES, false));
        final List<Spoken> spoken = new ArrayList<>();
        final List<Heard> messages = new ArrayList<>();
        final PriorityQueue<Heard> flying = new PriorityQueue<>(Comparator.comparingLong(Heard::at));
        final SplittableRandom random;
        final int lossPermille;
        final long delay;
        long now;

        Radio(long seed, int lossPermille) {
            this.random = new SplittableRandom(seed);
            this.lossPermille = lossPermille;
            this.delay = (1 + random.nextLong(RULES.delayNanos() / MILLI)) * MILLI;
        }

        void pass(long until) {
            for (; now < until; now += 5 * MILLI) {
                while (!flying.isEmpty() && flying.element().at() <= now) {
                    Heard heard = flying.remove();
                    if (ends.get(heard.end()).heard(heard.datagram().array(), now)) {
                        messages.add(heard);
                    }
                }
                for (int end = 0; end < 2; end++) {
                    speak(end);
                }
            }
        }

        private void speak(int end) {
            byte[] next = ends.get(end).next(now);
            if (next != null) {
                long arrives = ends.get(end).freeAt() + delay;
                spoken.add(new Spoken(end, now, arrives, next.length));
                if (random.nextInt(1_000) >= lossPermille) {
                    flying.add(new Heard(arrives, 1 - end, ByteBuffer.wrap(next)));
                }
            }
        }

        /// Pairs of which one end began before the other's had arrived.
        long collisions() {
            long pairs = 0;
            for (Spoken one : spoken) {
                pairs += spoken.stream()
                        .filter(other -> one.end() == 0 && other.end() == 1)
                        .filter(other -> one.from() < other.arrived() && other.from() < one.arrived())
                        .count();
            }
            return pairs;
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void where_nothing_is_lost_nothing_collides_and_everything_arrives(long seed) {
        var radio = new Radio(seed, 0);
        radio.ends.getFirst().offer(new byte[99]);
        radio.pass(20 * SECOND);
        int offered = 1;
        for (int i = 0; i < 200; i++) {
            offered += radio.ends.get(radio.random.nextInt(2)).offer(new byte[2 + radio.random.nextInt(LONGEST - 1)])
                    ? 1
                    : 0;
            radio.pass(radio.now + radio.random.nextLong(12 * SECOND));
        }
        radio.pass(radio.now + 400 * SECOND);
        assertThat(radio.collisions()).isZero();
        assertThat(radio.messages).hasSize(offered);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void whatever_is_lost_both_ends_have_their_turns_again(long seed) {
        var radio = new Radio(seed, 200);
        int offered = 0;
        for (int i = 0; i < 100; i++) {
            for (Air end : radio.ends) {
                offered += end.offer(new byte[200]) ? 1 : 0;
            }
            radio.pass(radio.now + radio.random.nextLong(20 * SECOND));
        }
        radio.pass(radio.now + 600 * SECOND);
        long spoken = radio.spoken.stream().filter(it -> it.bytes() > 1).count();
        assertThat(spoken).isEqualTo(offered);
        assertThat(radio.collisions()).isLessThan(offered / 4);
    }

    @ParameterizedTest(name = "at once: {0}")
    @ValueSource(booleans = {true, false})
    void an_end_that_has_much_to_say_is_interrupted_after_its_time_and_then_goes_on(boolean answered) {
        var radio = new Radio(1, 0);
        for (int i = 0; i < 20; i++) {
            radio.ends.getFirst().offer(new byte[LONGEST]);
        }
        radio.pass(6 * SECOND);
        if (answered) {
            radio.ends.getLast().offer(new byte[50]);
        }
        radio.pass(120 * SECOND);
        Spoken other =
                radio.spoken.stream().filter(it -> it.end() == 1).findFirst().orElseThrow();
        assertThat(other.bytes()).isEqualTo(answered ? 50 : 1);
        assertThat(other.from()).isLessThan(RULES.holdNanos() + RATE.airNanos(LONGEST) + 2 * SECOND);
        assertThat(radio.messages).hasSize(answered ? 21 : 20);
        assertThat(radio.collisions()).isZero();
    }
}
