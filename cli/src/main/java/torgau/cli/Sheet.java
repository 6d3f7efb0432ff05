package torgau.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/// Aligned columns that fit a terminal of 100 columns: the last column is broken over several lines, the others are as
/// wide as they must be.
final class Sheet {
    static final int WIDTH = 100;

    private static final int LEAST_LAST = 16;

    private final List<List<String>> rows = new ArrayList<>();
    private final String indent;

    Sheet(String indent) {
        this.indent = indent;
    }

    Sheet row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        int[] widths = widths();
        int used = indent.length();
        for (int width : widths) {
            used += width + 2;
        }
        for (var row : rows) {
            lines.addAll(lines(row, widths, used));
        }
        return lines;
    }

    private List<String> lines(List<String> row, int[] widths, int used) {
        var head = new StringBuilder(indent);
        for (int i = 0; i < row.size() - 1; i++) {
            head.append(row.get(i)).repeat(' ', Math.max(0, widths[i] - length(row.get(i))) + 2);
        }
        var lines = new ArrayList<String>();
        for (String part : wrapped(row.getLast(), Math.max(LEAST_LAST, WIDTH - used))) {
            String line = lines.isEmpty() ? head + part : " ".repeat(used) + part;
            lines.add(line.stripTrailing());
        }
        return lines;
    }

    private int[] widths() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(1) - 1;
        int[] widths = new int[columns];
        for (var row : rows) {
            for (int i = 0; i < row.size() - 1; i++) {
                widths[i] = Math.max(widths[i], length(row.get(i)));
            }
        }
        return widths;
    }

    /// The text in lines of at most so many characters, broken between words, and within a word only if it is longer.
    static List<String> wrapped(String text, int width) {
        var lines = new ArrayList<String>();
        for (String paragraph : text.split("\\R", -1)) {
            var line = new StringJoiner(" ");
            for (String word : paragraph.split(" ", -1)) {
                String rest = word;
                if (line.length() > 0 && line.length() + 1 + length(rest) > width) {
                    lines.add(line.toString());
                    line = new StringJoiner(" ");
                }
                while (length(rest) > width) {
                    int cut = rest.offsetByCodePoints(0, width);
                    lines.add(rest.substring(0, cut));
                    rest = rest.substring(cut);
                }
                line.add(rest);
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
