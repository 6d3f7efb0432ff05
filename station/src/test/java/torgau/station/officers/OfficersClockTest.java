package torgau.station.officers;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import torgau.station.shell.Clocks;
import torgau.station.shell.Kept;
import torgau.store.desk.Desk;
import torgau.store.desk.MemoryDesk;

/// Officers under a clock on the wall that is set, and a key that is used twice at once.
final class OfficersClockTest {
    private static final long BEGIN = 1_800_000_000_000L;

    private long wall = BEGIN;
    private long steady;
    private Officers officers = officers(new MemoryDesk());

    private Officers officers(Desk desk) {
        var kept = new Kept<Desk>(_ -> {});
        kept.replace(() -> desk);
        return new Officers(
                kept,
                new SecureRandom()::nextBytes,
                new Clocks(() -> wall, () -> TimeUnit.MILLISECONDS.toNanos(steady)));
    }

    @BeforeEach
    void add() {
        officers.add("anna", "Maj Anna Berg", "first", EnumSet.of(Role.ADMINISTRATOR));
    }

    private Officer anna() {
        return officers.named("anna").orElseThrow();
    }

    private String invited() {
        return officers.invite(anna(), false).orElseThrow().words();
    }

    @Test
    void a_clock_that_is_set_back_does_not_lengthen_an_invitation() {
        String code = invited();
        assertThat(officers.invited("anna", code)).isPresent();
        steady += Officer.Invitation.LIFE_MILLIS + 1;
        wall -= 1;
        assertThat(officers.invited("anna", code)).isEmpty();
    }

    @Test
    void an_invitation_from_the_future_is_none() {
        String code = invited();
        wall -= 3_600_000;
        assertThat(officers.invited("anna", code)).isEmpty();
    }

    @Test
    void an_invitation_outlives_a_new_start_for_its_quarter_of_an_hour() {
        var desk = new MemoryDesk();
        officers = officers(desk);
        add();
        String code = invited();
        officers = officers(desk);
        assertThat(officers.invited("anna", code)).isPresent();
        wall += Officer.Invitation.LIFE_MILLIS + 1;
        assertThat(officers.invited("anna", code)).isEmpty();
    }

    @Test
    void of_two_uses_of_one_key_at_once_the_lower_count_comes_too_late() {
        invited();
        assertThat(officers.enrol(anna(), new Officer.Passkey("key", "cose", 3, BEGIN)))
                .isPresent();
        assertThat(officers.used("anna", "key", 5)).isPresent();
        assertThat(officers.used("anna", "key", 4)).isEmpty();
        assertThat(officers.used("anna", "key", 5)).isEmpty();
        assertThat(anna().passkeys().getFirst().uses()).isEqualTo(5);
        assertThat(officers.used("anna", "another", 9)).isEmpty();
    }

    @Test
    void a_key_that_does_not_count_is_used_again_and_again() {
        assertThat(officers.enrol(anna(), new Officer.Passkey("key", "cose", 0, BEGIN)))
                .isPresent();
        assertThat(officers.used("anna", "key", 0)).isPresent();
        assertThat(officers.used("anna", "key", 0)).isPresent();
    }
}
