package torgau.link.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static torgau.journal.Precedence.FLASH;
import static torgau.journal.Precedence.ROUTINE;
import static torgau.link.engine.Written.OWN;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import torgau.journal.Binding;
import torgau.journal.Code;
import torgau.journal.Feed;
import torgau.journal.Reference;
import torgau.journal.SeenMark;
import torgau.journal.SignedEntry;

/// What a peer that is out of its mind can make this station keep, and send.
final class FloodTest {
    private static final Happening MALFORMED = new Happening.Dropped(Code.MALFORMED);
    private static final int MANY = 5_000;
    private static final int MAX_ANSWERS = 256;

    private final Talk talk = new Talk();

    @Test
    void challenges_without_end_are_answered_a_few_at_a_time() {
        talk.stream(1).pump();
        for (int i = 0; i < MANY; i++) {
            talk.hear(1, new Frame.Pulse((long) i, null));
        }
        talk.pass(10_000 - 1);
        assertThat(Talk.only(Frame.Pulse.class, talk.sent)).hasSizeLessThanOrEqualTo(1 + MAX_ANSWERS);
    }

    @Test
    void entries_asked_for_without_end_go_a_few_at_a_time() {
        talk.journal.say(OWN, ROUTINE, 9, MANY);
        talk.engine.peerHolds(OWN, MANY);
        talk.stream(1).pump();
        for (int i = 0; i < 3 * MANY; i++) {
            talk.hear(1, new Frame.Expand(new Reference(OWN, 1 + i % MANY)));
            talk.hear(1, new Frame.Expand(new Reference(OWN, MANY + 1 + i)));
        }
        talk.pass(10_000);
        assertThat(Talk.entries(talk.sent)).hasSize(MAX_ANSWERS);
    }

    @Test
    void refusals_and_questions_to_a_peer_that_takes_nothing_are_kept_a_few_at_a_time() {
        for (int i = 1; i <= MANY; i++) {
            talk.engine.expand(new Reference(OWN, i));
            talk.engine.refuse(new Reference(OWN, i), "TG-1002");
        }
        talk.stream(1).pass(10_000);
        long kept = talk.sent.stream()
                .filter(it -> it.frame() instanceof Frame.Expand || it.frame() instanceof Frame.Refused)
                .count();
        assertThat(kept).isEqualTo(MAX_ANSWERS);
    }

    @Test
    void a_flood_of_challenges_and_questions_delays_a_flash_by_no_more_than_the_answers() {
        talk.journal.say(OWN, ROUTINE, 9, MANY);
        talk.stream(1).pump();
        for (int i = 0; i < MANY; i++) {
            talk.hear(1, new Frame.Pulse((long) i, null));
            talk.hear(1, new Frame.Expand(new Reference(OWN, 1 + i)));
        }
        talk.sent.clear();
        talk.say(FLASH, 9);
        var frames = talk.pass(1_000);
        int at = IntStream.range(0, frames.size())
                .filter(i -> frames.get(i).frame() instanceof Frame.Carry)
                .findFirst()
                .orElseThrow();
        assertThat(frames.get(at).place().sequence()).isEqualTo(MANY + 1);
        assertThat(at).isLessThanOrEqualTo(MAX_ANSWERS + 2);
    }

    @Test
    void feeds_that_nobody_knows_are_not_remembered_and_push_out_none_that_is_known() {
        talk.stream(1).pump();
        var invented = new ArrayList<Feed>();
        for (int frame = 0; frame < 50; frame++) {
            var marks = new ArrayList<SeenMark>();
            for (int i = 0; i < 1_000; i++) {
                invented.add(new Feed(40_000, invented.size()));
                marks.add(new SeenMark(invented.getLast(), 1));
            }
            talk.hear(1, new Frame.Holding(null, marks));
        }
        assertThat(invented).noneMatch(feed -> talk.engine.held(feed) > 0);
        talk.say(ROUTINE, 9);
        talk.hearHeld(1, OWN, 1);
        assertThat(talk.engine.held(OWN)).isEqualTo(1);
    }

    @Test
    void entries_that_the_peer_says_it_holds_ahead_of_a_gap_are_not_remembered_without_end() {
        talk.stream(1).pump();
        talk.journal.say(OWN, ROUTINE, 9, 3);
        for (int i = 0; i < MANY; i++) {
            talk.engine.peerHoldsAhead(new Reference(OWN, 1_000_000 + i));
        }
        talk.engine.peerHoldsAhead(new Reference(OWN, 3));
        assertThat(Talk.entries(talk.pump())).containsExactly(1L, 2L, 3L);
        talk.engine.unread(talk.now);
        talk.engine.peerHoldsAhead(new Reference(OWN, 3));
        assertThat(Talk.entries(talk.pump())).containsExactly(1L, 2L);
    }

    @Test
    void nothing_but_an_entry_comes_in_fragments() {
        talk.stream(1).pump();
        var place = new Reference(OWN, 1);
        var within = new Frame.Fragment(place, 100, 0, new byte[100]);
        byte[] entry = new byte[100];
        Arrays.fill(entry, (byte) 1);
        var carry = new Frame.Carry(new SignedEntry(entry, new byte[64]), new Binding(null, List.of()));
        talk.journal.say(OWN, ROUTINE, 9);
        var holding = new Frame.Holding(null, List.of(new SeenMark(OWN, 1)));
        for (Frame frame : List.of(within, holding, new Frame.Pulse(1L, null), new Frame.Refused(place, "TG-1002"))) {
            assertThat(inFragments(frame)).as(frame.toString()).containsExactly(MALFORMED);
        }
        assertThat(talk.engine.held(OWN)).isZero();
        assertThat(Talk.only(Frame.Pulse.class, talk.pump())).isEmpty();
        assertThat(inFragments(carry)).hasSize(1).first().isInstanceOf(Happening.Candidate.class);
    }

    @Test
    void what_is_no_frame_is_dropped_and_counted() {
        assertThat(talk.engine.received(1, new byte[] {1, 2, 3}, true, talk.journal, talk.now))
                .containsExactly(MALFORMED);
        assertThat(inFragments(new byte[] {1, 2, 3})).containsExactly(MALFORMED);
    }

    private List<Happening> inFragments(Frame frame) {
        return inFragments(FrameCodec.encode(frame));
    }

    private List<Happening> inFragments(byte[] whole) {
        var place = new Reference(OWN, 1);
        talk.hear(1, new Frame.Fragment(place, whole.length, 0, Arrays.copyOf(whole, 2)));
        return talk.hear(1, new Frame.Fragment(place, whole.length, 2, Arrays.copyOfRange(whole, 2, whole.length)));
    }
}
