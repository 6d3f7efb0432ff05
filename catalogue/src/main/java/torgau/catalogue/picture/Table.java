package torgau.catalogue.picture;

import java.util.ArrayList;
import java.util.List;

/// Rows of text under headings, as wide as it is told to be.
record Table(List<Column> columns, List<List<String>> rows, double width) {
    static final double SIZE = 8.5;
    static final double LEADING = 10.5;
    static final double PAD = 3;

    Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /// @param share of the table's width, of the sum of all
    record Column(String heading, double share) {}

    /// The headings, then each row: of each cell its lines.
    List<List<List<String>>> wrapped() {
        var wrapped = new ArrayList<List<List<String>>>();
        wrapped.add(wrapped(columns.stream().map(Column::heading).toList(), SIZE * 1.06));
        rows.forEach(row -> wrapped.add(wrapped(row, SIZE)));
        return wrapped;
    }

    private List<List<String>> wrapped(List<String> row, double size) {
        var cells = new ArrayList<List<String>>();
        for (int i = 0; i < row.size(); i++) {
            cells.add(Lettering.wrapped(row.get(i), width(i) - 2 * PAD, size));
        }
        return cells;
    }

    double width(int column) {
        double all = columns.stream().mapToDouble(Column::share).sum();
        return width * columns.get(column).share() / all;
    }

    static double height(List<List<String>> row) {
        int lines = row.stream().mapToInt(List::size).max().orElse(1);
        return lines * LEADING + PAD;
    }

    double height() {
        return wrapped().stream().mapToDouble(Table::height).sum();
    }
}
