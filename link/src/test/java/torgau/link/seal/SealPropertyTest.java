package torgau.link.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import torgau.journal.Digest;

/// Three stations over a network that loses, repeats, reorders, keeps for days and flips bits; stations that
/// restart with and without their memory, change keys and set their clocks.
class SealPropertyTest {
    private static final int STEPS = 400;

    static Stream<Long> seeds() {
        return LongStream.rangeClosed(1, 20).boxed();
    }

    static Stream<Long> manySeeds() {
        return LongStream.rangeClosed(1_001, 1_150).boxed();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void only_what_was_sealed_is_opened_and_once_and_in_the_end_all_understand_each_other(long seed) {
        var world = new World(seed);
        for (int i = 0; i < STEPS; i++) {
            world.step();
        }
        world.settle();
    }

    @Tag("long")
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("manySeeds")
    void the_same_holds_for_many_more_seeds(long seed) {
        only_what_was_sealed_is_opened_and_once_and_in_the_end_all_understand_each_other(seed);
    }

    @Test
    void one_seed_gives_the_same_bytes_twice() {
        for (long seed = 100; seed < 103; seed++) {
            assertThat(trace(seed)).isEqualTo(trace(seed));
        }
    }

    private static Digest trace(long seed) {
        var world = new World(seed);
        for (int i = 0; i < STEPS; i++) {
            world.step();
        }
        return world.trace;
    }

    private static final class Flying {
        private final Post from;
        private final Post to;
        private final byte[] bytes;
        private final boolean flipped;

        Flying(Post from, Post to, byte[] bytes, boolean flipped) {
            this.from = from;
            this.to = to;
            this.bytes = bytes;
            this.flipped = flipped;
        }
    }

    private static final class World {
        private final SplittableRandom random;
        private final List<Post> posts = List.of(new Post(257, 0), new Post(513, 0), new Post(769, 0));
        private final List<Flying> network = new ArrayList<>();
        private final Map<Digest, Digest> headers = new HashMap<>();
        private final Map<String, String> sealed = new HashMap<>();
        private final Map<Integer, Set<String>> openedInRun = new HashMap<>();
        private final Map<Integer, Integer> othersRestarts = new HashMap<>();
        private final Set<String> openedLive = new HashSet<>();
        private Digest trace = Digest.over(new byte[0]);
        private long now = 1_750_000_000_000L;
        private int said;

        World(long seed) {
            random = new SplittableRandom(seed);
            for (Post post : posts) {
                for (Post other : posts) {
                    if (post != other) {
                        post.meet(other);
                    }
                }
            }
        }

        void step() {
            now += random.nextInt(40) == 0 ? random.nextInt(100_000_000) : random.nextInt(3_000);
            Post post = any();
            Post peer = post.peers.get(random.nextInt(2));
            switch (random.nextInt(100)) {
                case 0, 1 -> restart(post, true);
                case 2 -> restart(post, false);
                case 3 -> post.rotate();
                case 4, 5, 6 -> post.heardOfBy(peer);
                case 7 -> destroyOldKeys(post);
                case 8, 9 -> post.to(peer).bearerUp();
                case 10 -> now -= random.nextInt(90_000_000);
                default -> {
                    if (random.nextInt(3) == 0) {
                        say(post, peer);
                    } else {
                        deliver();
                    }
                }
            }
        }

        /// With a network that works, and time, every pair must come to speak live both ways.
        void settle() {
            network.clear();
            for (int round = 0; round < 12; round++) {
                now += Knock.MAX_PAUSE_MS;
                for (Post post : posts) {
                    post.peers.forEach(peer -> say(post, peer));
                }
                while (!network.isEmpty()) {
                    receive(network.removeFirst());
                }
            }
            for (Post post : posts) {
                for (Post peer : post.peers) {
                    var messages = post.seal(peer, "last", now);
                    assertThat(messages).hasSize(1);
                    assertThat(peer.openAll(messages, now)).isInstanceOfSatisfying(Inbound.Opened.class, opened -> {
                        assertThat(opened.live()).isTrue();
                        assertThat(opened.peer()).isEqualTo(post.station);
                    });
                }
            }
        }

        private void say(Post from, Post to) {
            String text = "word " + said++ + " ".repeat(random.nextInt(40));
            sealed.put(text, from.station + " to " + to.station);
            int mtu = random.nextBoolean() ? 1_400 : 300;
            for (byte[] message : from.to(to).seal(text.getBytes(UTF_8), mtu, now)) {
                assertThat(message.length).isLessThanOrEqualTo(mtu);
                noNonceTwice(message);
                network.add(new Flying(from, to, message, false));
                trace = Digest.over(trace.bytes(), message);
            }
        }

        private void noNonceTwice(byte[] message) {
            if (message[0] == SealWire.EARLY || message[0] == SealWire.LIVE) {
                byte[] header = java.util.Arrays.copyOf(
                        message, Header.decode(message).orElseThrow().length());
                var before = headers.put(Digest.over(header), Digest.over(message));
                assertThat(before).as("a header seen before").isNull();
            }
        }

        private void deliver() {
            if (network.isEmpty()) {
                return;
            }
            int which = random.nextInt(Math.min(network.size(), 1 + random.nextInt(30)));
            Flying flying = network.get(which);
            switch (random.nextInt(20)) {
                case 0, 1, 2 -> network.remove(which);
                case 3, 4 -> receive(flying);
                case 5, 6 -> receive(flip(flying));
                default -> receive(network.remove(which));
            }
        }

        private Flying flip(Flying flying) {
            byte[] flipped = flying.bytes.clone();
            int bit = random.nextInt(flipped.length * 8);
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            return new Flying(flying.from, flying.to, flipped, true);
        }

        private void receive(Flying flying) {
            switch (flying.to.open(flying.bytes, now)) {
                case Inbound.Opened opened -> opened(flying, opened);
                case Inbound.OpeningAccepted accepted -> {
                    assertThat(flying.flipped).isFalse();
                    assertThat(accepted.peer()).isEqualTo(flying.from.station);
                }
                case Inbound.Unreadable unreadable ->
                    network.add(new Flying(flying.to, flying.from, unreadable.notice(), false));
                case Inbound.PieceHeld _, Inbound.Heeded _, Inbound.Dropped _ -> {}
            }
        }

        private void opened(Flying flying, Inbound.Opened opened) {
            String text = new String(opened.frame(), UTF_8);
            int here = flying.to.station;
            assertThat(flying.flipped).isFalse();
            assertThat(opened.peer()).isEqualTo(flying.from.station);
            assertThat(sealed.get(text)).isEqualTo(opened.peer() + " to " + here);
            boolean first =
                    openedInRun.computeIfAbsent(here, _ -> new HashSet<>()).add(text);
            assertThat(first || (!opened.live() && othersRestarts.get(here) > Runs.MAX_UNPROVEN))
                    .isTrue();
            assertThat(opened.live() && !openedLive.add(text)).as("live twice").isFalse();
        }

        private void restart(Post post, boolean keeping) {
            post.restart(keeping);
            openedInRun.remove(post.station);
            othersRestarts.put(post.station, 0);
            posts.forEach(other -> othersRestarts.merge(other.station, 1, Integer::sum));
        }

        private void destroyOldKeys(Post post) {
            while (post.keys.size() > 2) {
                post.keys.remove(1);
            }
            post.doors.keys(post.keys);
        }

        private Post any() {
            return posts.get(random.nextInt(posts.size()));
        }
    }
}
