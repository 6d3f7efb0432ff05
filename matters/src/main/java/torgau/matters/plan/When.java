package torgau.matters.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.value.Value;
import torgau.matters.Reading;
import torgau.matters.Turn;

/// The dates of an event as one entry names them, in milliseconds UTC.
///
/// @param to the first moment after it; null while the end is open
/// @param exact whether these are its days; else it lies somewhere within them
/// @param by the entry that names them
public record When(long from, @Nullable Long to, boolean exact, Turn by) {
    /// The last moment that can be written.
    static final long LAST = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

    public When {
        from = Math.clamp(from, 0, LAST);
        to = to == null ? null : Math.clamp(to, from, LAST);
    }

    /// What an entry says of the dates; empty if it names none.
    ///
    /// @param exact what holds of an entry that does not say so itself
    static Optional<When> of(Reading reading, Turn turn, boolean exact) {
        return switch (turn.code()) {
            case "WP", "WPA", "WPN" ->
                named(
                        reading,
                        turn,
                        "dates",
                        reading.code(turn, "precision").orElse("window").equals("exact"));
            case "WPF", "WPI", "WPC", "WPK" -> named(reading, turn, "dates", true);
            case "WPP" -> named(reading, turn, "new_dates", exact);
            default -> Optional.empty();
        };
    }

    static Optional<When> named(Reading reading, Turn turn, String field, boolean exact) {
        return reading.value(turn, field, Value.Period.class)
                .map(period -> new When(period.from(), period.to(), exact, turn));
    }

    /// When it is over; of an open end the last moment that can be written.
    public long end() {
        return to == null ? LAST : Math.max(to, from + 1);
    }

    /// Whether they have a moment in common. Those that touch at midnight have none.
    public boolean overlaps(When other) {
        return from < other.end() && other.from < end();
    }

    /// Whether they begin and end alike.
    public boolean same(When other) {
        return from == other.from && end() == other.end();
    }

    public boolean within(When other) {
        return from >= other.from && end() <= other.end();
    }

    /// The day on which it begins.
    public LocalDate first(ZoneId zone) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(from), zone);
    }

    /// The last day on which it lasts.
    public LocalDate last(ZoneId zone) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(end() - 1), zone);
    }
}
