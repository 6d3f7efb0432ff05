package torgau.link.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static torgau.journal.Precedence.ROUTINE;
import static torgau.link.engine.Engine.KEEPALIVE_MILLIS;
import static torgau.link.engine.Written.PEER;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import torgau.journal.Entry;
import torgau.journal.Reference;

/// Only the echo of the outstanding challenge proves that the peer lives.
final class KeepaliveTest {
    private final Talk talk = new Talk();

    @Test
    void a_new_bearer_is_probed_at_once_and_the_echo_proves_life() {
        long word = challenge(talk.stream(1).pump());
        talk.now += 70;
        assertThat(talk.hear(1, echo(word))).containsExactly(new Happening.Alive(70));
        assertThat(talk.engine.roundTripMillis()).isEqualTo(70);
    }

    @Test
    void nothing_else_proves_it() {
        long word = challenge(talk.stream(1).pump());
        Entry entry = talk.journal.say(PEER, ROUTINE, 9);
        var others = List.of(
                new Frame.Holding(new Frame.Span(null, null), List.of()),
                new Frame.Pulse(word, null),
                new Frame.Carry(entry.signed(), null),
                new Frame.Expand(new Reference(PEER, 1)),
                echo(word + 1),
                echo(0));
        for (Frame other : others) {
            assertThat(talk.hear(1, other)).noneMatch(it -> it instanceof Happening.Alive);
        }
        assertThat(talk.hear(1, echo(word))).hasSize(1);
    }

    @Test
    void an_echo_counts_once_and_not_after_the_next_challenge() {
        long first = challenge(talk.stream(1).pump());
        assertThat(talk.hear(1, echo(first))).hasSize(1);
        assertThat(talk.hear(1, echo(first))).isEmpty();
        long second = challenge(talk.pass(KEEPALIVE_MILLIS));
        long third = challenge(talk.pass(KEEPALIVE_MILLIS));
        assertThat(talk.hear(1, echo(second))).isEmpty();
        assertThat(talk.hear(1, echo(third))).hasSize(1);
    }

    @Test
    void a_silent_peer_is_probed_three_times_before_it_counts_as_unanswered_each_time_with_another_word() {
        talk.stream(1).pump();
        talk.pass(KEEPALIVE_MILLIS * Engine.MISSES - 1);
        var words = Talk.only(Frame.Pulse.class, talk.sent).stream()
                .map(Frame.Pulse::challenge)
                .toList();
        assertThat(words).hasSize(Engine.MISSES).doesNotHaveDuplicates();
    }

    @Test
    void a_peer_that_answers_is_probed_at_the_same_interval_and_the_engine_says_when() {
        long word = challenge(talk.stream(1).pump());
        talk.hear(1, echo(word));
        for (int i = 0; i < 5; i++) {
            talk.pump();
            assertThat(talk.engine.nextAt()).isEqualTo(talk.now + KEEPALIVE_MILLIS);
            assertThat(Talk.only(Frame.Pulse.class, talk.pass(KEEPALIVE_MILLIS - 1)))
                    .isEmpty();
            talk.now += 1;
            assertThat(talk.hear(1, echo(challenge(talk.pump())))).hasSize(1);
        }
    }

    @Test
    void a_challenge_is_answered_at_once_and_with_an_own_one_only_where_that_is_due_before_long() {
        long word = challenge(talk.stream(1).pump());
        assertThat(answer(1)).isEqualTo(new Frame.Pulse(null, 1L));
        talk.hear(1, echo(word));
        talk.pass(KEEPALIVE_MILLIS / 2 - 1);
        assertThat(answer(2)).isEqualTo(new Frame.Pulse(null, 2L));
        talk.pass(1);
        Frame.Pulse both = answer(3);
        assertThat(both.echo()).isEqualTo(3);
        long own = Objects.requireNonNull(both.challenge());
        assertThat(talk.hear(1, echo(own))).hasSize(1);
    }

    @Test
    void each_bearer_that_comes_or_goes_makes_the_peer_prove_itself_anew() {
        talk.hear(1, echo(challenge(talk.stream(1).pump())));
        long second = challenge(talk.stream(2).pump());
        assertThat(talk.hear(2, echo(second))).hasSize(1);
        talk.engine.down(2);
        long third = challenge(talk.pump());
        assertThat(talk.hear(1, echo(third))).hasSize(1);
    }

    private Frame.Pulse answer(long challenge) {
        talk.hear(1, new Frame.Pulse(challenge, null));
        return Talk.only(Frame.Pulse.class, talk.pump()).getFirst();
    }

    private static Frame echo(long word) {
        return new Frame.Pulse(null, word);
    }

    /// The one challenge among what was sent.
    private static long challenge(List<Talk.Sent> sent) {
        var words = Talk.only(Frame.Pulse.class, sent).stream()
                .map(Frame.Pulse::challenge)
                .filter(Objects::nonNull)
                .toList();
        assertThat(words).hasSize(1);
        return words.getFirst();
    }
}
