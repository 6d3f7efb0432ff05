package torgau.station.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import torgau.station.home.Token;

/// Sessions of many, and of one who is put out while signing in.
final class SessionsTest {
    private final AtomicLong steady = new AtomicLong();
    private final Sessions sessions = new Sessions(new SecureRandom()::nextBytes, steady::get);

    private static Sessions.Holder person(String id) {
        return new Sessions.Holder.Person(id);
    }

    private void later(long millis) {
        steady.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private boolean locked(String secret) {
        return sessions.live(secret).orElseThrow().locked();
    }

    @Test
    void an_officer_who_does_nothing_is_locked_out_though_the_page_goes_on_asking() {
        String away = sessions.open(person("watch"), () -> true).orElseThrow();
        String here = sessions.open(person("relief"), () -> true).orElseThrow();
        for (int minute = 0; minute < 16; minute++) {
            later(60_000);
            assertThat(locked(away)).isFalse();
            sessions.touch(here);
        }
        later(1);
        assertThat(locked(away)).isTrue();
        assertThat(locked(here)).isFalse();

        sessions.touch(away);
        assertThat(locked(away)).as("nothing but its holder's own key opens it").isTrue();
        sessions.lock(away, false);
        assertThat(locked(away)).isFalse();
    }

    @Test
    void a_seat_with_a_token_is_not_locked_for_it_is_nobody() {
        String seat = sessions.open(new Sessions.Holder.Bearer(Token.hash("of a seat")), () -> true)
                .orElseThrow();
        later(Sessions.AWAY_MILLIS + 1);
        assertThat(locked(seat)).isFalse();
        later(Sessions.IDLE_MILLIS + 1);
        assertThat(sessions.live(seat)).isEmpty();
    }

    @Test
    void one_who_signs_in_again_and_again_puts_nobody_else_out() {
        String watch = sessions.open(person("watch"), () -> true).orElseThrow();
        String first = sessions.open(person("mole"), () -> true).orElseThrow();
        String last = "";
        for (int i = 0; i < 200; i++) {
            last = sessions.open(person("mole"), () -> true).orElseThrow();
        }
        assertThat(sessions.live(watch)).isPresent();
        assertThat(sessions.live(first)).isEmpty();
        assertThat(sessions.live(last)).isPresent();
    }

    @Test
    void whoever_is_put_out_while_signing_in_gets_no_session() {
        assertThat(sessions.open(person("watch"), () -> {
                    sessions.endAll(person("watch"));
                    return false;
                }))
                .isEmpty();
        String known = sessions.open(person("relief"), () -> true).orElseThrow();
        assertThat(sessions.live(known)).isPresent();
    }
}
