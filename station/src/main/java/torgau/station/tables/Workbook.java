package torgau.station.tables;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a file of a table has in its cells, whatever program wrote it.
///
/// @param notes what is to be said of the file as a whole
public record Workbook(List<Sheet> sheets, List<Note> notes) {
    /// Bytes of a file.
    public static final int MAX_BYTES = 2_097_152;
    /// Rows of a sheet, with those above the headings.
    public static final int MAX_ROWS = 5_000;
    /// Columns of a sheet.
    public static final int MAX_COLUMNS = 100;
    /// Characters of a cell.
    public static final int MAX_CELL = 8_192;
    /// Characters of all cells together.
    public static final int MAX_CHARACTERS = 8_388_608;

    public Workbook {
        sheets = List.copyOf(sheets);
        notes = List.copyOf(notes);
    }

    /// Something that an officer is told although nothing is wrong.
    ///
    /// @param key of its text in `i18n`
    /// @param row from 1; 0: of the file or the sheet
    public record Note(String key, int row, NavigableMap<String, Object> values) {
        public Note {
            values = new TreeMap<>(values);
        }

        static Note of(String key, int row, String name, Object value) {
            var values = new TreeMap<String, Object>();
            values.put(name, value);
            return new Note(key, row, values);
        }
    }

    /// One sheet.
    ///
    /// @param hidden whether whoever opens the file does not see it
    /// @param rows ascending, those without cells left out
    /// @param hiddenColumns from 0
    /// @param merged cells that show one value
    public record Sheet(
            String name, boolean hidden, List<Row> rows, NavigableSet<Integer> hiddenColumns, List<Merged> merged) {
        public Sheet {
            rows = List.copyOf(rows);
            hiddenColumns = new TreeSet<>(hiddenColumns);
            merged = List.copyOf(merged);
        }

        /// The cells among which this one is merged.
        public Optional<Merged> merged(int row, int column) {
            return merged.stream().filter(cells -> cells.has(row, column)).findFirst();
        }
    }

    /// Cells from the first row and column to the last, both included; the value is that of the first.
    ///
    /// @param name as the program shows it: `C5:C8`
    public record Merged(String name, int top, int left, int bottom, int right) {
        boolean has(int row, int column) {
            return row >= top && row <= bottom && column >= left && column <= right;
        }
    }

    /// One row.
    ///
    /// @param number as the program shows it, from 1
    /// @param cells by column, from 0; empty ones left out
    public record Row(int number, boolean hidden, NavigableMap<Integer, Cell> cells) {
        public Row {
            cells = new TreeMap<>(cells);
        }

        public Optional<Cell> cell(int column) {
            return Optional.ofNullable(cells.get(column));
        }
    }

    /// What stands in a cell.
    ///
    /// @param formula whether a program calculated it
    public record Cell(Content content, boolean formula) {
        static Cell of(String text) {
            return new Cell(new Content.Text(text), false);
        }

        /// As it would be typed; of a time its ISO form.
        public String written() {
            return content.written();
        }
    }

    /// The kinds of cells.
    public sealed interface Content {
        String written();

        record Text(String text) implements Content {
            @Override
            public String written() {
                return text;
            }
        }

        record Amount(BigDecimal value) implements Content {
            @Override
            public String written() {
                return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
            }
        }

        /// A number that the file shows as a date or a time.
        record Time(LocalDateTime value) implements Content {
            @Override
            public String written() {
                return wholeDay() ? value.toLocalDate().toString() : value.toString();
            }

            boolean wholeDay() {
                return value.toLocalTime().toSecondOfDay() == 0;
            }
        }

        record Truth(boolean value) implements Content {
            @Override
            public String written() {
                return value ? "yes" : "no";
            }
        }

        /// No value: an error, or a formula that nobody has calculated.
        record Missing(String shown) implements Content {
            @Override
            public String written() {
                return shown;
            }
        }
    }

    /// A column as programs name it: `A` for 0, `AA` for 26.
    public static String letters(int column) {
        var letters = new StringBuilder();
        for (int left = column; left >= 0; left = left / 26 - 1) {
            letters.insert(0, (char) ('A' + left % 26));
        }
        return letters.toString();
    }
}
