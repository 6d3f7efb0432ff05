package torgau.station.paper;

import java.util.List;

/// One page, as it is drawn: shapes first, then texts in the order in which they are read. Points, from
/// the lower left.
record Page(List<Shape> shapes, List<Text> texts) {
    Page {
        shapes = List.copyOf(shapes);
        texts = List.copyOf(texts);
    }

    /// What is drawn beneath the text.
    sealed interface Shape {
        /// A filled box.
        ///
        /// @param gray 0 is black
        record Box(float x, float y, float width, float height, float gray) implements Shape {}

        /// A black line.
        record Rule(float x1, float y1, float x2, float y2, float thickness) implements Shape {}

        /// Slanting bars along all four edges, which no copier cuts off unseen.
        record Hazard() implements Shape {}
    }

    /// A piece of text in one weight on its base line.
    record Text(float x, float y, float size, boolean bold, boolean white, String text) {}
}
