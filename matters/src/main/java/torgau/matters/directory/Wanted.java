package torgau.matters.directory;

import org.jspecify.annotations.Nullable;

/// What an office is sought for.
///
/// @param theme one of the competences of DE; empty for any
/// @param act `decides`, `transmits`, or one of the functions of DE
/// @param region null for none in particular
/// @param track null for any
public record Wanted(
        String theme,
        String act,
        @Nullable String region,
        @Nullable String track) {
    public static final String DECIDES = "decides";
    public static final String TRANSMITS = "transmits";

    public Wanted {
        boolean ofTheme = act.equals(DECIDES) || act.equals(TRANSMITS);
        if (ofTheme && theme.isEmpty()) {
            throw new IllegalArgumentException("what does it " + act + "?");
        }
    }
}
