package torgau.link.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import torgau.journal.Feed;
import torgau.journal.Reference;

final class InboxTest {
    private static final Feed FEED = new Feed(513, 1);
    private static final byte[] WHOLE = bytes(1_000, 1);

    private final Inbox inbox = new Inbox();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void pieces_in_any_order_twice_and_overlapping_give_the_entry_when_the_last_byte_is_here(long seed) {
        var random = new SplittableRandom(seed);
        for (int round = 0; round < 50; round++) {
            byte[] whole = bytes(1 + random.nextInt(300), round);
            boolean[] here = new boolean[whole.length];
            Optional<byte[]> got = Optional.empty();
            while (got.isEmpty()) {
                int from = random.nextInt(whole.length);
                int to = from + 1 + random.nextInt(Math.min(60, whole.length - from));
                Arrays.fill(here, from, to, true);
                got = inbox.add(piece(1, whole, from, to));
                assertThat(got.isPresent()).isEqualTo(all(here));
            }
            assertThat(got.orElseThrow()).isEqualTo(whole);
        }
    }

    @Test
    void an_entry_is_given_once() {
        for (Frame.Fragment piece : pieces(1, WHOLE, 100).subList(0, 9)) {
            assertThat(inbox.add(piece)).isEmpty();
            assertThat(inbox.add(piece)).isEmpty();
        }
        assertThat(inbox.add(piece(1, WHOLE, 900, 1_000))).contains(WHOLE);
        assertThat(inbox.add(piece(1, WHOLE, 900, 1_000))).isEmpty();
    }

    @Test
    void one_piece_may_be_the_whole() {
        assertThat(inbox.add(piece(1, WHOLE, 0, 1_000))).contains(WHOLE);
    }

    @Test
    void pieces_of_several_entries_mix() {
        var pieces = new ArrayList<Frame.Fragment>();
        for (int entry = 1; entry <= Inbox.MAX_OPEN; entry++) {
            pieces.addAll(pieces(entry, bytes(500 + entry, entry), 60));
        }
        Collections.shuffle(pieces, new Random(7));
        var whole = pieces.stream().map(inbox::add).flatMap(Optional::stream).toList();
        assertThat(whole).hasSize(Inbox.MAX_OPEN);
        assertThat(whole).allSatisfy(it -> assertThat(it).isEqualTo(bytes(it.length, it.length - 500)));
    }

    @Test
    void the_last_length_that_was_claimed_counts_and_nothing_of_another_is_used() {
        pieces(1, WHOLE, 100).subList(0, 9).forEach(inbox::add);
        byte[] longer = bytes(1_050, 9);
        assertThat(inbox.add(piece(1, longer, 900, 1_000))).isEmpty();
        assertThat(inbox.add(piece(1, WHOLE, 900, 1_000))).isEmpty();
        assertThat(inbox.add(piece(1, longer, 0, 900))).isEmpty();
        assertThat(inbox.add(piece(1, longer, 900, 1_050))).contains(longer);
    }

    @Test
    void the_oldest_of_those_begun_gives_way_and_can_be_begun_again() {
        for (int entry = 1; entry <= Inbox.MAX_OPEN; entry++) {
            inbox.add(piece(entry, WHOLE, 0, 500));
        }
        inbox.add(piece(1, WHOLE, 500, 600));
        inbox.add(piece(99, WHOLE, 0, 500));
        for (int entry = 2; entry <= Inbox.MAX_OPEN; entry++) {
            assertThat(inbox.add(piece(entry, WHOLE, 500, 1_000)))
                    .as("entry %d", entry)
                    .contains(WHOLE);
        }
        assertThat(inbox.add(piece(99, WHOLE, 500, 1_000))).contains(WHOLE);
        assertThat(inbox.add(piece(1, WHOLE, 600, 1_000))).isEmpty();
        assertThat(inbox.add(piece(1, WHOLE, 0, 600))).contains(WHOLE);
    }

    @Test
    void entries_never_finished_cost_at_most_a_megabyte_however_they_are_cut() {
        var pieces = new ArrayList<Frame.Fragment>();
        byte[] one = new byte[1];
        for (int at = 0; at < Frame.Fragment.MAX_TOTAL; at += 2) {
            for (int entry = 1; entry <= Inbox.MAX_OPEN; entry++) {
                pieces.add(new Frame.Fragment(new Reference(FEED, entry), Frame.Fragment.MAX_TOTAL, at, one));
            }
        }
        inbox.add(piece(1, WHOLE, 0, 1));
        var memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = memory.getCurrentThreadAllocatedBytes();
        boolean any = false;
        for (Frame.Fragment piece : pieces) {
            any |= inbox.add(piece).isPresent();
        }
        assertThat(memory.getCurrentThreadAllocatedBytes() - before).isLessThan(1 << 20);
        assertThat(any).isFalse();
    }

    private static List<Frame.Fragment> pieces(int entry, byte[] whole, int length) {
        var pieces = new ArrayList<Frame.Fragment>();
        for (int from = 0; from < whole.length; from += length) {
            pieces.add(piece(entry, whole, from, Math.min(whole.length, from + length)));
        }
        return pieces;
    }

    private static Frame.Fragment piece(int entry, byte[] whole, int from, int to) {
        byte[] piece = Arrays.copyOfRange(whole, from, to);
        return new Frame.Fragment(new Reference(FEED, entry), whole.length, from, piece);
    }

    private static byte[] bytes(int length, int seed) {
        byte[] bytes = new byte[length];
        new SplittableRandom(seed).nextBytes(bytes);
        return bytes;
    }

    private static boolean all(boolean[] here) {
        for (boolean it : here) {
            if (!it) {
                return false;
            }
        }
        return true;
    }
}
