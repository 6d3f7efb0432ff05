package torgau.station.paper;

import java.util.ArrayList;
import java.util.List;

/// Cells side by side, line by line at the same heights. It may go on to the next page between any two
/// lines.
///
/// @param above points kept free above it
/// @param padding points between its ground and its first and last line
record Strip(Ground ground, List<Cell> cells, float above, float padding) {
    /// What lies behind and around it.
    enum Ground {
        NONE,
        /// A hairline above.
        RULED,
        /// A heavy line above.
        HEADING,
        /// Heavy lines above and below.
        BANNER,
        /// White on black.
        SOLID,
        /// Every other eight digits are shaded, for the eye to keep its place.
        DIGITS
    }

    Strip {
        cells = List.copyOf(cells);
    }

    int length() {
        return cells.stream().mapToInt(cell -> cell.lines().size()).max().orElse(0);
    }

    /// Height of the line at `index`, the highest of all cells.
    float height(int index) {
        float height = 0;
        for (Cell cell : cells) {
            height = index < cell.lines().size()
                    ? Math.max(height, cell.lines().get(index).height())
                    : height;
        }
        return height;
    }

    /// With padding, without what is kept free above.
    float height() {
        float height = 2 * padding;
        for (int index = 0; index < length(); index++) {
            height += height(index);
        }
        return height;
    }

    /// How many lines fit into a height.
    int fitting(float room) {
        float left = room - 2 * padding;
        int lines = 0;
        while (lines < length() && height(lines) <= left) {
            left -= height(lines);
            lines++;
        }
        return lines;
    }

    /// The lines from one index to before another.
    Strip part(int from, int to) {
        var parts = new ArrayList<Cell>();
        for (Cell cell : cells) {
            int size = cell.lines().size();
            parts.add(new Cell(cell.place(), cell.x(), cell.lines().subList(Math.min(from, size), Math.min(to, size))));
        }
        boolean whole = from == 0 || ground == Ground.SOLID || ground == Ground.DIGITS;
        return new Strip(whole ? ground : Ground.NONE, parts, from == 0 ? above : 0, padding);
    }

    /// Lines below one another.
    ///
    /// @param place in which its text is read: a column, or after all columns
    /// @param x of its left side, points
    record Cell(int place, float x, List<Line> lines) {
        Cell {
            lines = List.copyOf(lines);
        }
    }
}
