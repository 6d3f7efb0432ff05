package torgau.catalogue.picture;

import java.util.ArrayList;
import java.util.List;
import torgau.catalogue.Common;
import torgau.catalogue.Procedure;

/// A procedure on one page, A4 on its side: its states and what leads from one to the other, what is awaited, and its
/// formats. The more it has, the smaller the letters are.
public final class Picture {
    private static final double PAGE_WIDTH = 1123;
    private static final double PAGE_HEIGHT = 794;
    private static final double MARGIN = 24;
    private static final double TITLE = 16;
    private static final double SPACE = 14;
    private static final double MAX_SCALE = 8;
    private static final double[] BOX_WIDTHS = {260, 225, 190, 160};
    /// One for each state in turn, dark enough for print without colour.
    private static final List<String> COLOURS =
            List.of("#1f3a5f", "#7a1f1f", "#1f5f3a", "#5f3a7a", "#7a5200", "#00636b", "#8a1f5c", "#3d3d3d");

    private final Wording wording;
    private final double width;
    private final double height;
    private final Drawing drawing;
    private final Table clocks;
    private final Table formats;
    private final Svg svg;

    private Picture(Wording wording, double scale, Drawing drawing, Table clocks, Table formats) {
        this.wording = wording;
        this.width = PAGE_WIDTH * scale;
        this.height = PAGE_HEIGHT * scale;
        this.drawing = drawing;
        this.clocks = clocks;
        this.formats = formats;
        this.svg = new Svg(wording.language(), wording.procedure().code() + " " + wording.title(), width, height);
    }

    /// A whole SVG file.
    ///
    /// @param language one of the catalogue's
    public static String svg(Common common, Procedure procedure, String language) {
        return of(new Wording(common, procedure, language)).written();
    }

    /// The drawing as [#svg] has it.
    static Drawing drawing(Wording wording) {
        return of(wording).drawing;
    }

    /// The largest letters with which everything has its place.
    private static Picture of(Wording wording) {
        for (double scale = 0.8; ; scale += 0.05) {
            double inner = PAGE_WIDTH * scale - 2 * MARGIN;
            Table clocks = Tables.clocks(wording, (inner - SPACE) * 0.46);
            Table formats = Tables.formats(wording, (inner - SPACE) * 0.54);
            double tables = Math.max(clocks.height(), formats.height());
            double left = PAGE_HEIGHT * scale - 2 * MARGIN - TITLE - 2 * SPACE - tables;
            for (double boxWidth : BOX_WIDTHS) {
                var drawing = Drawing.of(Columns.of(wording, boxWidth, left));
                boolean fits = drawing.width() <= inner && drawing.height() <= left;
                if (fits || scale > MAX_SCALE) {
                    return new Picture(wording, scale, drawing, clocks, formats);
                }
            }
        }
    }

    private String written() {
        String code = wording.procedure().code();
        svg.text(MARGIN, MARGIN + TITLE, TITLE, "font-weight=\"bold\"", code + " · " + wording.title());
        svg.text(width - MARGIN, MARGIN + TITLE, Table.SIZE, "text-anchor=\"end\"", wording.edition());
        double top = MARGIN + TITLE + SPACE;
        drawing.nets().forEach(net -> net(net, top));
        drawing.boxes().forEach(box -> box(box, top));
        double under =
                Math.max(top + drawing.height() + SPACE, height - MARGIN - Math.max(clocks.height(), formats.height()));
        table(clocks, MARGIN, under);
        table(formats, width - MARGIN - formats.width(), under);
        return svg.written();
    }

    private String colour(String state) {
        int place = new ArrayList<>(wording.procedure().lifecycle().states().keySet()).indexOf(state);
        return COLOURS.get(Math.floorMod(place, COLOURS.size()));
    }

    private void net(Net net, double top) {
        String colour = colour(net.to());
        var lines = new ArrayList<Net.Line>();
        net.lines()
                .forEach(line -> lines.add(new Net.Line(
                        line.fromX() + MARGIN, line.fromY() + top, line.toX() + MARGIN, line.toY() + top)));
        svg.lines(lines, "stroke=\"" + colour + "\" stroke-width=\"1\"");
        net.dots().forEach(dot -> svg.dot(moved(dot, top), "fill=\"" + colour + "\""));
        svg.arrow(moved(net.tip(), top), net.rightwards() ? -7 : 7, "fill=\"" + colour + "\"");
    }

    private static Net.Point moved(Net.Point point, double top) {
        return new Net.Point(point.x() + MARGIN, point.y() + top);
    }

    private void box(Box box, double top) {
        double x = box.x() + MARGIN;
        double y = box.y() + top;
        String colour = box.state().equals(Wording.START) ? "#111" : colour(box.state());
        svg.rect(x, y, box.width(), box.height(), "rx=\"4\" fill=\"#fff\" stroke=\"" + colour + "\"");
        svg.rect(x, y, box.width(), box.titleHeight(), "rx=\"4\" fill=\"#eee\" stroke=\"" + colour + "\"");
        for (int i = 0; i < box.title().size(); i++) {
            double line = y + Box.PAD / 2 + (i + 0.8) * Box.TITLE_LEADING;
            svg.text(
                    x + Box.PAD,
                    line,
                    Box.TITLE_SIZE,
                    "font-weight=\"bold\"",
                    box.title().get(i));
        }
        box.rows().forEach(row -> row(row, x + Box.PAD, y + row.top()));
    }

    private void row(Row row, double x, double y) {
        boolean role = row.code().isEmpty();
        if (!role) {
            svg.text(x, y + 0.8 * Row.LEADING, Row.SIZE, "font-weight=\"bold\"", row.code());
        }
        for (int i = 0; i < row.text().size(); i++) {
            svg.text(
                    role ? x : x + Row.INDENT,
                    y + (i + 0.8) * Row.LEADING,
                    Row.SIZE,
                    role ? "font-style=\"italic\" fill=\"#444\"" : "",
                    row.text().get(i));
        }
    }

    private void table(Table table, double x, double y) {
        double top = y;
        boolean heading = true;
        for (List<List<String>> row : table.wrapped()) {
            double left = x;
            for (int column = 0; column < row.size(); column++) {
                List<String> cell = row.get(column);
                for (int i = 0; i < cell.size(); i++) {
                    double line = top + (i + 0.9) * Table.LEADING;
                    String style = heading || column == 0 ? "font-weight=\"bold\"" : "";
                    svg.text(left + Table.PAD, line, Table.SIZE, style, cell.get(i));
                }
                left += table.width(column);
            }
            top += Table.height(row);
            String stroke = heading ? "stroke=\"#111\"" : "stroke=\"#ccc\" stroke-width=\"0.5\"";
            svg.lines(List.of(new Net.Line(x, top, x + table.width(), top)), stroke);
            heading = false;
        }
    }
}
