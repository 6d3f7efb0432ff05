package torgau.link.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static torgau.journal.Precedence.FLASH;
import static torgau.journal.Precedence.ROUTINE;
import static torgau.link.engine.Written.OWN;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which bearer takes what, how much, and what it costs when one dies.
final class BearersTest {
    private static final Frame NEWS = new Frame.Holding(null, List.of());

    private final Talk talk = new Talk();

    @Test
    void a_proven_bearer_is_preferred_to_a_newer_one_that_is_not() {
        talk.stream(1).stream(2);
        assertThat(bearers()).containsExactly(2L);
        talk.hear(1, NEWS);
        assertThat(bearers()).containsExactly(1L);
        talk.hear(2, NEWS);
        assertThat(bearers()).containsExactly(2L);
    }

    @Test
    void what_may_be_a_replay_proves_no_bearer() {
        talk.stream(1).stream(2);
        talk.hearReplay(1, NEWS);
        assertThat(bearers()).containsExactly(2L);
    }

    @Test
    void a_stream_is_preferred_to_datagrams() {
        talk.stream(1).datagrams(2);
        talk.hear(1, NEWS);
        talk.hear(2, NEWS);
        assertThat(bearers()).containsExactly(1L);
    }

    @Test
    void a_bearer_that_has_been_silent_is_not_used_as_long_as_another_is_heard() {
        talk.stream(1).datagrams(2);
        talk.hear(1, NEWS);
        talk.pass(14_000);
        talk.hear(2, NEWS);
        assertThat(bearers()).containsExactly(1L);
        talk.pass(1_000);
        assertThat(bearers()).containsExactly(2L);
        talk.pass(14_000);
        assertThat(bearers()).containsExactly(1L);
    }

    @Test
    void a_flash_goes_over_every_bearer_in_pieces_that_the_narrowest_can_take() {
        talk.stream(1).stream(2).datagrams(3);
        talk.engine.up(new Bearer(4, false, 200, 2_000), talk.now);
        talk.say(FLASH, 500);
        var pieces = talk.pump().stream()
                .filter(it -> it.frame() instanceof Frame.Fragment)
                .toList();
        assertThat(pieces.stream().map(Talk.Sent::bearer).distinct()).containsExactlyInAnyOrder(1L, 2L, 3L, 4L);
        for (long bearer = 1; bearer <= 4; bearer++) {
            long here = bearer;
            var inbox = new Inbox();
            assertThat(pieces.stream()
                            .filter(it -> it.bearer() == here)
                            .map(it -> (Frame.Fragment) it.frame())
                            .flatMap(it -> inbox.add(it).stream()))
                    .hasSize(1);
        }
        assertThat(Talk.only(Frame.Fragment.class, pieces))
                .allSatisfy(it -> assertThat(it.piece()).hasSizeLessThanOrEqualTo(200));
    }

    @Test
    void a_bearer_is_given_no_more_than_its_room_and_the_frame_that_fills_it() {
        talk.draining = false;
        talk.stream(1).say(ROUTINE, 30_000);
        for (int i = 0; i < 50; i++) {
            talk.say(ROUTINE, 300);
        }
        talk.pump();
        assertThat(talk.underWay(1)).isBetween(Talk.ROOM, Talk.ROOM + Talk.FRAGMENT + 64);
        for (int i = 0; i < 200; i++) {
            talk.drain(1, Math.min(talk.underWay(1), 1 + i * 7));
            int before = talk.underWay(1);
            int room = Talk.ROOM - before;
            int sent = talk.pump().stream().mapToInt(Talk.Sent::bytes).sum();
            assertThat(sent > 0).isEqualTo(room > 0 && before < talk.underWay(1));
            assertThat(talk.underWay(1)).isLessThanOrEqualTo(Math.max(before, Talk.ROOM + Talk.FRAGMENT + 64));
        }
    }

    @Test
    void a_full_bearer_spills_over_to_the_next() {
        talk.draining = false;
        talk.stream(1).stream(2);
        talk.hear(1, NEWS);
        talk.say(ROUTINE, 7_000);
        var sent = talk.pump();
        assertThat(sent.stream().map(Talk.Sent::bearer).distinct()).containsExactly(1L, 2L);
        var inbox = new Inbox();
        assertThat(Talk.only(Frame.Fragment.class, sent).stream().flatMap(it -> inbox.add(it).stream()))
                .hasSize(1);
    }

    @Test
    void a_flash_is_the_first_thing_to_go_when_there_is_room_again() {
        talk.draining = false;
        talk.stream(1).say(ROUTINE, 30_000);
        talk.pump();
        talk.say(FLASH, 9);
        assertThat(talk.pump()).isEmpty();
        talk.drain(1, Talk.FRAGMENT + 100);
        assertThat(talk.pump().getFirst().place().sequence()).isEqualTo(2);
    }

    @Test
    void what_a_dead_bearer_had_taken_goes_over_the_next_and_what_is_held_does_not() {
        talk.stream(1);
        for (int i = 0; i < 5; i++) {
            talk.say(ROUTINE, 2_000);
        }
        talk.pump();
        talk.hearHeld(1, OWN, 2);
        talk.engine.down(1);
        assertThat(talk.engine.connected()).isFalse();
        assertThat(talk.pump()).isEmpty();
        talk.say(ROUTINE, 9);
        assertThat(Talk.entries(talk.stream(2).pass(500))).containsExactly(3L, 4L, 5L, 6L);
    }

    @Test
    void what_a_dead_bearer_had_taken_goes_at_once_over_another_that_lives() {
        talk.stream(1).stream(2).say(ROUTINE, 9);
        talk.pump();
        talk.engine.down(2);
        assertThat(Talk.entries(talk.pump())).containsExactly(1L);
    }

    @Test
    void an_entry_cut_off_in_the_middle_goes_again_from_its_beginning() {
        talk.draining = false;
        talk.stream(1).say(ROUTINE, 30_000);
        talk.pump();
        talk.engine.down(1);
        talk.draining = true;
        var inbox = new Inbox();
        assertThat(Talk.only(Frame.Fragment.class, talk.stream(2).pass(1_000)).stream()
                        .flatMap(it -> inbox.add(it).stream()))
                .hasSize(1);
    }

    @Test
    void a_bearer_that_comes_after_silence_takes_all_that_the_silent_one_had_taken() {
        talk.stream(1).say(ROUTINE, 9);
        talk.hear(1, NEWS);
        talk.pump();
        assertThat(Talk.entries(talk.stream(2).pump())).isEmpty();
        talk.engine.down(2);
        talk.hearHeld(1, OWN, 1);
        talk.pass(16_000);
        talk.say(ROUTINE, 9);
        talk.pump();
        assertThat(Talk.entries(talk.stream(3).pump())).containsExactly(2L);
    }

    @Test
    void the_peer_that_could_not_read_is_heeded_once_a_second() {
        talk.stream(1).say(ROUTINE, 9);
        talk.pump();
        int again = 0;
        for (int i = 0; i < 30; i++) {
            talk.engine.unread(talk.now);
            again += Talk.entries(talk.pump()).size();
            talk.now += 100;
        }
        assertThat(again).isEqualTo(3);
    }

    @Test
    void a_flash_goes_whole_over_a_narrow_bearer_too_as_it_finds_room_there() {
        talk.draining = false;
        talk.paced(2, 2_400).stream(1).say(FLASH, 4_000);
        var sent = new ArrayList<>(talk.pump());
        for (int i = 0; i < 10; i++) {
            talk.drain(2, talk.underWay(2));
            sent.addAll(talk.pump());
        }
        var inbox = new Inbox();
        assertThat(sent.stream()
                        .filter(it -> it.bearer() == 2 && it.frame() instanceof Frame.Fragment)
                        .flatMap(it -> inbox.add((Frame.Fragment) it.frame()).stream()))
                .hasSize(1);
    }

    @Test
    void a_copy_that_the_peer_needs_no_more_is_not_sent() {
        talk.draining = false;
        talk.paced(2, 2_400).stream(1).say(FLASH, 2_500);
        talk.pump();
        talk.hearHeld(1, OWN, 1);
        talk.drain(2, talk.underWay(2));
        assertThat(talk.pump()).noneMatch(it -> it.frame() instanceof Frame.Fragment);
    }

    @Test
    void F1_F2_a_bearer_that_comes_back_is_used_at_once_by_what_is_heard_on_it() {
        talk.stream(1).paced(2, 64_000);
        talk.hear(1, NEWS);
        talk.pass(16_000);
        talk.hear(2, NEWS);
        assertThat(bearers()).containsExactly(2L);
        talk.hear(1, NEWS);
        assertThat(bearers()).containsExactly(1L);
    }

    @Test
    void F3_F7_a_bearer_that_dies_is_noticed_in_three_keepalives_and_costs_no_entry() {
        talk.stream(1).paced(2, 64_000);
        talk.pump();
        for (long bearer : List.of(1L, 2L)) {
            echoes(bearer);
        }
        assertThat(states()).containsOnly(BearerStatus.State.WORKING);
        talk.say(ROUTINE, 9);
        assertThat(talk.pump()).extracting(Talk.Sent::bearer).containsOnly(1L);
        boolean again = false;
        for (long passed = 0; passed < 3 * Engine.KEEPALIVE_MILLIS; passed += 500) {
            again |= talk.pass(500).stream().anyMatch(it -> it.bearer() == 2 && it.frame() instanceof Frame.Carry);
            echoes(2);
        }
        assertThat(again).isTrue();
        assertThat(states()).containsExactly(BearerStatus.State.UNANSWERED, BearerStatus.State.WORKING);
    }

    @Test
    void F8_a_bearer_that_never_answers_is_probed_for_ever_and_says_so() {
        talk.stream(1).paced(2, 2_400);
        for (int i = 0; i < 2_000; i++) {
            talk.pass(500);
            echoes(1);
        }
        assertThat(states()).containsExactly(BearerStatus.State.WORKING, BearerStatus.State.UNANSWERED);
        BearerStatus dead = talk.engine.status(talk.now).getLast();
        assertThat(dead.provenAgoMillis()).isEmpty();
        assertThat(dead.unanswered()).isEqualTo(dead.probes()).isEqualTo(32);
        assertThat(talk.pass(31_000)).anyMatch(it -> it.bearer() == 2 && it.frame() instanceof Frame.Pulse);
        assertThat(talk.sent.stream().filter(it -> it.frame() instanceof Frame.Holding && it.bearer() == 1))
                .hasSizeLessThan(30);
    }

    private List<BearerStatus.State> states() {
        return talk.engine.status(talk.now).stream().map(BearerStatus::state).toList();
    }

    /// The peer answers the last challenge on this bearer, if that is not answered yet.
    private void echoes(long bearer) {
        talk.sent.reversed().stream()
                .filter(it -> it.bearer() == bearer)
                .filter(it -> it.frame() instanceof Frame.Pulse(Long challenge, Long _) && challenge != null)
                .findFirst()
                .ifPresent(it -> talk.hear(bearer, new Frame.Pulse(null, ((Frame.Pulse) it.frame()).challenge())));
    }

    /// Where the next entry goes.
    private List<Long> bearers() {
        talk.say(ROUTINE, 9);
        long last = talk.journal.head(OWN).orElseThrow().sequence();
        var to = talk.pump().stream()
                .filter(it -> it.frame() instanceof Frame.Carry && it.place().sequence() == last)
                .map(Talk.Sent::bearer)
                .toList();
        talk.engine.peerHolds(OWN, last);
        return to;
    }
}
