package torgau.station.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import torgau.station.paper.Strip.Cell;
import torgau.station.paper.Strip.Ground;
import torgau.station.report.Bars;
import torgau.station.report.Document;
import torgau.station.report.Document.Column;
import torgau.station.report.Document.Section;

/// Puts a report together from strips: its mark, its heads, and each section as a picture, if it has
/// one, and a table. The mark stands on every page.
final class ReportComposer {
    private static final float BODY = 8.5f;
    private static final float TITLE = 15;
    private static final float HEADING = 11;
    private static final float GAP = 6;
    /// What a picture must have above and below it on its page.
    private static final float BESIDE = 90;
    /// How much wider a column of words is than one of numbers.
    private static final float WORDS = 2.2f;

    private final Document report;
    private final Face face;
    private final Legible legible;
    private final Leaf leaf = Leaf.of(1);

    ReportComposer(Document report, Face face) {
        this.report = report;
        this.face = face;
        this.legible = new Legible(face::has);
    }

    /// @param place says which page of how many
    List<Page> pages(BiFunction<Integer, Integer, String> place) {
        var flow = new Flow(leaf, face, false, mark());
        flow.add(mark());
        flow.add(strip(Ground.NONE, 8, 0, report.title(), TITLE, true));
        report.heads().forEach(head -> flow.add(strip(Ground.NONE, 2, 0, head, BODY, false)));
        report.sections().forEach(section -> add(section, flow));
        return flow.pages(legible.of(report.mark()), place);
    }

    private Strip mark() {
        return strip(Ground.BANNER, 0, 3, report.mark(), BODY + 1, true);
    }

    private void add(Section section, Flow flow) {
        var opening = new ArrayList<Strip>();
        opening.add(strip(Ground.HEADING, 12, 2, section.title(), HEADING, true));
        opening.add(strip(Ground.NONE, 0, 1, section.definition(), BODY, false));
        section.chart().filter(_ -> !section.table().rows().isEmpty()).ifPresent(chart -> {
            var picture = new Picture(Bars.of(chart), leaf.inner(), face, legible);
            flow.keep(picture.height() + BESIDE);
            flow.together(List.copyOf(opening));
            flow.add(picture);
            opening.clear();
        });
        List<List<String>> rows = section.table().rows();
        if (rows.isEmpty()) {
            opening.add(strip(Ground.NONE, 2, 1, section.nothing(), BODY, false));
        } else {
            List<Column> columns = section.table().columns();
            opening.add(row(columns, columns.stream().map(Column::title).toList(), true));
            opening.add(row(columns, rows.getFirst(), false));
        }
        flow.together(opening);
        rows.stream().skip(1).forEach(row -> flow.add(row(section.table().columns(), row, false)));
        section.notes().forEach(note -> flow.add(strip(Ground.NONE, 3, 0, note, BODY, false)));
    }

    private Strip row(List<Column> columns, List<String> row, boolean bold) {
        float all = 0;
        for (Column column : columns) {
            all += weight(column);
        }
        var cells = new ArrayList<Cell>();
        float x = Leaf.MARGIN;
        for (int i = 0; i < columns.size(); i++) {
            float width = leaf.inner() * weight(columns.get(i)) / all;
            cells.add(new Cell(leaf.columns(), x, lines(row.get(i), width - GAP, BODY, bold)));
            x += width;
        }
        return new Strip(Ground.RULED, cells, 0, 1.5f);
    }

    private static float weight(Column column) {
        return column.number() ? 1 : WORDS;
    }

    private Strip strip(Ground ground, float above, float padding, String text, float size, boolean bold) {
        Cell cell = new Cell(leaf.columns(), Leaf.MARGIN, lines(text, leaf.inner(), size, bold));
        return new Strip(ground, List.of(cell), above, padding);
    }

    private List<Line> lines(String text, float width, float size, boolean bold) {
        return new Wrap(face, width, size, 0).add(legible.of(text), bold).lines();
    }
}
