package torgau.station.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;

/// When the watch changes, and within what time a hand-over is to be taken.
///
/// @param begins at what times of the day, in order; at least one
/// @param takeWithin after this the station's own alarm tells that nobody has taken the watch
public record Shifts(ZoneId zone, List<LocalTime> begins, Duration takeWithin) {
    /// Shifts of a day.
    public static final int MOST = 24;

    /// Three a day, as most watches are kept.
    public static final Shifts CUSTOMARY = new Shifts(
            ZoneOffset.UTC,
            List.of(LocalTime.of(6, 0), LocalTime.of(14, 0), LocalTime.of(22, 0)),
            Duration.ofMinutes(15));

    public Shifts {
        begins = List.copyOf(begins);
        boolean ordered = begins.stream().sorted().distinct().toList().equals(begins);
        if (begins.isEmpty() || begins.size() > MOST || !ordered) {
            throw new IllegalArgumentException("no shifts: " + begins);
        }
    }

    /// A shift of a day, in milliseconds UTC.
    public record Shift(long from, long until) {}

    /// The shift at a time. Where clocks are put forward or back, it is shorter or longer.
    public Shift at(long millis) {
        ZonedDateTime day = Instant.ofEpochMilli(millis).atZone(zone).minusDays(1);
        long from = Long.MIN_VALUE;
        for (int i = 0; i < 3; i++) {
            for (LocalTime begin : begins) {
                long begun = day.plusDays(i).with(begin).toInstant().toEpochMilli();
                if (begun > millis && from != Long.MIN_VALUE) {
                    return new Shift(from, begun);
                }
                from = begun <= millis ? Math.max(from, begun) : from;
            }
        }
        throw new IllegalStateException("no shift ends after " + millis);
    }
}
