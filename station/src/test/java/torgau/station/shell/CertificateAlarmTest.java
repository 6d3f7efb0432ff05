package torgau.station.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import torgau.store.desk.Alarm;
import torgau.store.desk.Desk;

/// The console's certificate comes to its end while the station runs.
final class CertificateAlarmTest {
    private static final Instant UNTIL = Instant.parse("2027-03-01T00:00:00Z");

    @TempDir
    Path folder;

    private long now = UNTIL.minus(Duration.ofDays(31)).toEpochMilli();
    private final Kept<Desk> desk = new Kept<>(Desk::close);
    private final AlarmBook alarms = new AlarmBook(() -> now, desk, _ -> {});

    @BeforeEach
    void aDesk() {
        var disk = new FileDisk(folder.resolve("journal.db"), folder.resolve("desk.db"), () -> now);
        desk.replace(disk::desk);
    }

    private CertificateAlarm of(Instant until) {
        return new CertificateAlarm(alarms, until, () -> now);
    }

    @Test
    void it_is_told_thirty_days_before_and_stands_until_a_new_one_is_shown() {
        of(UNTIL).look();
        assertThat(alarms.standing()).isEmpty();
        now += Duration.ofDays(2).toMillis();
        of(UNTIL).look();
        of(UNTIL).look();
        assertThat(alarms.standing()).extracting(Alarm::kind).containsExactly("certificate_ends");
        now = UNTIL.plusSeconds(1).toEpochMilli();
        of(UNTIL).look();
        assertThat(alarms.standing()).hasSize(1);
        of(UNTIL.plus(Duration.ofDays(365))).look();
        assertThat(alarms.standing()).isEmpty();
    }

    @Test
    void a_console_without_a_certificate_has_nothing_that_ends() {
        of(Instant.MAX).look();
        assertThat(alarms.standing()).isEmpty();
    }
}
