package torgau.station.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

/// Sessions of many, and of one who is put out while signing in.
final class SessionsTest {
    private final Sessions sessions = new Sessions(new SecureRandom()::nextBytes, () -> 0);

    private static Sessions.Holder person(String id) {
        return new Sessions.Holder.Person(id);
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
