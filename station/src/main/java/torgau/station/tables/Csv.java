package torgau.station.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import torgau.station.tables.Workbook.Cell;
import torgau.station.tables.Workbook.Note;
import torgau.station.tables.Workbook.Row;
import torgau.station.tables.Workbook.Sheet;

/// Reads comma-separated values (RFC 4180) as programs really write them: with semicolons or tabs, with
/// a line `sep=;`, in any encoding that can be told for certain.
final class Csv {
    private static final char QUOTE = '"';
    private static final List<Character> SEPARATORS = List.of(';', '\t', ',');

    private final String text;
    private final char separator;
    private final List<Row> rows = new ArrayList<>();
    private NavigableMap<Integer, Cell> cells = new TreeMap<>();
    private int at;
    private int number;
    private int column;

    private Csv(String text, char separator, int from, int number) {
        this.text = text;
        this.separator = separator;
        this.at = from;
        this.number = number;
    }

    /// @param known whether a text is a heading that means something here: what an encoding is guessed
    ///     from where the bytes do not show it
    static Workbook read(byte[] bytes, Predicate<String> known) {
        Encoded encoded = Encoded.of(bytes, known);
        String text = encoded.text();
        int named = text.startsWith("sep=") && text.length() > 4 ? text.charAt(4) : -1;
        int end = text.indexOf('\n') + 1;
        boolean first = named >= 0 && end > 0 && text.substring(5, end).isBlank();
        char separator = first ? (char) named : separator(text);
        List<Row> rows = new Csv(text, separator, first ? end : 0, first ? 2 : 1).rows();
        var notes = new ArrayList<Note>();
        if (!encoded.certain()) {
            notes.add(Note.of("table.note.encoding", 0, "encoding", encoded.name()));
        }
        return new Workbook(List.of(new Sheet("", false, rows, new TreeSet<>(), List.of())), notes);
    }

    /// The one that stands most often outside quotes in the first lines.
    private static char separator(String text) {
        int[] counts = new int[SEPARATORS.size()];
        boolean quoted = false;
        int lines = 0;
        for (int i = 0; i < text.length() && lines < 10; i++) {
            char each = text.charAt(i);
            quoted ^= each == QUOTE;
            int which = quoted ? -1 : SEPARATORS.indexOf(each);
            lines += !quoted && each == '\n' ? 1 : 0;
            if (which >= 0) {
                counts[which]++;
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return SEPARATORS.get(best);
    }

    private List<Row> rows() {
        while (at < text.length()) {
            cell();
        }
        ended();
        return rows;
    }

    private void cell() {
        int from = number;
        String value = text.charAt(at) == QUOTE ? quoted() : plain();
        if (value.length() > Workbook.MAX_CELL) {
            throw TableFault.tooLarge(
                    "row " + from + " has a cell of " + value.length() + " characters", Workbook.MAX_CELL);
        }
        if (!value.isBlank()) {
            put(from, value);
        }
        if (at < text.length() && text.charAt(at) == separator) {
            at++;
            column++;
        } else {
            lineEnds();
        }
    }

    private void put(int row, String value) {
        if (column >= Workbook.MAX_COLUMNS) {
            throw TableFault.tooLarge("row " + row + " has more columns", Workbook.MAX_COLUMNS);
        }
        cells.put(column, Cell.of(CsvFile.asMeant(value)));
    }

    private String plain() {
        int from = at;
        while (at < text.length()
                && text.charAt(at) != separator
                && text.charAt(at) != '\n'
                && text.charAt(at) != '\r') {
            at++;
        }
        return text.substring(from, at);
    }

    /// A line feed in quotes belongs to the value: rows are counted as programs show them.
    private String quoted() {
        var value = new StringBuilder();
        at++;
        while (true) {
            int end = text.indexOf(QUOTE, at);
            if (end < 0) {
                throw TableFault.damaged("row " + number + " has a quotation mark that is never closed");
            }
            value.append(text, at, end);
            at = end + 1;
            if (at >= text.length() || text.charAt(at) != QUOTE) {
                // what some programs leave behind the closing mark
                return value.append(plain()).toString();
            }
            value.append(QUOTE);
            at++;
        }
    }

    private void lineEnds() {
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
        ended();
        number++;
        column = 0;
    }

    private void ended() {
        if (cells.isEmpty()) {
            return;
        }
        if (number > Workbook.MAX_ROWS) {
            throw TableFault.tooLarge("the file has more rows", Workbook.MAX_ROWS);
        }
        rows.add(new Row(number, false, cells));
        cells = new TreeMap<>();
    }
}
