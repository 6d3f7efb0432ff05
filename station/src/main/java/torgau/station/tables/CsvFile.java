package torgau.station.tables;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// A table as comma-separated values (RFC 4180) in UTF-8 with its mark.
public final class CsvFile {
    private static final String LINE = "\r\n";
    private static final char MARK = '\uFEFF';

    private CsvFile() {}

    /// The bytes of a file.
    ///
    /// @param separator a comma, or a semicolon where programs expect one because a comma divides
    ///     decimals
    public static byte[] of(Listed table, char separator) {
        var out = new StringBuilder().append(MARK);
        line(out, table.headings(), separator);
        table.rows().forEach(row -> line(out, row, separator));
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder out, List<String> cells, char separator) {
        out.append(cells.stream().map(CsvFile::quoted).collect(Collectors.joining(String.valueOf(separator))))
                .append(LINE);
    }

    private static String quoted(String cell) {
        return '"' + harmless(cell).replace("\"", "\"\"") + '"';
    }

    /// A program takes what begins so for a formula, and would calculate it: an apostrophe keeps it
    /// text, and is taken off again when the file is read here.
    private static String harmless(String cell) {
        return acts(cell) ? "'" + cell : cell;
    }

    /// What was made harmless, as it was.
    static String asMeant(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && acts(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean acts(String cell) {
        int first = 0;
        while (first < cell.length() && cell.charAt(first) == '\'') {
            first++;
        }
        return first < cell.length() && "=+-@\t\r\n＝＋－＠".indexOf(cell.charAt(first)) >= 0;
    }
}
