package torgau.link.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static torgau.link.engine.Written.OWN;

import java.util.List;
import org.junit.jupiter.api.Test;
import torgau.journal.Precedence;

/// What an engine does differently where a rate is configured: every byte is felt, and nothing says that
/// a bearer died.
final class PacedTest {
    private static final long BEARER = 1;
    private static final long HF = 2_400;
    private static final long GEO = 64_000;

    private static Talk met(long bitsPerSecond) {
        Talk talk = new Talk().paced(BEARER, bitsPerSecond);
        echo(talk, talk.pump());
        talk.pass(100);
        return talk;
    }

    private static void echo(Talk talk, List<Talk.Sent> sent) {
        Talk.only(Frame.Pulse.class, sent).stream()
                .filter(pulse -> pulse.challenge() != null)
                .forEach(pulse -> talk.hear(BEARER, new Frame.Pulse(null, pulse.challenge())));
    }

    @Test
    void F16_a_slow_bearer_is_probed_every_thirty_seconds_and_says_nothing_else() {
        Talk talk = met(HF);
        assertThat(talk.pass(Engine.SLOW_KEEPALIVE_MILLIS - 1_000)).isEmpty();
        assertThat(talk.engine.keepaliveMillis()).isEqualTo(Engine.SLOW_KEEPALIVE_MILLIS);
        List<Talk.Sent> sent = talk.pass(20_000);
        assertThat(Talk.only(Frame.Pulse.class, sent)).isNotEmpty();
        assertThat(sent).hasSameSizeAs(Talk.only(Frame.Pulse.class, sent));
    }

    @Test
    void F16_a_flash_goes_before_what_the_stations_say_of_themselves() {
        Talk talk = new Talk().paced(BEARER, HF);
        talk.say(Precedence.FLASH, 100);
        assertThat(talk.pump().getFirst().frame()).isInstanceOf(Frame.Carry.class);
    }

    @Test
    void F1_F2_what_was_under_way_goes_again_as_soon_as_anything_is_heard_after_a_silence() {
        Talk talk = met(GEO);
        talk.say(Precedence.PRIORITY, 100);
        assertThat(Talk.entries(talk.pump())).containsExactly(1L);
        talk.pass(60_000);
        assertThat(Talk.entries(talk.pass(100))).isEmpty();
        talk.hear(BEARER, new Frame.Pulse(7L, null));
        assertThat(Talk.entries(talk.pump())).containsExactly(1L);
    }

    @Test
    void F3_what_a_short_gap_swallowed_goes_again_without_new_traffic() {
        Talk talk = met(GEO);
        talk.say(Precedence.PRIORITY, 100);
        talk.pump();
        List<Talk.Sent> sent = talk.pass(8_000);
        assertThat(Talk.entries(sent)).contains(1L);
    }

    @Test
    void F8_F16_a_silent_peer_is_probed_for_ever_and_sent_nothing_but_flash() {
        Talk talk = met(GEO);
        talk.say(Precedence.ROUTINE, 100);
        talk.pass(60_000);
        List<Talk.Sent> hour = talk.pass(3_600_000);
        assertThat(Talk.entries(hour)).isEmpty();
        assertThat(Talk.only(Frame.Pulse.class, hour)).hasSizeBetween(100, 3_600);
        talk.say(Precedence.FLASH, 100);
        assertThat(Talk.entries(talk.pump())).contains(2L);
    }

    @Test
    void F11_what_the_peer_holds_is_not_sent_again_after_a_silence() {
        Talk talk = met(GEO);
        talk.say(Precedence.PRIORITY, 100);
        talk.pump();
        talk.pass(60_000);
        talk.hearHeld(BEARER, OWN, 1);
        assertThat(Talk.entries(talk.pass(60_000))).isEmpty();
    }

    @Test
    void a_stream_beside_it_is_probed_at_its_own_pace_and_the_line_has_the_patience_of_the_slower() {
        Talk talk = met(HF).stream(2);
        assertThat(talk.engine.keepaliveMillis()).isEqualTo(Engine.SLOW_KEEPALIVE_MILLIS);
        var probes = talk.pass(29_000).stream()
                .filter(sent -> sent.frame() instanceof Frame.Pulse)
                .toList();
        assertThat(probes).filteredOn(sent -> sent.bearer() == 2).hasSize(3);
        assertThat(probes).filteredOn(sent -> sent.bearer() == BEARER).isEmpty();
        talk.engine.down(BEARER);
        assertThat(talk.engine.keepaliveMillis()).isEqualTo(Engine.KEEPALIVE_MILLIS);
    }
}
