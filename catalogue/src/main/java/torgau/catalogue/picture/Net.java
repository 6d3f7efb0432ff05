package torgau.catalogue.picture;

import java.util.List;

/// All lines that lead to one state from one side.
///
/// @param dots where a line joins others
/// @param tip the point of the arrow
/// @param rightwards whether the arrow enters its box from the left
record Net(String to, List<Line> lines, List<Point> dots, Point tip, boolean rightwards) {
    Net {
        lines = List.copyOf(lines);
        dots = List.copyOf(dots);
    }

    record Point(double x, double y) {}

    /// Level or upright.
    record Line(double fromX, double fromY, double toX, double toY) {}
}
