package torgau.station.paper;

/// The sheet: A4, upright for one or two languages, across for three. Points.
///
/// @param columns languages side by side
record Leaf(float width, float height, int columns) {
    static final float MARGIN = 38;
    /// Above the banner.
    static final float TOP = 32;
    /// Between columns.
    static final float GUTTER = 18;
    /// Where the content ends, above the running foot.
    static final float BOTTOM = 44;
    /// Base line of the running foot.
    static final float FOOT = 32;

    private static final float SHORT = 595.28f;
    private static final float LONG = 841.89f;

    static Leaf of(int columns) {
        return new Leaf(SHORT, LONG, columns);
    }

    float inner() {
        return width - 2 * MARGIN;
    }

    float top() {
        return height - TOP;
    }

    float columnWidth() {
        return (inner() - (columns - 1) * GUTTER) / columns;
    }

    float column(int index) {
        return MARGIN + index * (columnWidth() + GUTTER);
    }
}
