package torgau.station.paper;

import java.util.List;

/// One line of text.
///
/// @param size of the font, points
/// @param indent points
record Line(List<Run> runs, float size, float indent) {
    /// What a line takes in height, in sizes of its font.
    static final float LEADING = 1.18f;

    Line {
        runs = List.copyOf(runs);
    }

    float height() {
        return size * LEADING;
    }

    /// A piece of a line in one weight.
    record Run(String text, boolean bold) {}
}
