package torgau.station.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import torgau.store.desk.Alarm;

/// Tells one's own watch, in its last 30 days, that the console's certificate ends: a station runs longer
/// than that without a start at which it would be judged again.
public final class CertificateAlarm {
    /// How long before its end.
    private static final Duration SOON = Duration.ofDays(30);

    private static final String KEY = "certificate_ends";

    private final AlarmBook alarms;
    private final Instant until;
    private final LongSupplier wallMillis;

    /// @param until when the certificate that this run shows ends; [Instant#MAX] if it shows none
    public CertificateAlarm(AlarmBook alarms, Instant until, LongSupplier wallMillis) {
        this.alarms = alarms;
        this.until = until;
        this.wallMillis = wallMillis;
    }

    /// Raises it in time, and clears one of a certificate that was replaced.
    public void look() {
        if (Instant.ofEpochMilli(wallMillis.getAsLong()).plus(SOON).isAfter(until)) {
            alarms.raise(KEY, AlarmKind.CERTIFICATE_ENDS, new Alarm.About(null, null, null, until.toString()));
        } else {
            alarms.clear(KEY);
        }
    }
}
