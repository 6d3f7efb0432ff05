package torgau.station.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import torgau.station.paper.Paper.Column;
import torgau.station.paper.Paper.Receipt;
import torgau.station.paper.Strip.Cell;
import torgau.station.paper.Strip.Ground;
import torgau.station.text.Dtg;

/// Puts a paper together from strips: banner, title, heads, content in columns; entry and receipts
/// across all.
final class Composer {
    static final float SMALLEST = 8;
    /// Of the words of the class, in sizes of the body.
    private static final float CLASS = 2.1f;
    private static final float SMALLEST_CLASS = 11;
    /// From base line to base line of two items, in sizes of the body.
    private static final float APART = 1.46f;
    private static final float LABELS = 0.40f;
    private static final float[] TABLE = {0, 0.34f, 0.60f, 0.80f, 1};
    private static final float GAP = 8;
    private static final int DIGITS_A_LINE = 64;

    private final Paper paper;
    private final Terms terms;
    private final Face face;
    private final Legible legible;
    private final Leaf leaf;
    private final float body;
    private boolean replaced;

    /// @param body size of what is said, points
    Composer(Paper paper, Terms terms, Face face, float body) {
        this.paper = paper;
        this.terms = terms;
        this.face = face;
        this.legible = new Legible(face::has);
        this.leaf = Leaf.of(paper.columns().size());
        this.body = body;
    }

    List<Page> pages() {
        var flow = new Flow(leaf, face, paper.mark().drill(), running());
        flow.add(banner());
        flow.sideBySide(IntStream.range(0, leaf.columns()).mapToObj(this::said).toList());
        flow.together(entry());
        flow.together(receipts());
        return flow.pages(
                paper.entry().number(), (page, pages) -> terms.all("paper.page", Map.of("page", page, "pages", pages)));
    }

    private Strip banner() {
        float size = classSize();
        return columns(body - 4, index -> {
            Paper.Banner banner = column(index).banner();
            var lines = new ArrayList<>(bold(banner.trafficClass(), size));
            if (paper.mark().drill()) {
                lines.addAll(plain(terms.in(index, "class." + paper.mark() + ".meaning"), body));
            }
            lines.addAll(bold(banner.precedence(), body + 1));
            lines.addAll(plain(banner.label(), body));
            lines.addAll(plain(terms.in(index, "paper.legal_effect") + ": " + shown(banner.legalEffect()), body));
            return lines;
        });
    }

    /// What stands above every page but the first.
    private Strip running() {
        return columns(4, index -> bold(column(index).banner().trafficClass(), 11));
    }

    /// The largest size at which the class takes one line in each language.
    private float classSize() {
        float size = body * CLASS;
        for (Column column : paper.columns()) {
            float width = face.width(shown(column.banner().trafficClass()).replace("\n", ""), true);
            size = Math.min(size, leaf.columnWidth() / Math.max(width, 1));
        }
        return Math.max(size, SMALLEST_CLASS);
    }

    /// What is said in one language. All of it has one size, and base lines are nowhere more than one
    /// and a half sizes apart, so that what is copied out of the page is that column and nothing else:
    /// readers of PDF take what stands farther apart for cells of a table, and read across. For the same
    /// reason the rows of two columns do not stand at the same heights.
    private List<Strip> said(int index) {
        Column column = column(index);
        var strips = new ArrayList<Strip>();
        strips.add(inColumn(index, body - 2, 0, Ground.NONE, bold(column.title(), body + 3)));
        float padding = body * (APART - Line.LEADING) / 2;
        Ground ground = Ground.NONE;
        for (Paper.Head head : column.heads()) {
            strips.add(
                    inColumn(index, strips.size() == 1 ? 2 : 0, padding, ground, labelled(head.label(), head.value())));
        }
        ground = Ground.HEADING;
        for (Paper.Row row : column.rows()) {
            strips.add(inColumn(index, 0, padding, ground, labelled(numbered(row), row.value())));
            ground = Ground.RULED;
        }
        for (String closing : column.closing()) {
            strips.add(inColumn(index, 3, 2, Ground.RULED, plain(closing, SMALLEST)));
        }
        return strips;
    }

    private static String numbered(Paper.Row row) {
        return row.number().isEmpty() ? row.label() : row.number() + ". " + row.label();
    }

    private List<Line> labelled(String label, String value) {
        return wrap(body, body)
                .add(shown(label) + ": ", true)
                .add(shown(value), false)
                .lines();
    }

    private Strip inColumn(int index, float above, float padding, Ground ground, List<Line> lines) {
        return new Strip(ground, List.of(new Cell(index, leaf.column(index), lines)), above, padding);
    }

    private List<Strip> entry() {
        Paper.Entry entry = paper.entry();
        return List.of(
                heading(terms.all("paper.entry")),
                item("paper.number", Ground.NONE, entry.number() + " (" + entry.reference() + ")"),
                item("paper.author", Ground.NONE, entry.author()),
                item("paper.time", Ground.NONE, Dtg.both(entry.time())),
                item("paper.id", Ground.DIGITS, entry.id()),
                item("paper.signature", Ground.DIGITS, digits(entry.signature())));
    }

    private static String digits(String signature) {
        return signature.substring(0, DIGITS_A_LINE) + "\n" + signature.substring(DIGITS_A_LINE);
    }

    private Strip item(String key, Ground ground, String value) {
        float labels = leaf.inner() * LABELS;
        return new Strip(
                ground,
                List.of(
                        across(0, labels - GAP, terms.all(key) + ":", true),
                        across(labels, leaf.inner() - labels, shown(value), false)),
                1.5f,
                0);
    }

    private List<Strip> receipts() {
        var strips = new ArrayList<Strip>();
        strips.add(heading(terms.all("paper.receipts", Map.of("time", Dtg.group(paper.made())))));
        for (Receipt receipt : paper.receipts()) {
            strips.add(receipt(receipt));
        }
        if (paper.receipts().isEmpty()) {
            strips.add(remark(terms.all("paper.receipts.none"), false));
        }
        strips.add(remark(terms.all("receipt.not_agreement"), true));
        if (replaced) {
            strips.add(remark(terms.all("paper.replaced"), false));
        }
        return strips;
    }

    private Strip receipt(Receipt receipt) {
        return new Strip(
                Ground.RULED,
                List.of(
                        tabled(0, shown(String.join("\n", receipt.stages())), true),
                        tabled(1, shown(by(receipt)), false),
                        tabled(2, Dtg.both(receipt.time()), false),
                        tabled(3, shown(receipt.number()), false)),
                1.5f,
                1.5f);
    }

    private static String by(Receipt receipt) {
        return receipt.office().isEmpty() ? receipt.party() : receipt.party() + ", " + receipt.office();
    }

    private Cell tabled(int index, String text, boolean bold) {
        float from = leaf.inner() * TABLE[index];
        return across(from, leaf.inner() * TABLE[index + 1] - from - GAP, text, bold);
    }

    private Strip heading(String text) {
        Cell cell = new Cell(
                leaf.columns(),
                Leaf.MARGIN,
                new Wrap(face, leaf.inner(), 9.5f, 0).add(text, true).lines());
        return new Strip(Ground.HEADING, List.of(cell), 5, 2);
    }

    private Strip remark(String text, boolean bold) {
        return new Strip(Ground.NONE, List.of(across(0, leaf.inner(), text, bold)), 3, 0);
    }

    private Cell across(float from, float width, String text, boolean bold) {
        return new Cell(
                leaf.columns(),
                Leaf.MARGIN + from,
                new Wrap(face, width, SMALLEST, 0).add(text, bold).lines());
    }

    private Strip columns(float padding, IntFunction<List<Line>> lines) {
        var cells = new ArrayList<Cell>();
        for (int index = 0; index < leaf.columns(); index++) {
            cells.add(new Cell(index, leaf.column(index), lines.apply(index)));
        }
        return new Strip(paper.mark().drill() ? Ground.SOLID : Ground.BANNER, cells, 0, padding);
    }

    private Column column(int index) {
        return paper.columns().get(index);
    }

    private List<Line> bold(String text, float size) {
        return wrap(size, 0).add(shown(text), true).lines();
    }

    private List<Line> plain(String text, float size) {
        return wrap(size, 0).add(shown(text), false).lines();
    }

    private Wrap wrap(float size, float indent) {
        return new Wrap(face, leaf.columnWidth(), size, indent);
    }

    private String shown(String text) {
        String shown = legible.of(text);
        replaced |= shown.indexOf(Legible.OPEN) >= 0;
        return shown;
    }
}
