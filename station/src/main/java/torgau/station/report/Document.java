package torgau.station.report;

import java.util.List;
import java.util.Optional;

/// A report in one language, in words.
///
/// @param language BCP 47
/// @param mark stands on every page: for whom it is
/// @param heads what stands under the title
public record Document(String language, String title, String mark, List<String> heads, List<Section> sections) {
    public Document {
        heads = List.copyOf(heads);
        sections = List.copyOf(sections);
    }

    /// One kind of figures.
    ///
    /// @param definition how they are worked out
    /// @param table what they are; without rows there is nothing in the period
    /// @param nothing said instead of a table without rows
    /// @param notes stand under the table
    public record Section(
            String title, String definition, Optional<Chart> chart, Table table, String nothing, List<String> notes) {
        public Section {
            notes = List.copyOf(notes);
        }
    }

    /// Rows under columns.
    public record Table(List<Column> columns, List<List<String>> rows) {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<String> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException(row + " has not one cell for each of " + columns);
                }
            }
        }
    }

    /// A column of a table.
    ///
    /// @param number whether its cells are numbers, which stand on the right
    public record Column(String title, boolean number) {}

    /// Bars side by side, in groups.
    ///
    /// @param title what is drawn
    /// @param unit of the values, in words
    /// @param series names of the bars of a group
    /// @param groups from left to right
    public record Chart(String title, String unit, List<String> series, List<Group> groups) {
        /// So many groups are drawn; of more the last.
        public static final int MOST_GROUPS = 36;

        public Chart {
            series = List.copyOf(series);
            groups = List.copyOf(groups.subList(Math.max(0, groups.size() - MOST_GROUPS), groups.size()));
        }
    }

    /// Bars that stand together.
    ///
    /// @param values one for each series; negative where there is none
    public record Group(String label, List<Long> values) {
        public Group {
            values = List.copyOf(values);
        }
    }
}
