package torgau.station.tables;

import java.util.List;

/// A table that goes out.
///
/// @param name of its sheet
/// @param rows as many cells each as there are headings
public record Listed(String name, List<String> headings, List<List<String>> rows) {
    public Listed {
        headings = List.copyOf(headings);
        rows = rows.stream().map(List::copyOf).toList();
        int columns = headings.size();
        if (rows.stream().anyMatch(row -> row.size() != columns)) {
            throw new IllegalArgumentException("a row has not " + columns + " cells");
        }
    }
}
