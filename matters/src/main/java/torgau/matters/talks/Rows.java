package torgau.matters.talks;

import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.value.Value;

/// Cells of a row, as they are read here: empty where there is nothing, or something else.
final class Rows {
    private Rows() {}

    static String code(NavigableMap<String, Value> row, String column) {
        return row.get(column) instanceof Value.Code(String code) ? code : "";
    }

    static String text(NavigableMap<String, Value> row, String column) {
        Value value = row.get(column);
        return value instanceof Value.Name(String name)
                ? name
                : value instanceof Value.Words(String words) ? words : "";
    }

    static @Nullable Long instant(NavigableMap<String, Value> row, String column) {
        return row.get(column) instanceof Value.Instant(long millis) ? millis : null;
    }

    static Value.@Nullable Office office(NavigableMap<String, Value> row, String column) {
        return row.get(column) instanceof Value.Office office ? office : null;
    }

    /// A number from one on; `otherwise` if it is a band, or none.
    static int number(NavigableMap<String, Value> row, String column, int otherwise) {
        return row.get(column) instanceof Value.Count(long from, long to) && from == to && from > 0 && from < 1_000
                ? (int) from
                : otherwise;
    }
}
