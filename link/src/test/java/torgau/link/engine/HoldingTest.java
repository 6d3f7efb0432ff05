package torgau.link.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static torgau.journal.Precedence.ROUTINE;
import static torgau.link.engine.Written.OWN;
import static torgau.link.engine.Written.PEER;
import static torgau.link.engine.Written.THIRD;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import torgau.journal.Feed;
import torgau.journal.FeedHead;
import torgau.journal.Reference;
import torgau.journal.SeenMark;

/// What is said of one's own disk, and what is believed of the peer's.
final class HoldingTest {
    private static final Frame.Span ALL = new Frame.Span(null, null);

    private final Talk talk = new Talk();

    @BeforeEach
    void ten_entries_of_two_feeds_are_held_by_the_peer() {
        talk.journal.say(OWN, ROUTINE, 9, 10);
        talk.journal.say(THIRD, ROUTINE, 9, 10);
        talk.stream(1).pump();
        talk.hear(1, holding(null, 10, 10));
        assertThat(talk.engine.held(OWN)).isEqualTo(10);
        talk.sent.clear();
    }

    @Test
    void a_whole_holding_that_names_less_makes_what_is_lacking_go_again() {
        talk.hear(1, holding(ALL, 4, 10));
        assertThat(places()).containsExactly("257.5", "257.6", "257.7", "257.8", "257.9", "257.10");
    }

    @Test
    void a_feed_that_a_whole_holding_does_not_name_goes_again_from_its_beginning() {
        talk.hear(1, new Frame.Holding(ALL, List.of(new SeenMark(OWN, 10))));
        assertThat(talk.engine.held(THIRD)).isZero();
        assertThat(places()).hasSize(10).startsWith("769.1");
    }

    @Test
    void what_may_be_a_replay_takes_nothing_back_but_may_add() {
        talk.hearReplay(1, holding(ALL, 4, 10));
        assertThat(talk.engine.held(OWN)).isEqualTo(10);
        talk.journal.say(OWN, ROUTINE, 9, 2);
        talk.hearReplay(1, holding(ALL, 12, 4));
        assertThat(talk.engine.held(OWN)).isEqualTo(12);
        assertThat(talk.engine.held(THIRD)).isEqualTo(10);
        assertThat(places()).isEmpty();
    }

    @Test
    void a_holding_without_a_span_takes_nothing_back() {
        talk.hear(1, holding(null, 4, 4));
        talk.hear(1, new Frame.Holding(null, List.of()));
        assertThat(places()).isEmpty();
    }

    @Test
    void a_span_speaks_for_its_feeds_and_no_others() {
        talk.hear(1, new Frame.Holding(new Frame.Span(null, PEER), List.of(new SeenMark(OWN, 10))));
        talk.hear(1, new Frame.Holding(new Frame.Span(OWN, PEER), List.of()));
        assertThat(places()).isEmpty();
        talk.hear(1, new Frame.Holding(new Frame.Span(PEER, null), List.of()));
        assertThat(places()).hasSize(10).startsWith("769.1");
        talk.hear(1, new Frame.Holding(new Frame.Span(null, OWN), List.of()));
        assertThat(places()).contains("257.1");
    }

    @Test
    void what_is_held_ahead_of_a_gap_does_not_go() {
        talk.journal.say(OWN, ROUTINE, 9, 3);
        talk.engine.peerHoldsAhead(new Reference(OWN, 12));
        assertThat(places()).containsExactly("257.11", "257.13");
    }

    @Test
    void many_feeds_are_spoken_for_in_frames_that_the_narrowest_bearer_takes_without_a_gap_between() {
        for (int station = 1_000; station < 1_200; station++) {
            talk.journal.say(new Feed(station, -station), ROUTINE, 9);
        }
        var heads = talk.journal.heads().stream().map(FeedHead::feed).toList();
        talk.pass(500);
        talk.engine.up(new Bearer(2, false, 300, 3_000), talk.now);
        var sent = talk.pump().stream()
                .filter(it -> it.frame() instanceof Frame.Holding)
                .toList();
        assertThat(sent)
                .hasSizeGreaterThan(10)
                .allSatisfy(it -> assertThat(it.bytes()).isLessThanOrEqualTo(300));
        assertThat(spoken(Talk.only(Frame.Holding.class, sent))).isEqualTo(heads);
    }

    @Test
    void the_longest_marks_fit_too() {
        var all = new ArrayList<SeenMark>();
        for (int i = 0; i < (Talk.FRAGMENT - 32) / 20; i++) {
            all.add(new SeenMark(new Feed(Feed.MAX_STATION, i), Reference.MAX_SEQUENCE));
        }
        var span = new Frame.Span(all.getFirst().feed(), all.getLast().feed());
        assertThat(FrameCodec.encode(new Frame.Holding(span, all))).hasSizeLessThanOrEqualTo(Talk.FRAGMENT);
    }

    @Test
    void on_streams_what_was_received_is_said_after_a_while_unless_a_receipt_says_it() {
        alive();
        talk.engine.acknowledge(talk.now);
        assertThat(holdings(Engine.STREAM_HOLDING_DELAY_MILLIS - 1)).isEmpty();
        assertThat(holdings(1)).hasSize(1).allMatch(it -> it.span() == null);
        talk.engine.acknowledge(talk.now);
        talk.engine.receipted();
        assertThat(holdings(5_000)).isEmpty();
    }

    @Test
    void where_it_can_be_lost_it_is_said_at_once_and_after_many_entries_everywhere() {
        alive();
        for (int i = 1; i < Engine.HOLDING_EVERY; i++) {
            talk.engine.acknowledge(talk.now);
            assertThat(Talk.only(Frame.Holding.class, talk.pump())).isEmpty();
        }
        talk.engine.acknowledge(talk.now);
        assertThat(Talk.only(Frame.Holding.class, talk.pump())).hasSize(1);
        talk.datagrams(2);
        alive();
        talk.engine.acknowledge(talk.now);
        assertThat(holdings(Engine.HOLDING_DELAY_MILLIS - 1)).isEmpty();
        assertThat(holdings(1)).hasSize(1);
    }

    @Test
    void all_is_said_on_a_new_bearer_with_each_probe_until_one_is_answered_and_every_minute() {
        assertThat(holdings(30_000)).hasSize(3).allMatch(it -> ALL.equals(it.span()));
        alive();
        assertThat(holdings(59_000)).isEmpty();
        assertThat(holdings(1_000)).hasSize(1).allMatch(it -> ALL.equals(it.span()));
        talk.engine.down(1);
        talk.stream(2);
        assertThat(holdings(50)).hasSize(1).allMatch(it -> ALL.equals(it.span()));
    }

    /// The peer answers what probe there is; from here on it is silent, and nothing is due for some time.
    private void alive() {
        talk.pump();
        talk.hear(
                1,
                new Frame.Pulse(
                        null,
                        Talk.only(Frame.Pulse.class, talk.pass(Engine.KEEPALIVE_MILLIS))
                                .getLast()
                                .challenge()));
        talk.pump();
        talk.sent.clear();
    }

    private List<Frame.Holding> holdings(long millis) {
        return Talk.only(Frame.Holding.class, talk.pass(millis));
    }

    private static Frame holding(Frame.@Nullable Span span, long own, long third) {
        return new Frame.Holding(span, List.of(new SeenMark(OWN, own), new SeenMark(THIRD, third)));
    }

    /// All feeds named, in order; fails if the spans do not join or do not reach from end to end.
    private static List<Feed> spoken(List<Frame.Holding> frames) {
        var feeds = new ArrayList<Feed>();
        Feed after = null;
        for (Frame.Holding frame : frames) {
            Frame.Span span = frame.span();
            assertThat(span).isNotNull();
            assertThat(span.after()).isEqualTo(after);
            assertThat(frame.marks()).allMatch(mark -> span.has(mark.feed()));
            frame.marks().forEach(mark -> feeds.add(mark.feed()));
            after = span.to();
        }
        assertThat(after).isNull();
        return feeds;
    }

    /// The entries that go now.
    private List<String> places() {
        return talk.pump().stream()
                .filter(it -> it.frame() instanceof Frame.Carry)
                .map(Talk.Sent::place)
                .map(place -> place.feed().station() + "." + place.sequence())
                .toList();
    }
}
