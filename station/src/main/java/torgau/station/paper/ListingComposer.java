package torgau.station.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import torgau.station.paper.Strip.Cell;
import torgau.station.paper.Strip.Ground;

/// Puts a listing together from strips: label and title, then one block after the other, none parted
/// that fits a page.
final class ListingComposer {
    private static final float BODY = 9;
    private static final float TITLE = 14;
    /// From base line to base line of two items, in sizes of the body; see [Composer].
    private static final float APART = 1.46f;

    private final Listing listing;
    private final Terms terms;
    private final Face face;
    private final Legible legible;
    private final Leaf leaf;
    private boolean replaced;

    ListingComposer(Listing listing, Terms terms, Face face) {
        this.listing = listing;
        this.terms = terms;
        this.face = face;
        this.legible = new Legible(face::has);
        this.leaf = Leaf.of(listing.columns().size());
    }

    List<Page> pages() {
        var flow = new Flow(leaf, face, false, labels());
        flow.add(labels());
        flow.sideBySide(each(this::heads));
        listing.blocks().forEach(block -> flow.block(each(index -> block(index, block.get(index)))));
        flow.block(each(this::closing));
        return flow.pages(
                listing.name(), (page, pages) -> terms.all("paper.page", Map.of("page", page, "pages", pages)));
    }

    private <T> List<T> each(IntFunction<T> made) {
        return IntStream.range(0, leaf.columns()).mapToObj(made).toList();
    }

    /// What stands above every page.
    private Strip labels() {
        var cells = new ArrayList<Cell>();
        for (int index = 0; index < leaf.columns(); index++) {
            cells.add(cell(index, bold(listing.columns().get(index).label(), BODY + 1)));
        }
        return new Strip(Ground.BANNER, cells, 0, 4);
    }

    private List<Strip> heads(int index) {
        Listing.Column column = listing.columns().get(index);
        var strips = new ArrayList<Strip>();
        strips.add(strip(index, 8, 2, Ground.NONE, bold(column.title(), TITLE)));
        column.heads().forEach(head -> strips.add(strip(index, 0, 1, Ground.NONE, plain(head, BODY))));
        return strips;
    }

    private List<Strip> block(int index, Listing.Part part) {
        float padding = BODY * (APART - Line.LEADING) / 2;
        var strips = new ArrayList<Strip>();
        strips.add(strip(index, 8, padding, Ground.HEADING, bold(part.heading(), BODY + 1)));
        for (Paper.Head row : part.rows()) {
            List<Line> lines = new Wrap(face, leaf.columnWidth(), BODY, BODY)
                    .add(shown(row.label()) + ": ", true)
                    .add(shown(row.value()), false)
                    .lines();
            strips.add(strip(index, 0, padding, Ground.NONE, lines));
        }
        return strips;
    }

    private List<Strip> closing(int index) {
        var strips = new ArrayList<Strip>();
        for (String closing : listing.columns().get(index).closing()) {
            strips.add(strip(index, 8, 2, Ground.RULED, plain(closing, Composer.SMALLEST)));
        }
        if (replaced) {
            strips.add(strip(index, 3, 2, Ground.NONE, plain(terms.in(index, "paper.replaced"), Composer.SMALLEST)));
        }
        return strips;
    }

    private Strip strip(int index, float above, float padding, Ground ground, List<Line> lines) {
        return new Strip(ground, List.of(cell(index, lines)), above, padding);
    }

    private Cell cell(int index, List<Line> lines) {
        return new Cell(index, leaf.column(index), lines);
    }

    private List<Line> bold(String text, float size) {
        return new Wrap(face, leaf.columnWidth(), size, 0)
                .add(shown(text), true)
                .lines();
    }

    private List<Line> plain(String text, float size) {
        return new Wrap(face, leaf.columnWidth(), size, 0)
                .add(shown(text), false)
                .lines();
    }

    private String shown(String text) {
        String shown = legible.of(text);
        replaced |= shown.indexOf(Legible.OPEN) >= 0;
        return shown;
    }
}
