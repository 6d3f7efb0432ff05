package torgau.link.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import torgau.journal.Code;

class SealerTest {
    private static final long DAY = 86_400_000;

    private final Post blue = Post.pair(1).getFirst();
    private final Post red = blue.peers.getFirst();
    private long now = 1_750_000_000_000L;

    @Test
    void the_first_frame_goes_with_an_opening_and_needs_no_answer() {
        var messages = blue.seal(red, "hello", now);
        assertThat(messages).hasSize(2);
        assertThat(red.open(messages.get(0), now)).isInstanceOfSatisfying(Inbound.OpeningAccepted.class, accepted -> {
            assertThat(accepted.peer()).isEqualTo(blue.station);
            assertThat(accepted.feed()).isEqualTo(blue.self().feed());
            assertThat(accepted.number()).isEqualTo(now);
        });
        assertOpened(red.open(messages.get(1), now), "hello", false);
        assertThat(blue.seal(red, "more", now)).hasSize(1);
    }

    @Test
    void the_answer_needs_no_opening_and_from_then_on_frames_are_live_and_short() {
        red.openAll(blue.seal(red, "hello", now), now);
        var answer = red.seal(blue, "answer", now);
        assertThat(answer).hasSize(1);
        assertOpened(blue.openAll(answer, now), "answer", false);
        var third = blue.seal(red, "third", now);
        assertThat(third.getFirst()).hasSize(1 + 4 + 1 + 16 + 16);
        assertOpened(red.openAll(third, now), "third", true);
        assertOpened(blue.openAll(red.seal(blue, "fourth", now), now), "fourth", true);
    }

    @Test
    void openings_that_cross_leave_both_sides_able_to_read_all_and_agreed_on_one_session() {
        var forth = blue.seal(red, "from blue", now);
        var back = red.seal(blue, "from red", now + 1);
        assertOpened(red.openAll(forth, now), "from blue", false);
        assertOpened(blue.openAll(back, now), "from red", false);
        converse(3);
        assertThat(blue.to(red).sessionSpoken()).isEqualTo(red.to(blue).sessionSpoken());
        now += Knock.MAX_PAUSE_MS;
        assertThat(blue.seal(red, "x", now)).hasSize(1);
        assertThat(red.seal(blue, "x", now)).hasSize(1);
    }

    @Test
    void an_opening_not_used_yet_is_sent_again_after_a_while_and_on_a_new_bearer() {
        var first = blue.seal(red, "1", now);
        assertThat(blue.seal(red, "2", now + 14_999)).hasSize(1);
        assertThat(blue.seal(red, "3", now + 15_000).getFirst()).isEqualTo(first.getFirst());
        assertThat(blue.seal(red, "4", now + 15_001)).hasSize(1);
        blue.to(red).bearerUp();
        assertThat(blue.seal(red, "5", now + 15_002).getFirst()).isEqualTo(first.getFirst());
    }

    @Test
    void after_three_attempts_in_vain_another_opening_is_made_to_the_next_key() {
        red.rotate();
        red.heardOfBy(blue);
        var toOffered = blue.seal(red, "1", now).getFirst();
        red.keys.removeLast();
        red.doors.keys(red.keys);
        assertThat(red.open(toOffered, now)).isEqualTo(new Inbound.Dropped(Code.OPENING_KEY_UNKNOWN));
        for (int i = 0; i < 2; i++) {
            now += Knock.MAX_PAUSE_MS;
            assertThat(blue.seal(red, "again", now).getFirst()).isEqualTo(toOffered);
        }
        now += Knock.MAX_PAUSE_MS;
        assertOpened(red.openAll(blue.seal(red, "at last", now), now), "at last", false);
        converse(2);
        var spoken = red.to(blue).sessionSpoken();
        for (int i = 0; i < 10; i++) {
            now += Knock.MAX_PAUSE_MS;
            for (byte[] message : blue.seal(red, "made to the better key, in vain", now)) {
                assertThat(red.open(message, now)).isNotInstanceOf(Inbound.OpeningAccepted.class);
            }
        }
        assertThat(red.to(blue).sessionSpoken()).isEqualTo(spoken);
    }

    @Test
    void a_newer_offer_renews_the_session_while_the_old_one_goes_on() {
        converse(2);
        red.rotate();
        red.heardOfBy(blue);
        var before = blue.to(red).sessionSpoken();
        var messages = blue.seal(red, "under the old", now);
        assertThat(messages).hasSize(2);
        assertThat(blue.to(red).sessionSpoken()).isEqualTo(before);
        assertOpened(red.openAll(messages, now), "under the old", true);
        assertOpened(blue.openAll(red.seal(blue, "under the new", now), now), "under the new", false);
        assertThat(blue.to(red).sessionSpoken()).isNotEqualTo(before);
        converse(2);
        assertThat(blue.seal(red, "no opening", now)).hasSize(1);
    }

    @Test
    void the_key_in_the_agreement_is_renewed_by_a_first_offer_only_by_whom_it_was_opened() {
        converse(2);
        blue.rotate();
        blue.heardOfBy(red);
        assertThat(red.seal(blue, "red did not open it", now)).hasSize(1);
    }

    @Test
    void a_session_is_renewed_after_six_days_and_never_older_than_seven() {
        converse(2);
        var first = blue.to(red).sessionSpoken();
        now += 6 * DAY - 1;
        assertThat(blue.seal(red, "not yet", now)).hasSize(1);
        now += 1;
        assertThat(red.seal(blue, "red waits half a day more", now)).hasSize(1);
        assertThat(blue.seal(red, "now", now)).hasSize(2);
        now += DAY;
        assertThat(blue.doors.memory().peers().getFirst().sessions()).isNotEmpty();
        blue.seal(red, "too old", now);
        assertThat(blue.to(red).sessionSpoken()).isNotEqualTo(first);
        assertThat(blue.doors.memory().peers().getFirst().sessions())
                .allSatisfy(session -> assertThat(now - session.openedAt()).isLessThan(7 * DAY));
    }

    @Test
    void a_restart_with_its_memory_costs_a_salt_and_no_opening() {
        converse(2);
        blue.restart(true);
        var messages = blue.seal(red, "back again", now);
        assertThat(messages).hasSize(1);
        assertOpened(red.openAll(messages, now), "back again", false);
        assertOpened(blue.openAll(red.seal(blue, "welcome", now), now), "welcome", false);
        assertOpened(red.openAll(blue.seal(red, "live", now), now), "live", true);
    }

    @Test
    void frames_from_before_a_restart_are_not_opened_again_after_it() {
        converse(2);
        var kept = blue.seal(red, "said once", now);
        assertOpened(red.openAll(kept, now), "said once", true);
        red.restart(true);
        assertThat(red.openAll(kept, now)).isInstanceOf(Inbound.Unreadable.class);
        blue.openAll(red.seal(blue, "I am back", now), now);
        converse(2);
        assertThat(red.openAll(kept, now)).isInstanceOf(Inbound.Unreadable.class);
    }

    @Test
    void a_peer_that_restarted_is_understood_after_its_notice() {
        converse(2);
        red.restart(true);
        var unreadable = red.openAll(blue.seal(red, "to the run before", now), now);
        assertThat(notice(unreadable, Code.FRAME_KEY_UNKNOWN)).hasSize(6);
        assertThat(blue.open(notice(unreadable, Code.FRAME_KEY_UNKNOWN), now))
                .isEqualTo(new Inbound.Heeded(red.station));
        assertOpened(red.openAll(blue.seal(red, "spelled out", now), now), "spelled out", false);
        converse(2);
    }

    @Test
    void a_peer_that_lost_its_memory_is_opened_to_again_after_its_notices() {
        converse(2);
        red.restart(false);
        blue.to(red).bearerUp();
        var unreadable = red.openAll(blue.seal(red, "lost", now), now);
        assertThat(blue.open(notice(unreadable, Code.SESSION_UNKNOWN), now)).isEqualTo(new Inbound.Heeded(red.station));
        var messages = blue.seal(red, "found", now);
        assertThat(messages).hasSize(2);
        assertOpened(red.openAll(messages, now), "found", false);
        converse(2);
    }

    @Test
    void forged_notices_make_us_open_anew_but_seldom() {
        converse(2);
        int heeded = 0;
        for (int second = 0; second < 3_600; second++) {
            now += 1_000;
            blue.to(red).bearerUp();
            byte[] early = blue.seal(red, "x", now).getLast();
            byte[] forged = Arrays.copyOf(new byte[] {SealWire.NOTICE}, 10);
            System.arraycopy(early, 0, forged, 1, 9);
            heeded += blue.open(forged, now) instanceof Inbound.Heeded ? 1 : 0;
        }
        assertThat(heeded).isBetween(8, 14);
    }

    @Test
    void a_replayed_early_frame_of_a_run_long_ended_only_makes_us_spell_out() {
        converse(2);
        blue.restart(true);
        byte[] neverArrived = blue.seal(red, "old", now).getLast();
        blue.restart(true);
        converse(2);
        assertOpened(red.open(neverArrived, now), "old", false);
        assertOpened(blue.openAll(red.seal(blue, "spelled out", now), now), "spelled out", true, false);
        converse(2);
        assertOpened(blue.openAll(red.seal(blue, "live again", now), now), "live again", true);
    }

    @Test
    void a_clock_set_back_decades_neither_silences_nor_keeps_a_session_for_ever() {
        converse(2);
        now = 315_532_800_000L;
        converse(2);
        now += 6 * DAY;
        assertThat(blue.seal(red, "renewed", now)).hasSize(2);
    }

    @Test
    void a_frame_too_long_for_its_mtu_is_our_own_bug() {
        assertThatThrownBy(() -> blue.to(red).seal(new byte[SealWire.room(256) + 1], 256, now))
                .hasMessageContaining("MTU of 256");
        assertThatThrownBy(() -> blue.to(red).seal(new byte[1], 255, now)).hasMessageContaining("255");
    }

    @Test
    void every_message_fits_its_mtu() {
        for (byte[] message : blue.to(red).seal(new byte[SealWire.room(256)], 256, now)) {
            assertThat(message.length).isLessThanOrEqualTo(256);
        }
    }

    private void converse(int rounds) {
        for (int i = 0; i < rounds; i++) {
            assertThat(red.openAll(blue.seal(red, "to red", now), now)).isInstanceOf(Inbound.Opened.class);
            assertThat(blue.openAll(red.seal(blue, "to blue", now), now)).isInstanceOf(Inbound.Opened.class);
        }
    }

    private static byte[] notice(Inbound inbound, Code code) {
        assertThat(inbound).isInstanceOf(Inbound.Unreadable.class);
        assertThat(((Inbound.Unreadable) inbound).code()).isEqualTo(code);
        return ((Inbound.Unreadable) inbound).notice();
    }

    private static void assertOpened(Inbound inbound, String text, Boolean... live) {
        assertThat(inbound).isInstanceOfSatisfying(Inbound.Opened.class, opened -> {
            assertThat(new String(opened.frame(), UTF_8)).isEqualTo(text);
            assertThat(live).contains(opened.live());
        });
    }

    @Test
    void F15_any_bytes_pass_and_each_flipped_bit_of_a_message_is_refused_and_harms_nothing() {
        red.openAll(blue.seal(red, "first", now), now);
        blue.openAll(red.seal(blue, "answer", now), now);
        byte[] frame = new byte[1_024];
        for (int i = 0; i < frame.length; i++) {
            frame[i] = (byte) i;
        }
        byte[] message = blue.to(red).seal(frame, Post.MTU, now).getLast();
        for (int bit = 0; bit < message.length * Byte.SIZE; bit++) {
            byte[] flipped = message.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertThat(red.open(flipped, now)).isNotInstanceOf(Inbound.Opened.class);
        }
        assertThat(red.open(message, now))
                .isInstanceOfSatisfying(
                        Inbound.Opened.class,
                        opened -> assertThat(opened.frame()).isEqualTo(frame));
    }

    @Test
    void F15_no_string_of_bytes_is_more_than_dropped() {
        var random = new SplittableRandom(16);
        for (int i = 0; i < 20_000; i++) {
            byte[] junk = new byte[i < 3 ? i : random.nextInt(1_600)];
            random.nextBytes(junk);
            assertThat(red.open(junk, now + i)).isNotInstanceOfAny(Inbound.Opened.class, Inbound.OpeningAccepted.class);
        }
    }
}
