package torgau.catalogue.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Draws [Facing]: offices of each side by level, the subjects between them, a line from each office to
/// what it decides (whole) and what it only transmits (dashed).
final class FacingPicture {
    static final double WIDTH = 1_122;
    static final double HEIGHT = 794;
    private static final double SHEET_WIDTH = 297;
    static final double MARGIN = 28;
    private static final double BOX = 318;
    private static final double SUBJECT = 190;
    private static final double PAD = 6;
    private static final double GAP = 9;
    private static final double TITLE = 17;
    private static final double LEVEL = 9;
    private static final double NAME = 10.5;
    private static final double UNDER = 9;
    private static final double LEADING = 1.25;
    /// Bold letters, and those of a wider font where Arial is not there.
    private static final double WIDER = 1.12;
    private static final double PORT = 6;
    private static final List<String> COLOURS =
            List.of("#1f3a5f", "#7a1f1f", "#1f5f3a", "#5f3a7a", "#7a5200", "#00636b", "#8a1f5c", "#3d3d3d");

    private final Facing facing;
    private final List<Cell> left = new ArrayList<>();
    private final List<Cell> right = new ArrayList<>();
    private final List<Cell> subjects = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();
    /// The subjects from above, so that few lines cross.
    private final List<Integer> order = new ArrayList<>();
    private final double bottom;

    /// A box with its lines of text, somewhere on the page.
    ///
    /// @param office null of a level without one, and of a subject
    record Cell(
            Facing.@org.jspecify.annotations.Nullable Office office,
            List<String> name,
            List<String> under,
            double x,
            double y,
            double width,
            double height) {
        Cell at(double left, double top) {
            return new Cell(office, name, under, left, top, width, height);
        }
    }

    private record Label(String text, double y) {}

    FacingPicture(Facing facing) {
        this.facing = facing;
        double top = MARGIN + 3.4 * TITLE;
        double page = HEIGHT - 2 * MARGIN - legend();
        double end = levels(top, 0);
        if (end < page && !labels.isEmpty()) {
            double room = (page - end) / labels.size();
            left.clear();
            right.clear();
            labels.clear();
            end = levels(top, room);
        }
        for (int i = 0; i < facing.subjects().size(); i++) {
            subjects.add(subject(facing.subjects().get(i)));
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(this::middle).thenComparingInt(i -> i));
        double needed =
                subjects.stream().mapToDouble(cell -> cell.height() + GAP).sum();
        this.bottom = Math.max(end, top + needed);
        spread(top, bottom - top - needed);
    }

    private double legend() {
        return facing.legend().size() * UNDER * 1.5;
    }

    /// Places the offices; where the last level ends.
    ///
    /// @param room between two levels, beyond what there must be
    private double levels(double top, double room) {
        double y = top;
        for (int level = 0; level < facing.levels().size(); level++) {
            List<Cell> ours = cells(facing.left(), level);
            List<Cell> theirs = cells(facing.right(), level);
            if (ours.isEmpty() && theirs.isEmpty()) {
                continue;
            }
            labels.add(new Label(facing.levels().get(level), y + LEVEL));
            double first = y + LEVEL + PAD;
            double one = stacked(left, ours.isEmpty() ? List.of(vacant(facing.left())) : ours, MARGIN, first);
            double other = stacked(
                    right, theirs.isEmpty() ? List.of(vacant(facing.right())) : theirs, WIDTH - MARGIN - BOX, first);
            y = Math.max(one, other) + GAP + room;
        }
        return y;
    }

    /// How high, on the average, the offices stand that have to do with a subject.
    private double middle(int subject) {
        return Stream.concat(left.stream(), right.stream())
                .filter(cell -> cell.office() != null
                        && (cell.office().decides().contains(subject)
                                || cell.office().transmits().contains(subject)))
                .mapToDouble(cell -> cell.y() + cell.height() / 2)
                .average()
                .orElse(0);
    }

    private static double stacked(List<Cell> into, List<Cell> cells, double x, double top) {
        double y = top;
        for (Cell cell : cells) {
            into.add(cell.at(x, y));
            y += cell.height() + GAP;
        }
        return y;
    }

    private static List<Cell> cells(Facing.Side side, int level) {
        return side.offices().stream()
                .filter(office -> office.level() == level)
                .map(FacingPicture::cell)
                .toList();
    }

    private static Cell cell(Facing.Office office) {
        List<String> name = Lettering.wrapped(office.name(), BOX - 2 * PAD, NAME * WIDER);
        List<String> under =
                office.under().isEmpty() ? List.of() : Lettering.wrapped(office.under(), BOX - 2 * PAD, UNDER * WIDER);
        int ports = office.decides().size() + office.transmits().size();
        double height = Math.max(height(name, under), ports * PORT + PAD);
        return new Cell(office, name, under, 0, 0, BOX, height);
    }

    private static Cell vacant(Facing.Side side) {
        List<String> words = Lettering.wrapped(side.vacant(), BOX - 2 * PAD, UNDER * WIDER);
        return new Cell(null, List.of(), words, 0, 0, BOX, height(List.of(), words));
    }

    private static Cell subject(Facing.Subject subject) {
        List<String> name = Lettering.wrapped(subject.name(), SUBJECT - 2 * PAD, NAME * WIDER);
        var gaps = new ArrayList<String>();
        subject.gaps().forEach(gap -> gaps.addAll(Lettering.wrapped(gap, SUBJECT - 2 * PAD, UNDER * WIDER)));
        return new Cell(null, name, gaps, 0, 0, SUBJECT, height(name, gaps));
    }

    private static double height(List<String> name, List<String> under) {
        return 2 * PAD + name.size() * NAME * LEADING + under.size() * UNDER * LEADING;
    }

    /// The subjects over the whole height, as far apart as there is room.
    private void spread(double top, double room) {
        double extra = room / Math.max(1, subjects.size());
        double y = top + extra / 2;
        for (int i : order) {
            Cell cell = subjects.get(i);
            subjects.set(i, cell.at((WIDTH - SUBJECT) / 2, y));
            y += cell.height() + GAP + extra;
        }
    }

    String written() {
        double legend = legend();
        double height = Math.max(HEIGHT, bottom + legend + 2 * MARGIN);
        var svg = new Svg(facing.language(), facing.title(), WIDTH, height, SHEET_WIDTH * height / WIDTH);
        double x = MARGIN;
        svg.text(x, MARGIN + TITLE, TITLE, "font-weight=\"bold\"", facing.title());
        double names = MARGIN + 2.6 * TITLE;
        svg.text(x, names, NAME * 1.2, "font-weight=\"bold\"", facing.left().name());
        svg.text(
                WIDTH - MARGIN,
                names,
                NAME * 1.2,
                "font-weight=\"bold\" text-anchor=\"end\"",
                facing.right().name());
        left.forEach(cell -> lines(svg, cell, true));
        right.forEach(cell -> lines(svg, cell, false));
        labels.forEach(label -> label(svg, label));
        left.forEach(cell -> box(svg, cell));
        right.forEach(cell -> box(svg, cell));
        for (int i = 0; i < subjects.size(); i++) {
            subject(svg, subjects.get(i), i);
        }
        double y = height - MARGIN - legend;
        for (String line : facing.legend()) {
            y += UNDER * 1.5;
            svg.text(x, y, UNDER, "fill=\"#444\"", line);
        }
        return svg.written();
    }

    private static void label(Svg svg, Label label) {
        svg.text(MARGIN, label.y(), LEVEL, "font-style=\"italic\" fill=\"#444\"", label.text());
        svg.text(
                WIDTH - MARGIN,
                label.y(),
                LEVEL,
                "font-style=\"italic\" fill=\"#444\" text-anchor=\"end\"",
                label.text());
    }

    private void lines(Svg svg, Cell cell, boolean leftSide) {
        Facing.Office office = cell.office();
        if (office == null) {
            return;
        }
        int ports = office.decides().size() + office.transmits().size();
        int port = 0;
        for (int subject : order) {
            boolean decides = office.decides().contains(subject);
            if (decides || office.transmits().contains(subject)) {
                port++;
                double y = cell.y() + cell.height() * port / (ports + 1);
                Cell to = subjects.get(subject);
                double end = to.y() + to.height() / 2;
                String style = "stroke=\"" + colour(subject) + "\" stroke-width=\"" + (decides ? "1.6" : "1") + "\""
                        + (decides ? "" : " stroke-dasharray=\"4 3\"");
                var from = new Net.Point(leftSide ? cell.x() + BOX : cell.x(), y);
                svg.curve(from, new Net.Point(leftSide ? to.x() : to.x() + SUBJECT, end), style);
            }
        }
    }

    private static String colour(int subject) {
        return COLOURS.get(subject % COLOURS.size());
    }

    private static void box(Svg svg, Cell cell) {
        String style = cell.office() == null
                ? "rx=\"4\" fill=\"#fff\" stroke=\"#7a1f1f\" stroke-dasharray=\"5 4\""
                : "rx=\"4\" fill=\"#f6f6f6\" stroke=\"#111\"";
        svg.rect(cell.x(), cell.y(), cell.width(), cell.height(), style);
        text(svg, cell, cell.office() == null ? "fill=\"#7a1f1f\"" : "fill=\"#333\"");
    }

    private static void subject(Svg svg, Cell cell, int subject) {
        boolean whole = cell.under().isEmpty();
        String style = "rx=\"9\" fill=\"#fff\" stroke=\"" + colour(subject) + "\" stroke-width=\"1.4\""
                + (whole ? "" : " stroke-dasharray=\"5 4\"");
        svg.rect(cell.x(), cell.y(), cell.width(), cell.height(), style);
        text(svg, cell, "fill=\"#7a1f1f\" font-style=\"italic\"");
    }

    private static void text(Svg svg, Cell cell, String under) {
        double y = cell.y() + PAD;
        for (String line : cell.name()) {
            y += NAME * LEADING;
            svg.text(cell.x() + PAD, y - 3, NAME, "font-weight=\"bold\"", line);
        }
        for (String line : cell.under()) {
            y += UNDER * LEADING;
            svg.text(cell.x() + PAD, y - 3, UNDER, under, line);
        }
    }

    List<Cell> cells() {
        var all = new ArrayList<>(left);
        all.addAll(right);
        all.addAll(subjects);
        return all;
    }
}
