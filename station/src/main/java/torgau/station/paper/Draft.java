package torgau.station.paper;

import java.util.ArrayList;
import java.util.List;
import torgau.station.paper.Page.Shape;
import torgau.station.paper.Page.Text;
import torgau.station.paper.Strip.Cell;
import torgau.station.paper.Strip.Ground;

/// A page that is being filled from the top.
final class Draft {
    /// Of the height of a line: where its base line lies below its upper edge.
    private static final float ASCENT = 0.89f;
    /// How far grounds and heavy lines stand out on both sides.
    private static final float OUT = 8;
    private static final float HAIRLINE = 0.35f;
    private static final float HEAVY = 1.2f;
    private static final float SHADE = 0.88f;
    private static final int GROUP = 8;

    private final Leaf leaf;
    private final Face face;
    private final List<Shape> shapes = new ArrayList<>();
    /// By place: the columns, then what goes across.
    private final List<List<Text>> texts = new ArrayList<>();
    private float start;
    private float y;
    private float lowest;
    private float columnsFrom;
    private float columnsTo;

    Draft(Leaf leaf, Face face, boolean drill) {
        this.leaf = leaf;
        this.face = face;
        this.start = leaf.top();
        this.lowest = start;
        this.y = start;
        for (int place = 0; place <= leaf.columns(); place++) {
            texts.add(new ArrayList<>());
        }
        if (drill) {
            shapes.add(new Shape.Hazard());
        }
    }

    /// Whether nothing stands between its head and where it is filled next.
    boolean fresh() {
        return y >= start;
    }

    /// Where it is filled next.
    float y() {
        return y;
    }

    float room() {
        return y - Leaf.BOTTOM;
    }

    boolean fits(Strip strip) {
        return strip.above() + strip.height() <= room();
    }

    /// What stands above all else.
    void head(Strip strip) {
        place(strip);
        start = y - OUT;
    }

    void restart() {
        y = start;
    }

    void resume(float height) {
        y = height;
    }

    void resumeBelow() {
        y = lowest;
    }

    void place(Strip strip) {
        y -= strip.above();
        float top = y;
        y -= strip.height();
        lowest = Math.min(lowest, y);
        ground(strip, top);
        strip.cells().forEach(cell -> cell(strip, cell, top - strip.padding()));
        if (ofOneColumn(strip)) {
            columnsFrom = Math.max(columnsFrom, top);
            columnsTo = lowest;
        }
    }

    void place(Picture picture) {
        shapes.addAll(picture.shapes(Leaf.MARGIN, y));
        texts.getLast().addAll(picture.texts(Leaf.MARGIN, y));
        y -= picture.height();
        lowest = Math.min(lowest, y);
    }

    private boolean ofOneColumn(Strip strip) {
        return strip.ground() != Ground.SOLID
                && strip.ground() != Ground.BANNER
                && strip.cells().getFirst().place() < leaf.columns();
    }

    private void cell(Strip strip, Cell cell, float top) {
        float upper = top;
        for (int at = 0; at < cell.lines().size(); at++) {
            Line line = cell.lines().get(at);
            float base = upper - line.size() * ASCENT;
            float x = cell.x() + line.indent();
            for (Line.Run run : line.runs()) {
                if (strip.ground() == Ground.DIGITS && !run.bold()) {
                    shade(run.text(), line.size(), x, base);
                }
                boolean white = strip.ground() == Ground.SOLID;
                texts.get(cell.place()).add(new Text(x, base, line.size(), run.bold(), white, run.text()));
                x += face.width(run.text(), run.bold()) * line.size();
            }
            upper -= strip.height(at);
        }
    }

    private void shade(String digits, float size, float x, float base) {
        for (int at = GROUP; at < digits.length(); at += 2 * GROUP) {
            float from = x + face.width(digits.substring(0, at), false) * size;
            float width = face.width(digits.substring(at, Math.min(at + GROUP, digits.length())), false) * size;
            shapes.add(new Shape.Box(from, base - 0.22f * size, width, 1.1f * size, SHADE));
        }
    }

    private void ground(Strip strip, float top) {
        boolean column = ofOneColumn(strip);
        float from = column ? strip.cells().getFirst().x() : Leaf.MARGIN;
        float to = column ? from + leaf.columnWidth() : leaf.width() - Leaf.MARGIN;
        float out = column ? 0 : OUT;
        switch (strip.ground()) {
            case NONE, DIGITS -> {}
            case RULED -> rule(from, to, top, HAIRLINE);
            case HEADING -> rule(from - out, to + out, top, HEAVY);
            case BANNER -> {
                rule(from - out, to + out, top, 2 * HEAVY);
                rule(from - out, to + out, y, HEAVY);
            }
            case SOLID -> shapes.add(new Shape.Box(from - out, y, to - from + 2 * out, top - y, 0));
        }
    }

    private void rule(float from, float to, float at, float thickness) {
        shapes.add(new Shape.Rule(from, at, to, at, thickness));
    }

    /// The finished page: its columns are read one after another, then what goes across, then the foot.
    Page page(String number, String place) {
        for (int column = 1; column < leaf.columns() && columnsFrom > 0; column++) {
            float x = leaf.column(column) - Leaf.GUTTER / 2;
            shapes.add(new Shape.Rule(x, columnsFrom, x, columnsTo, HAIRLINE));
        }
        var all = new ArrayList<Text>();
        texts.forEach(all::addAll);
        all.addAll(foot(number, place));
        return new Page(shapes, all);
    }

    /// Both on one line if there is room, else the number above.
    private List<Text> foot(String number, String place) {
        float size = Composer.SMALLEST;
        float width = face.width(place, false) * size;
        boolean room = face.width(number, true) * size + width + OUT <= leaf.inner();
        return List.of(
                new Text(Leaf.MARGIN, room ? Leaf.FOOT : Leaf.FOOT + size, size, true, false, number),
                new Text(leaf.width() - Leaf.MARGIN - width, Leaf.FOOT, size, false, false, place));
    }
}
