package torgau.matters.directory;

import org.jspecify.annotations.Nullable;
import torgau.catalogue.value.Value;

/// What an office is sought for.
///
/// @param theme one of the competences of DE; empty for any
/// @param act `decides`, `transmits`, or one of the functions of DE
/// @param region null for none in particular
/// @param track null for any
/// @param place a position, a route or an area in which it is; null for none in particular
public record Wanted(
        String theme,
        String act,
        @Nullable String region,
        @Nullable String track,
        @Nullable Value place) {
    public static final String DECIDES = "decides";
    public static final String TRANSMITS = "transmits";

    public Wanted {
        boolean ofTheme = act.equals(DECIDES) || act.equals(TRANSMITS);
        if (ofTheme && theme.isEmpty()) {
            throw new IllegalArgumentException("what does it " + act + "?");
        }
    }
}
