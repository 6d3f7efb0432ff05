package torgau.station.tables;

import java.util.regex.Pattern;

/// Something in a row that keeps all of the file from being filed.
///
/// @param column from 0; -1 if it is of the row as a whole
/// @param field name of the field; empty if it is of the row as a whole
/// @param written what stands there, shortened
public record RowFault(int row, int column, String field, String written, Trouble trouble) {
    private static final int LONGEST = 60;
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");

    public RowFault {
        written = cut(written);
    }

    static String cut(String text) {
        String line = CONTROLS.matcher(text).replaceAll(" ");
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
