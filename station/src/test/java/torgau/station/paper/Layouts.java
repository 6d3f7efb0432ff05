package torgau.station.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import torgau.station.text.Texts;

/// Where things stand on pages, before they are drawn.
final class Layouts {
    private static final Face FACE = Face.load();
    private static final Map<String, Texts> TEXTS = Terms.load();

    private static final float WIDTH = 595.28f;
    private static final float HEIGHT = 841.89f;
    private static final float SLACK = 0.1f;

    private Layouts() {}

    static List<Page> of(Paper paper) {
        return PaperPress.pages(paper, Terms.of(TEXTS, paper.columns()), FACE);
    }

    /// The same text wherever any text may stand.
    static Paper everywhere(String text) {
        var column = new Paper.Column(
                "en",
                new Paper.Banner(text, text, text, text),
                text,
                List.of(new Paper.Head(text, text)),
                List.of(new Paper.Row(text, text, text)),
                List.of(text));
        var entry = new Paper.Entry(
                "W".repeat(32) + "-9999-9007199254740992",
                text,
                Papers.ENTRY.id(),
                Papers.ENTRY.signature(),
                text,
                Papers.MADE);
        var receipt = new Paper.Receipt(List.of(text, text), text, text, Papers.MADE, text);
        return new Paper(Paper.Mark.EXERCISE, List.of(column, column), entry, List.of(receipt, receipt), Papers.MADE);
    }

    /// No text stands in another's place, none outside the margins, none is smaller than it may be.
    static void isApart(Page page) {
        List<Page.Text> texts = page.texts();
        for (Page.Text text : texts) {
            boolean within = text.x() >= Leaf.MARGIN - SLACK
                    && right(text) <= WIDTH - Leaf.MARGIN + SLACK
                    && text.y() >= Leaf.FOOT - SLACK
                    && text.y() <= HEIGHT - Leaf.TOP
                    && text.size() >= 8;
            assertThat(within).as("%s is within the margins", text).isTrue();
            long upon = texts.stream().filter(other -> !apart(text, other)).count();
            assertThat(upon).as("only itself stands upon %s", text).isEqualTo(1);
        }
    }

    private static boolean apart(Page.Text one, Page.Text other) {
        boolean beside = right(one) <= other.x() + SLACK || right(other) <= one.x() + SLACK;
        Page.Text upper = one.y() >= other.y() ? one : other;
        Page.Text lower = one.y() >= other.y() ? other : one;
        return beside || upper.y() - 0.22f * upper.size() >= lower.y() + 0.74f * lower.size();
    }

    private static float right(Page.Text text) {
        return text.x() + FACE.width(text.text().stripTrailing(), text.bold()) * text.size();
    }
}
