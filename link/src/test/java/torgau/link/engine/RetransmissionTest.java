package torgau.link.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static torgau.journal.Precedence.FLASH;
import static torgau.journal.Precedence.ROUTINE;
import static torgau.link.engine.Written.OWN;
import static torgau.link.engine.Written.PEER;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import torgau.journal.Reference;

/// What is under way and not heard of goes again: soon, then less and less often, and never when it need not.
final class RetransmissionTest {
    private final Talk talk = new Talk();

    @Test
    void what_is_lost_on_datagrams_goes_again_at_growing_intervals_that_stop_growing() {
        talk.datagrams(1).say(ROUTINE, 9);
        assertThat(pauses(20_000)).startsWith(400L, 800L, 1_600L, 3_200L, 3_200L, 3_200L);
    }

    @Test
    void what_is_lost_on_a_stream_goes_again_at_growing_intervals_that_stop_growing() {
        talk.stream(1).say(ROUTINE, 9);
        assertThat(pauses(200_000)).startsWith(5_000L, 10_000L, 20_000L, 40_000L, 40_000L);
    }

    @Test
    void the_interval_grows_with_the_round_trip() {
        talk.datagrams(1);
        var challenge = Talk.only(Frame.Pulse.class, talk.pump()).getFirst();
        talk.pass(1_000);
        talk.hear(1, new Frame.Pulse(null, challenge.challenge()));
        talk.say(ROUTINE, 9);
        assertThat(pauses(20_000)).startsWith(4_000L, 8_000L);
    }

    @Test
    void the_engine_says_when_it_must_be_asked_again() {
        talk.datagrams(1).say(ROUTINE, 9);
        talk.pump();
        assertThat(talk.engine.nextAt()).isEqualTo(talk.now + 400);
        talk.now += 400;
        assertThat(Talk.entries(talk.pump())).containsExactly(1L);
        assertThat(talk.engine.nextAt()).isEqualTo(talk.now + 800);
    }

    @Test
    void what_is_held_does_not_go_again() {
        talk.datagrams(1).say(ROUTINE, 9);
        talk.say(ROUTINE, 9);
        talk.pump();
        talk.hearHeld(1, OWN, 1);
        assertThat(Talk.entries(talk.pass(500))).containsExactly(2L);
        talk.engine.peerHolds(OWN, 2);
        assertThat(Talk.entries(talk.pass(60_000))).isEmpty();
    }

    @Test
    void a_holding_that_says_nothing_of_what_is_under_way_does_not_put_it_off() {
        talk.datagrams(1).say(ROUTINE, 9);
        talk.pump();
        talk.sent.clear();
        for (int i = 1; i <= 20; i++) {
            talk.hearHeld(1, PEER, i);
            talk.pass(100);
        }
        assertThat(Talk.entries(talk.sent)).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void a_signed_receipt_is_as_good_as_a_holding() {
        talk.stream(1);
        for (int i = 1; i <= 60; i++) {
            talk.say(ROUTINE, 9);
            talk.pass(1_000);
            talk.engine.peerHolds(OWN, i - 1);
        }
        assertThat(Talk.entries(talk.sent)).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void a_loss_is_made_good_even_if_the_pause_has_grown_before() {
        talk.datagrams(1).say(ROUTINE, 9);
        talk.pass(10_000);
        talk.hearHeld(1, OWN, 1);
        talk.say(ROUTINE, 9);
        talk.pump();
        assertThat(Talk.entries(talk.pass(450))).containsExactly(2L);
    }

    @Test
    void a_lost_flash_that_has_overtaken_goes_again_with_its_ids() {
        talk.datagrams(1).say(ROUTINE, 9);
        talk.say(FLASH, 9);
        talk.pump();
        talk.hearHeld(1, OWN, 1);
        var again = Talk.only(Frame.Carry.class, talk.pass(450));
        assertThat(again).hasSize(1);
        assertThat(Talk.entries(talk.sent)).endsWith(2L);
    }

    @Test
    void an_entry_that_takes_longer_than_the_interval_to_send_is_not_begun_anew_each_time() {
        talk.draining = false;
        talk.stream(1).say(ROUTINE, 20_000);
        var inbox = new Inbox();
        Optional<byte[]> whole = Optional.empty();
        int frames = 0;
        for (int second = 0; second < 600 && whole.isEmpty(); second++) {
            talk.now += 1_000;
            talk.pump();
            if (second % 20 == 0) {
                talk.drain(1, Math.min(1_100, talk.underWay(1)));
            }
            for (Frame.Fragment fragment : Talk.only(Frame.Fragment.class, talk.sent)) {
                frames++;
                whole = whole.or(() -> inbox.add(fragment));
            }
            talk.sent.clear();
        }
        assertThat(whole).isPresent();
        assertThat(frames).isLessThanOrEqualTo(21);
    }

    /// Between the times at which the first entry was sent.
    private List<Long> pauses(long millis) {
        talk.pump();
        talk.pass(millis);
        var pauses = new ArrayList<Long>();
        var times = talk.sent.stream()
                .filter(it -> it.frame() instanceof Frame.Carry)
                .map(Talk.Sent::at)
                .toList();
        for (int i = 1; i < times.size(); i++) {
            pauses.add(times.get(i) - times.get(i - 1));
        }
        return pauses;
    }

    @Test
    void F13_what_is_refused_is_said_with_its_code_what_cannot_be_read_yet_is_asked_for_what_is_lost_goes_again() {
        var own = new Talk().datagrams(1);
        own.say(ROUTINE, 9);
        own.pump();
        Reference place = new Reference(OWN, 1);
        assertThat(own.hear(1, new Frame.Refused(place, "TG-1002")))
                .containsExactly(new Happening.RefusedThere(place, "TG-1002"));
        assertThat(own.hear(1, new Frame.Expand(place))).isEmpty();
        assertThat(Talk.only(Frame.Carry.class, own.pump()))
                .singleElement()
                .satisfies(carry -> assertThat(carry.binding()).isNotNull());
        assertThat(Talk.entries(own.pass(5_000)))
                .as("lost, as nothing says otherwise")
                .contains(1L);
        own.hearHeld(1, OWN, 1);
        assertThat(Talk.entries(own.pass(20_000))).isEmpty();
    }
}
