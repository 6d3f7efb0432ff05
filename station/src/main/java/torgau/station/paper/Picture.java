package torgau.station.paper;

import java.util.ArrayList;
import java.util.List;
import torgau.station.paper.Page.Shape;
import torgau.station.paper.Page.Text;
import torgau.station.report.Bars;
import torgau.station.report.Bars.Part;

/// Bars on paper, as wide as what they are among; in black and white they differ by their hatching. It
/// is never parted.
final class Picture {
    private static final float SIZE = 7.5f;
    private static final float GRID = 0.2f;
    private static final float AXIS = 0.8f;
    private static final float EDGE = 0.5f;
    private static final float DARK = 0.35f;
    /// Points between two lines of the hatching.
    private static final float HATCH = 3;

    private final Bars bars;
    private final float scale;
    private final Face face;
    private final Legible legible;

    Picture(Bars bars, float width, Face face, Legible legible) {
        this.bars = bars;
        this.scale = width / Bars.WIDTH;
        this.face = face;
        this.legible = legible;
    }

    float height() {
        return Bars.HEIGHT * scale;
    }

    /// @param left of its left edge
    /// @param top of its upper edge
    List<Shape> shapes(float left, float top) {
        var shapes = new ArrayList<Shape>();
        for (Part part : bars.parts()) {
            switch (part) {
                case Part.Across(boolean axis, int from, int to, int y) -> {
                    float height = top - y * scale;
                    shapes.add(
                            new Shape.Rule(left + from * scale, height, left + to * scale, height, axis ? AXIS : GRID));
                }
                case Part.Bar bar when bar.hatched() -> hatched(bar, left, top, shapes);
                case Part.Bar bar ->
                    shapes.add(new Shape.Box(
                            left + bar.x() * scale,
                            top - (bar.y() + bar.height()) * scale,
                            bar.width() * scale,
                            bar.height() * scale,
                            DARK));
                case Part.Words _ -> {}
            }
        }
        return shapes;
    }

    private void hatched(Part.Bar bar, float left, float top, List<Shape> shapes) {
        float x1 = left + bar.x() * scale;
        float x2 = x1 + bar.width() * scale;
        float y2 = top - bar.y() * scale;
        float y1 = y2 - bar.height() * scale;
        shapes.add(new Shape.Box(x1, y1, x2 - x1, y2 - y1, 1));
        shapes.add(new Shape.Rule(x1, y1, x1, y2, EDGE));
        shapes.add(new Shape.Rule(x2, y1, x2, y2, EDGE));
        shapes.add(new Shape.Rule(x1, y2, x2, y2, EDGE));
        for (float at = x1 - (y2 - y1) + HATCH; at < x2; at += HATCH) { // where it would meet the lower edge
            float from = Math.max(at, x1);
            float to = Math.min(at + (y2 - y1), x2);
            shapes.add(new Shape.Rule(from, y1 + from - at, to, y1 + to - at, EDGE));
        }
    }

    List<Text> texts(float left, float top) {
        var texts = new ArrayList<Text>();
        for (Part part : bars.parts()) {
            if (part instanceof Part.Words(int x, int y, Bars.Anchor anchor, String written)) {
                String text = legible.of(written).replace('\n', ' ');
                float width = face.width(text, false) * SIZE;
                float from = left
                        + x * scale
                        - width
                                * switch (anchor) {
                                    case START -> 0;
                                    case MIDDLE -> 0.5f;
                                    case END -> 1;
                                };
                texts.add(new Text(from, top - y * scale, SIZE, false, false, text));
            }
        }
        return texts;
    }
}
