package torgau.link.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.FeedHead;
import torgau.journal.JournalView;
import torgau.journal.Limits;
import torgau.journal.Reference;
import torgau.journal.SeenMark;
import torgau.journal.SeenVector;

/// What a peer says it holds costs no memory that the journal here does not bound.
class ForeignHoldingsTest {
    private static final Digest ID = Digest.over(new byte[] {1});
    private static final Feed HERE = new Feed(257, 1);

    private final Engine engine = new Engine(Engine.KEEPALIVE_MILLIS, target -> Arrays.fill(target, (byte) 1));
    private final JournalView disk = new OneFeed(new FeedHead(HERE, 100, ID, 100, SeenVector.EMPTY, false));

    private record OneFeed(FeedHead only) implements JournalView {
        @Override
        public Optional<Entry> entry(Reference place) {
            return Optional.empty();
        }

        @Override
        public Optional<Entry.Standing> standing(Reference place) {
            return Optional.empty();
        }

        @Override
        public List<Entry> range(Feed feed, long from, int limit) {
            return List.of();
        }

        @Override
        public List<FeedHead> heads() {
            return List.of(only);
        }

        @Override
        public Optional<FeedHead> head(Feed feed) {
            return feed.equals(only.feed()) ? Optional.of(only) : Optional.empty();
        }
    }

    private void says(SeenMark mark) {
        engine.received(1, FrameCodec.encode(new Frame.Holding(null, List.of(mark))), true, disk, 0);
    }

    @Test
    void of_a_feed_that_is_not_here_nothing_is_noted() {
        says(new SeenMark(new Feed(513, 77), 5));
        says(new SeenMark(HERE, 7));

        assertThat(engine.held(new Feed(513, 77))).isZero();
        assertThat(engine.held(HERE)).isEqualTo(7);
    }

    @Test
    void an_entry_ahead_that_is_not_here_is_not_waited_for() {
        for (long base = 1_000; base < 100_000; base += Limits.AHEAD_PER_FEED) {
            says(new SeenMark(HERE, 1, ahead(base)));
        }
        assertThat(engine.waitsForPeer()).isFalse();
        says(new SeenMark(HERE, 1, ahead(30)));
        assertThat(engine.waitsForPeer()).isTrue();
    }

    private static List<SeenMark.Ahead> ahead(long base) {
        var ahead = new ArrayList<SeenMark.Ahead>();
        for (int i = 0; i < Limits.AHEAD_PER_FEED; i++) {
            ahead.add(new SeenMark.Ahead(base + i, ID));
        }
        return ahead;
    }

    @Test
    void entries_that_are_said_to_be_held_ahead_are_noted_up_to_the_window() {
        var outbox = new Outbox();
        for (long sequence = 2; sequence < 10_000; sequence++) {
            outbox.holdsAhead(new Reference(HERE, sequence));
        }
        assertThat(outbox.overtaken()).isEqualTo(Outbox.WINDOW_ENTRIES);
    }
}
