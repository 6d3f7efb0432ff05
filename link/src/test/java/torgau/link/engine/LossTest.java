package torgau.link.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static torgau.link.engine.Written.OWN;
import static torgau.link.engine.Written.PEER;
import static torgau.link.engine.Written.THIRD;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import torgau.journal.Feed;
import torgau.journal.FeedHead;
import torgau.journal.Payload;
import torgau.journal.PayloadCodec;
import torgau.journal.Precedence;
import torgau.journal.Reference;

/// Two engines with bearers between that lose, delay, repeat and die. Safety at every step: nothing is believed held
/// that is not. Liveness at the end: all that was written is at both ends, soon.
@Tag("slow")
final class LossTest {
    private static final int STEPS = 1_000;
    private static final long SETTLE_MILLIS = 60_000;

    static Stream<Long> seeds() {
        return LongStream.rangeClosed(1, 10).boxed();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void no_entry_is_lost_whatever_the_bearers_do(long seed) {
        var world = new World(seed);
        for (int i = 0; i < STEPS; i++) {
            world.step();
        }
        world.settle();
        assertThat(world.blue.held).isEqualTo(world.written);
        assertThat(world.red.held).isEqualTo(world.written);
    }

    /// A station without a disk, keys or officers: what arrives in order is on its journal at once.
    private static final class End {
        private final Written source;
        private final Engine engine;
        private final TreeMap<Feed, Long> held = new TreeMap<>();
        private final TreeSet<Reference> ahead = new TreeSet<>();

        End(Written source, SplittableRandom random) {
            this.source = source;
            this.engine = new Engine(Engine.KEEPALIVE_MILLIS, random::nextBytes);
        }

        void happened(Happening happening, long now) {
            if (happening instanceof Happening.Candidate(var entry, var binding)) {
                Payload payload = PayloadCodec.decode(entry.payload()).orThrow();
                if (binding != null || payload.sequence() == held.getOrDefault(payload.feed(), 0L) + 1) {
                    ahead.add(payload.reference());
                }
                for (var next = next(payload.feed()); ahead.remove(next); next = next(payload.feed())) {
                    held.put(payload.feed(), next.sequence());
                }
                engine.acknowledge(now);
            }
        }

        private Reference next(Feed feed) {
            return new Reference(feed, held.getOrDefault(feed, 0L) + 1);
        }

        Engine.Offer offer() {
            List<FeedHead> heads = held.keySet().stream()
                    .map(feed -> headAt(source.head(feed).orElseThrow(), held.getOrDefault(feed, 0L)))
                    .toList();
            return new Engine.Offer(source, heads, held);
        }

        private static FeedHead headAt(FeedHead head, long sequence) {
            return new FeedHead(head.feed(), sequence, head.id(), head.height(), head.seen(), false);
        }
    }

    private static final class Flying {
        private final long bearer;
        private final boolean toRed;
        private final byte[] frame;
        private final long at;

        Flying(long bearer, boolean toRed, byte[] frame, long at) {
            this.bearer = bearer;
            this.toRed = toRed;
            this.frame = frame;
            this.at = at;
        }
    }

    private static final class World {
        private final SplittableRandom random;
        private final Written all = new Written();
        private final Map<Feed, Long> written = new TreeMap<>();
        private final End blue;
        private final End red;
        private final TreeMap<Long, Bearer> bearers = new TreeMap<>();
        private final List<Flying> network = new ArrayList<>();
        private int lossPercent;
        private long bearer;
        private long now = 1_000_000;

        World(long seed) {
            random = new SplittableRandom(seed);
            lossPercent = random.nextInt(50);
            blue = new End(all, random.split());
            red = new End(all, random.split());
        }

        void step() {
            switch (random.nextInt(60)) {
                case 0, 1 -> up();
                case 2 -> down();
                case 3, 4, 5, 6, 7 -> say();
                default -> {}
            }
            pass(random.nextInt(5) == 0 ? random.nextInt(2_000) : random.nextInt(30));
        }

        void settle() {
            lossPercent = 0;
            up();
            long end = now + SETTLE_MILLIS;
            while (now < end) {
                pass(20);
            }
        }

        private void up() {
            int fragment = 100 + random.nextInt(900);
            var next = new Bearer(++bearer, random.nextBoolean(), fragment, fragment * (1 + random.nextInt(5)));
            bearers.put(next.id(), next);
            blue.engine.up(next, now);
            red.engine.up(next, now);
        }

        private void down() {
            if (!bearers.isEmpty()) {
                long dead = bearers.firstKey();
                bearers.remove(dead);
                network.removeIf(flying -> flying.bearer == dead);
                blue.engine.down(dead);
                red.engine.down(dead);
            }
        }

        private void say() {
            End author = random.nextBoolean() ? blue : red;
            Feed feed = author == red ? PEER : random.nextBoolean() ? OWN : THIRD;
            Precedence precedence = Precedence.of(Math.max(0, random.nextInt(12) - 8));
            precedence = random.nextInt(3) > 0 ? Precedence.ROUTINE : precedence;
            var entry = all.say(feed, precedence, 1 + random.nextInt(random.nextInt(4) == 0 ? 5_000 : 100));
            author.held.put(feed, entry.payload().sequence());
            written.put(feed, entry.payload().sequence());
            author.engine.offer(entry);
        }

        private void pass(long millis) {
            now += millis;
            for (Flying flying : List.copyOf(network)) {
                if (flying.at <= now && network.remove(flying)) {
                    arrive(flying);
                }
            }
            pump(blue, true);
            pump(red, false);
            truth(blue, red);
            truth(red, blue);
        }

        private void arrive(Flying flying) {
            End from = flying.toRed ? blue : red;
            End to = flying.toRed ? red : blue;
            Bearer on = bearers.get(flying.bearer);
            from.engine.drained(flying.bearer, flying.frame.length);
            boolean lost = on != null && !on.stream() && random.nextInt(100) < lossPercent;
            for (int times = lost ? 0 : random.nextInt(20) == 0 ? 2 : 1; times > 0; times--) {
                to.engine
                        .received(flying.bearer, flying.frame, true, all, now)
                        .forEach(happening -> to.happened(happening, now));
            }
        }

        private void pump(End from, boolean toRed) {
            from.engine.pump(from.offer(), now, (on, frame) -> {
                network.add(new Flying(on, toRed, frame, now + 10 + random.nextInt(40)));
                return frame.length;
            });
        }

        private static void truth(End here, End there) {
            for (Feed feed : List.of(OWN, PEER, THIRD)) {
                assertThat(here.engine.held(feed)).isLessThanOrEqualTo(there.held.getOrDefault(feed, 0L));
            }
        }
    }
}
