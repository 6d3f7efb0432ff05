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
    private static final float ASCENT = 0.95f;
    /// How far grounds and heavy lines stand out on both sides.
    private static final float OUT = 8;
    private static final float HAIRLINE = 0.35f;
    private static final float HEAVY = 1.2f;
    private static final float SHADE = 0.88f;
    private static final int GROUP = 8;

    private final Leaf leaf;
    private final Face face;
    private final List<Shape> shapes = new ArrayList<>();
    private final List<List<Text>> columns = new ArrayList<>();
    private final List<Text> across = new ArrayList<>();
    private float y;
    private boolean fresh = true;
    private float columnsFrom;
    private float columnsTo;

    Draft(Leaf leaf, Face face, boolean drill) {
        this.leaf = leaf;
        this.face = face;
        this.y = leaf.top();
        for (int column = 0; column < leaf.columns(); column++) {
            columns.add(new ArrayList<>());
        }
        if (drill) {
            shapes.add(new Shape.Hazard());
        }
    }

    /// Whether nothing stands on it but its head.
    boolean fresh() {
        return fresh;
    }

    float room() {
        return y - Leaf.BOTTOM;
    }

    boolean fits(Strip strip) {
        return strip.above() + strip.height() <= room();
    }

    /// What stands above all else; the page is as fresh as before.
    void head(Strip strip) {
        place(strip);
        y -= OUT;
        fresh = true;
    }

    void place(Strip strip) {
        y -= strip.above();
        float top = y;
        y -= strip.height();
        ground(strip, top);
        boolean white = strip.ground() == Ground.SOLID;
        for (int index = 0; index < strip.cells().size(); index++) {
            boolean column = strip.order() == Strip.Order.COLUMNS;
            cell(strip, index, top - strip.padding(), white, column ? columns.get(index) : across);
        }
        parted(strip, top);
        fresh = false;
    }

    private void cell(Strip strip, int index, float top, boolean white, List<Text> to) {
        Cell cell = strip.cells().get(index);
        float upper = top;
        for (int at = 0; at < cell.lines().size(); at++) {
            Line line = cell.lines().get(at);
            float base = upper - line.size() * ASCENT;
            float x = cell.x() + line.indent();
            for (Line.Run run : line.runs()) {
                if (strip.ground() == Ground.DIGITS && !run.bold()) {
                    shade(run.text(), line.size(), x, base);
                }
                to.add(new Text(x, base, line.size(), run.bold(), white, run.text()));
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
        float left = Leaf.MARGIN - OUT;
        float right = leaf.width() - left;
        switch (strip.ground()) {
            case NONE, DIGITS -> {}
            case RULED -> shapes.add(new Shape.Rule(Leaf.MARGIN, top, leaf.width() - Leaf.MARGIN, top, HAIRLINE));
            case HEADING -> shapes.add(new Shape.Rule(left, top, right, top, HEAVY));
            case BANNER -> {
                shapes.add(new Shape.Rule(left, top, right, top, 2 * HEAVY));
                shapes.add(new Shape.Rule(left, y, right, y, HEAVY));
            }
            case SOLID -> shapes.add(new Shape.Box(left, y, right - left, top - y, 0));
        }
    }

    /// Keeps the height over which columns stand side by side.
    private void parted(Strip strip, float top) {
        if (strip.order() == Strip.Order.COLUMNS && strip.ground() != Ground.SOLID && strip.ground() != Ground.BANNER) {
            columnsFrom = Math.max(columnsFrom, top);
            columnsTo = y;
        }
    }

    /// The finished page: its columns are read one after another, then what goes across, then the foot.
    Page page(String number, String place) {
        for (int column = 1; column < leaf.columns() && columnsFrom > 0; column++) {
            float x = leaf.column(column) - Leaf.GUTTER / 2;
            shapes.add(new Shape.Rule(x, columnsFrom, x, columnsTo, HAIRLINE));
        }
        var texts = new ArrayList<Text>();
        columns.forEach(texts::addAll);
        texts.addAll(across);
        texts.addAll(foot(number, place));
        return new Page(shapes, texts);
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
