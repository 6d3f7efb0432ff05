package torgau.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How many of something may be at once, and which rows take a place. It is counted and shown to both
/// sides alike; more than that is shown, and stops nobody.
///
/// @param most fields that say how many; the newest word counts
/// @param taken the table whose rows take places; of rows with one number the newest counts
/// @param column of the table, that says whether a row takes a place
/// @param taking what it says then
/// @param until field of the same format, when what its rows took is free again; null: never by itself
/// @param ended field of a format that names a row by its column of the same name, and frees its place;
///     null if nothing does
/// @param effective field of that format, from when; null: at once
public record Quota(
        String name,
        Words title,
        List<FieldOf> most,
        FieldOf taken,
        String column,
        List<String> taking,
        @Nullable String until,
        @Nullable FieldOf ended,
        @Nullable String effective) {
    public Quota {
        most = List.copyOf(most);
        taking = List.copyOf(taking);
    }
}
