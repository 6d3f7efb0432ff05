package torgau.station.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import torgau.station.paper.Paper.Column;
import torgau.station.paper.Paper.Receipt;
import torgau.station.paper.Strip.Cell;
import torgau.station.paper.Strip.Ground;
import torgau.station.paper.Strip.Order;
import torgau.station.text.Dtg;

/// Puts a paper together from strips: banner, title, heads, content in columns; entry and receipts across all.
final class Composer {
    static final float SMALLEST = 8;
    private static final float LARGEST_CLASS = 22;
    private static final float SMALLER_CLASS = 16;
    private static final float SMALLEST_CLASS = 11;
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
    private final boolean dense;
    private boolean replaced;

    /// How much room is given to a paper.
    ///
    /// @param body size of what is said, points
    /// @param dense whether what is said begins beside its label, not below
    record Setting(float body, boolean dense) {}

    Composer(Paper paper, Terms terms, Face face, Setting setting) {
        this.paper = paper;
        this.terms = terms;
        this.face = face;
        this.legible = new Legible(face::has);
        this.leaf = Leaf.of(paper.columns().size());
        this.body = setting.body();
        this.dense = setting.dense();
    }

    List<Page> pages() {
        var flow = new Flow(leaf, face, paper.mark().drill(), running());
        flow.add(banner());
        flow.add(columns(dense ? 5 : 10, 0, Ground.NONE, index -> bold(column(index).title(), body + 3)));
        heads(flow);
        rows(flow);
        flow.together(entry());
        flow.together(receipts());
        return flow.pages(paper.entry().number(), (page, pages) -> terms.all("paper.page", Map.of("page", page, "pages", pages)));
    }

    private Strip banner() {
        float size = classSize();
        return columns(0, dense ? 4 : 9, ground(), index -> {
            Paper.Banner banner = column(index).banner();
            var lines = new ArrayList<>(bold(banner.trafficClass(), size));
            if (paper.mark().drill()) {
                lines.addAll(plain(terms.in(index, "class." + paper.mark() + ".meaning"), 9));
            }
            lines.addAll(bold(banner.precedence(), 11));
            lines.addAll(plain(banner.label(), 9));
            lines.addAll(plain(terms.in(index, "paper.legal_effect") + ": " + shown(banner.legalEffect()), 9));
            return lines;
        });
    }

    /// What stands above every page but the first.
    private Strip running() {
        return columns(0, 4, ground(), index -> bold(column(index).banner().trafficClass(), 11));
    }

    private Ground ground() {
        return paper.mark().drill() ? Ground.SOLID : Ground.BANNER;
    }

    /// The largest size at which the class takes one line in each language.
    private float classSize() {
        float size = dense ? SMALLER_CLASS : LARGEST_CLASS;
        for (Column column : paper.columns()) {
            float width = face.width(shown(column.banner().trafficClass()).replace("\n", ""), true);
            size = Math.min(size, leaf.columnWidth() / Math.max(width, 1));
        }
        return Math.max(size, SMALLEST_CLASS);
    }

    private void heads(Flow flow) {
        int most = paper.columns().stream().mapToInt(column -> column.heads().size()).max().orElse(0);
        for (int each = 0; each < most; each++) {
            int at = each;
            flow.add(columns(at == 0 ? 5 : 2, 0, Ground.NONE, index -> {
                List<Paper.Head> heads = column(index).heads();
                return at < heads.size() ? head(heads.get(at)) : List.of();
            }));
        }
    }

    private List<Line> head(Paper.Head head) {
        return wrap(SMALLEST + 0.5f, 10)
                .add(shown(head.label()) + ": ", true)
                .add(shown(head.value()), false)
                .lines();
    }

    private void rows(Flow flow) {
        int most = paper.columns().stream().mapToInt(column -> column.rows().size()).max().orElse(0);
        for (int each = 0; each < most; each++) {
            int at = each;
            flow.add(columns(at == 0 ? 7 : 2, dense ? 1 : 2, at == 0 ? Ground.HEADING : Ground.RULED, index -> {
                List<Paper.Row> rows = column(index).rows();
                return at < rows.size() ? row(rows.get(at)) : List.of();
            }));
        }
        if (paper.columns().stream().anyMatch(column -> column.names().isPresent())) {
            flow.add(columns(6, 2.5f, Ground.RULED, index -> column(index).names().map(names -> plain(names, SMALLEST)).orElse(List.of())));
        }
    }

    private List<Line> row(Paper.Row row) {
        String label = row.number() + ". " + row.label() + ":";
        if (dense) {
            return wrap(body, 0).add(shown(label) + " ", true).add(shown(row.value()), false).lines();
        }
        var lines = new ArrayList<>(bold(label, SMALLEST));
        lines.addAll(plain(row.value(), body));
        return lines;
    }

    private List<Strip> entry() {
        Paper.Entry entry = paper.entry();
        return List.of(
                heading(terms.all("paper.entry")),
                item("paper.number", Ground.NONE, entry.number() + ", " + entry.reference()),
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
                Order.ROW,
                ground,
                List.of(
                        across(0, labels - GAP, terms.all(key) + ":", true),
                        across(labels, leaf.inner() - labels, shown(value), false)),
                2,
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
                Order.ROW,
                Ground.RULED,
                List.of(
                        tabled(0, shown(String.join("\n", receipt.stages())), true),
                        tabled(1, shown(receipt.party() + ", " + receipt.office()), false),
                        tabled(2, Dtg.both(receipt.time()), false),
                        tabled(3, shown(receipt.number()), false)),
                2,
                2);
    }

    private Cell tabled(int index, String text, boolean bold) {
        float from = leaf.inner() * TABLE[index];
        return across(from, leaf.inner() * TABLE[index + 1] - from - GAP, text, bold);
    }

    private Strip heading(String text) {
        Cell cell = new Cell(Leaf.MARGIN, new Wrap(face, leaf.inner(), 9.5f, 0).add(text, true).lines());
        return new Strip(Order.ROW, Ground.HEADING, List.of(cell), 9, 2.5f);
    }

    private Strip remark(String text, boolean bold) {
        return new Strip(Order.ROW, Ground.NONE, List.of(across(0, leaf.inner(), text, bold)), 3, 0);
    }

    private Cell across(float from, float width, String text, boolean bold) {
        return new Cell(Leaf.MARGIN + from, new Wrap(face, width, SMALLEST, 0).add(text, bold).lines());
    }

    private Strip columns(float above, float padding, Ground ground, IntFunction<List<Line>> lines) {
        var cells = new ArrayList<Cell>();
        for (int index = 0; index < leaf.columns(); index++) {
            cells.add(new Cell(leaf.column(index), lines.apply(index)));
        }
        return new Strip(Order.COLUMNS, ground, cells, above, padding);
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
