package torgau.station.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import torgau.station.text.Texts;

/// What was filed is on the paper, all of it, readable by persons and by programs, in the order in which
/// it is read.
final class PaperPressTest {
    private static final PaperPress PRESS = new PaperPress();

    static Stream<Papers.Example> examples() {
        return Papers.examples().stream();
    }

    /// One of each procedure.
    static Stream<Papers.Example> procedures() {
        return examples()
                .filter(each -> each.procedure()
                        .formats()
                        .firstEntry()
                        .getKey()
                        .equals(each.format().code()));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_shipped_example_takes_one_page_in_any_two_languages(Papers.Example example) {
        for (List<String> two : List.of(List.of("en", "ru"), List.of("en", "uk"), List.of("ru", "uk"))) {
            Paper paper = example.paper(two.toArray(String[]::new));
            assertThat(Layouts.of(paper)).as("%s in %s", example, two).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void text_comes_out_column_by_column_with_every_value(Papers.Example example) {
        Paper paper = example.paper("ru", "en");
        String text = String.join(" ", Read.pages(PRESS.print(paper)));
        int at = 0;
        for (Paper.Column column : paper.columns()) {
            for (String part : parts(column)) {
                at = text.indexOf(Read.squeezed(part), at);
                assertThat(at).as("%s in %s", part, text).isNotNegative();
                at += part.strip().length();
            }
        }
        assertThat(text.substring(at).replace(" ", ""))
                .contains(paper.entry().id(), paper.entry().signature())
                .contains(Read.squeezed(paper.entry().author()).replace(" ", ""));
        for (Paper.Receipt receipt : paper.receipts()) {
            assertThat(text.substring(at))
                    .contains(receipt.stages())
                    .contains(receipt.party() + ", " + receipt.office(), receipt.number())
                    .contains("Получение не означает согласия.", "Receipt is not agreement.");
        }
    }

    private static List<String> parts(Paper.Column column) {
        Stream<String> banner = Stream.of(
                column.banner().trafficClass(),
                column.banner().precedence(),
                column.banner().label(),
                column.banner().legalEffect(),
                column.title());
        Stream<String> heads = column.heads().stream().map(head -> head.label() + ": " + head.value());
        Stream<String> rows = column.rows().stream().map(row -> row.number() + ". " + row.label() + ": " + row.value());
        return Stream.of(banner, heads, rows, column.closing().stream())
                .flatMap(each -> each)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Paper.Mark.class)
    void no_page_of_a_test_or_an_exercise_can_be_taken_for_a_real_one(Paper.Mark mark) {
        Paper said = Papers.saying("Columns were seen. ".repeat(900), "en", "uk");
        var pages = Layouts.of(new Paper(mark, said.columns(), said.entry(), said.receipts(), said.made()));
        assertThat(pages).hasSizeGreaterThan(2);
        boolean drill = mark == Paper.Mark.TEST || mark == Paper.Mark.EXERCISE;
        for (Page page : pages) {
            assertThat(page.shapes().contains(new Page.Shape.Hazard())).isEqualTo(drill);
            assertThat(page.texts().getFirst().text()).isEqualTo("FORMAL");
            assertThat(page.texts().getFirst().white()).isEqualTo(drill);
        }
        var first = pages.getFirst().texts().stream().map(Page.Text::text).toList();
        String meaning = Texts.in("uk").say("class." + mark + ".meaning");
        assertThat(first.contains(meaning)).isEqualTo(drill);
    }

    @Test
    void a_long_text_goes_on_and_every_page_says_which_it_is() {
        String words = String.join(
                " ", IntStream.range(0, 8_000).mapToObj(each -> "w" + each).toList());
        var pages = Read.pages(PRESS.print(Papers.saying(words, "en", "ru")));
        assertThat(pages).hasSizeBetween(10, 40);
        int said = 0;
        for (int page = 1; page <= pages.size(); page++) {
            assertThat(pages.get(page - 1))
                    .contains("Page " + page + " of " + pages.size(), "Страница " + page + " из " + pages.size())
                    .endsWith(Papers.ENTRY.number() + " Page " + page + " of " + pages.size() + " · Страница " + page
                            + " из " + pages.size());
            said += (pages.get(page - 1) + " ").split("w[0-9]+ ", -1).length - 1;
        }
        assertThat(said).isEqualTo(16_000);
    }

    @Test
    void nothing_stands_on_anything_else_or_outside_the_page() {
        String wide = "Щ".repeat(300) + " " + "i".repeat(500) + "\n\n\n" + "‹ W ".repeat(60);
        for (Paper paper : List.of(
                Papers.saying(wide.repeat(8), "en", "ru", "uk"),
                Papers.saying(wide.repeat(8), "en", "ru"),
                Papers.saying(wide, "uk"),
                Layouts.everywhere(wide.repeat(2)),
                Papers.example("IN/INF").paper("ru", "uk"),
                Papers.example("WR/WR").paper(Paper.Mark.TEST, "en", "ru", "uk"))) {
            Layouts.of(paper).forEach(Layouts::isApart);
        }
    }

    @Test
    void letters_come_out_as_themselves() {
        var letters = new StringBuilder();
        for (char letter = 'A'; letter <= 'z'; letter++) {
            letters.append(letter);
        }
        for (char letter = 'Ѐ'; letter <= 'џ'; letter++) {
            letters.append(letter);
        }
        letters.append("ґҐ’“”«»„–—−…′″°№±×≤≥€₴§éüßçğłŁőšž");
        String said = letters.toString().replaceAll("(.{20})", "$1 ").strip();
        assertThat(Read.pages(PRESS.print(Papers.saying(said, "en"))).getFirst())
                .contains(said)
                .doesNotContain("U+");
    }

    @Test
    void the_same_paper_gives_the_same_bytes_and_another_gives_others() {
        Paper paper = Papers.example("UA/UA").paper("en", "ru");
        byte[] pdf = PRESS.print(paper);
        assertThat(PRESS.print(paper)).isEqualTo(pdf);
        assertThat(new PaperPress().print(Papers.example("UA/UA").paper("en", "ru")))
                .isEqualTo(pdf);
        assertThat(PRESS.print(new Paper(paper.mark(), paper.columns(), paper.entry(), List.of(), paper.made())))
                .isNotEqualTo(pdf);
    }

    @Test
    void a_paper_that_cannot_be_is_refused_with_the_way_out() {
        Paper said = Papers.saying("x", "en");
        assertThatThrownBy(() -> Papers.saying("x", "en", "ru", "uk", "de")).hasMessageContaining("1 to 3");
        var receipt = new Paper.Receipt(List.of("read", "прочитано"), "RED", "Office", Papers.MADE, "RED-OPS-2026-1");
        assertThatThrownBy(() -> new Paper(said.mark(), said.columns(), said.entry(), List.of(receipt), said.made()))
                .hasMessageContaining("once in each");
        String signature = Papers.ENTRY.signature();
        assertThatThrownBy(() -> new Paper.Entry("B-2026-1", "x", "AB", signature, "x", Papers.MADE))
                .hasMessageContaining("64");
        assertThatThrownBy(() -> new Paper.Entry("B-2026-1", "x", Papers.ENTRY.id(), "ab", "x", Papers.MADE))
                .hasMessageContaining("128");
        assertThatThrownBy(() -> new Paper.Entry("b 1", "x", Papers.ENTRY.id(), signature, "x", Papers.MADE))
                .hasMessageContaining("BLUE-OPS-2026-17");
        assertThat(said.columns().getFirst().closing()).isEmpty();
    }
}
