package torgau.matters.told;

import java.util.Locale;
import java.util.Optional;
import torgau.catalogue.value.Value;

/// What of all that was told is asked for.
///
/// @param party who told it; 0 for all; negative for all but this one
/// @param theme a procedure, a format, a track, or words of the subject; empty for all
/// @param from milliseconds UTC
/// @param to milliseconds UTC, that one excluded
/// @param region in which something that was told lies; empty for all
/// @param place words of a place's name; empty for all
public record Wanted(int party, String theme, long from, long to, Optional<Region> region, String place) {
    /// Whether this was asked for.
    public boolean has(Told told) {
        long time = told.turn().time();
        return by(told.turn().party())
                && from <= time
                && time < to
                && (theme.isEmpty() || themed(told))
                && (region.isEmpty()
                        || told.facts().stream().anyMatch(fact -> region.get().has(fact.value())))
                && (place.isEmpty() || told.facts().stream().anyMatch(fact -> named(fact.value())));
    }

    /// Whether what this party told was asked for.
    public boolean by(int who) {
        return party == 0 || (party > 0 ? who == party : who != -party);
    }

    private boolean themed(Told told) {
        return theme.equals(told.procedure())
                || theme.equals(told.format())
                || theme.equals(told.track())
                || low(told.subject()).contains(low(theme));
    }

    private boolean named(Value value) {
        return switch (value) {
            case Value.Name(String name) -> low(name).contains(low(place));
            case Value.Area.Quadrant(String of, String part) ->
                low(of + " " + part).contains(low(place));
            default -> false;
        };
    }

    private static String low(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
