package torgau.station.tables;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import torgau.station.tables.Workbook.Cell;
import torgau.station.tables.Workbook.Note;
import torgau.station.tables.Workbook.Row;
import torgau.station.tables.Workbook.Sheet;

/// The row of a sheet that says what its columns give.
///
/// @param row its number
/// @param columns by their place, from 0
record Headings(int row, NavigableMap<Integer, Heading> columns, List<Note> notes, List<RowFault> faults) {
    /// Rows above the headings: titles, dates, signatures.
    private static final int ABOVE = 30;

    private static final int FEWEST = 3;

    /// One column.
    ///
    /// @param written as it stands in the sheet
    record Heading(String written, Target target) {
        /// Whether its times are said to be UTC.
        boolean utc() {
            return written.toUpperCase(Locale.ROOT).contains("UTC");
        }
    }

    /// The row that has most of them; empty if none has as many as a table needs.
    static Optional<Headings> of(Sheet sheet, Vocabulary words) {
        Row best = null;
        long most = FEWEST - 1;
        for (Row row : sheet.rows().subList(0, Math.min(ABOVE, sheet.rows().size()))) {
            long found = row.cells().values().stream()
                    .flatMap(cell -> words.target(cell.content().written()).stream())
                    .map(Target::name)
                    .distinct()
                    .count();
            if (found > most) {
                most = found;
                best = row;
            }
        }
        return Optional.ofNullable(best).map(row -> of(sheet, row, words));
    }

    private static Headings of(Sheet sheet, Row row, Vocabulary words) {
        var columns = new TreeMap<Integer, Heading>();
        var notes = new ArrayList<Note>();
        var faults = new ArrayList<RowFault>();
        Set<String> taken = new HashSet<>();
        for (Map.Entry<Integer, Cell> each : row.cells().entrySet()) {
            int column = each.getKey();
            String written = each.getValue().content().written().strip();
            Optional<Target> target = words.target(written);
            if (sheet.hiddenColumns().contains(column)) {
                notes.add(about("table.note.hidden_column", row, column, written));
            } else if (target.isEmpty()) {
                notes.add(about("table.note.unknown_column", row, column, written));
            } else if (!taken.add(target.get().name())) {
                faults.add(new RowFault(
                        row.number(),
                        column,
                        target.get().field().name(),
                        written,
                        Trouble.of(torgau.journal.Code.COLUMN_TWICE, "column_twice")));
            } else {
                columns.put(column, new Heading(written, target.get()));
            }
        }
        return new Headings(row.number(), columns, notes, faults);
    }

    private static Note about(String key, Row row, int column, String written) {
        var values = new TreeMap<String, Object>();
        values.put("column", Workbook.letters(column));
        values.put("heading", RowFault.cut(written));
        return new Note(key, row.number(), values);
    }

    /// The column that gives this.
    Optional<Integer> column(String target) {
        for (Map.Entry<Integer, Heading> each : columns.entrySet()) {
            if (each.getValue().target().name().equals(target)) {
                return Optional.of(each.getKey());
            }
        }
        return Optional.empty();
    }

    /// The first column that gives any part of a field.
    Optional<Integer> ofField(String field) {
        for (Map.Entry<Integer, Heading> each : columns.entrySet()) {
            if (each.getValue().target().field().name().equals(field)) {
                return Optional.of(each.getKey());
            }
        }
        return Optional.empty();
    }
}
