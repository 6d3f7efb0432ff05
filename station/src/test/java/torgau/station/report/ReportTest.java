package torgau.station.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import torgau.station.paper.PaperPress;
import torgau.station.paper.Read;
import torgau.station.paper.VeraPdf;
import torgau.station.report.Document.Chart;
import torgau.station.report.Document.Column;
import torgau.station.report.Document.Group;
import torgau.station.report.Document.Section;
import torgau.station.report.Document.Table;

class ReportTest {
    private static final String HOSTILE =
            "=1+1 \"><script>alert(1)</script><img src=x onerror=y> \u202e\u0000 ' & \n line";

    private static Chart chart() {
        return new Chart(
                HOSTILE,
                "cases",
                List.of("BLUE", HOSTILE),
                List.of(new Group("2026-01", List.of(3L, 0L)), new Group(HOSTILE, List.of(7L, -1L))));
    }

    private static Document document() {
        var table = new Table(
                List.of(new Column(HOSTILE, false), new Column("Cases", true)),
                List.of(List.of(HOSTILE, "7"), List.of("–", "0")));
        var section = new Section(HOSTILE, HOSTILE, Optional.of(chart()), table, "nothing", List.of(HOSTILE));
        var empty = new Section(
                "Empty", "", Optional.of(chart()), new Table(table.columns(), List.of()), "nothing", List.of());
        return new Document("en", "Figures", "PRIVATE", List.of(HOSTILE), List.of(section, empty));
    }

    /// Row 18.
    @Test
    void a_page_says_what_anybody_wrote_and_runs_none_of_it() {
        String html = Html.of(document());
        assertThat(html)
                .doesNotContain("<script", "<img", "\u202e", "\u0000")
                .contains("&lt;script&gt;", "‹U+202E›", "‹U+0000›");
        assertThat(html).containsOnlyOnce("<svg").contains("role=\"img\"", "nothing");
        assertThat(html.indexOf("PRIVATE")).isLessThan(html.lastIndexOf("PRIVATE"));
    }

    @Test
    void a_picture_is_sound_and_the_same_everywhere() throws Exception {
        String svg = Svg.of(chart(), 0);
        var parsed =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(parsed.getElementsByTagName("rect").getLength()).isEqualTo(6);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-SA-u-nu-arab"));
            assertThat(Svg.of(chart(), 0)).isEqualTo(svg);
        } finally {
            Locale.setDefault(before);
        }
        assertThat(Stream.of(0L, 4L, 5L, 9L, 21L, 1_000_000L).map(Bars::round))
                .containsExactly(4L, 4L, 8L, 20L, 40L, 2_000_000L);
    }

    @Test
    void no_cell_of_a_table_is_a_formula() {
        String csv = Csv.of(List.of(
                List.of("=1+1", "+x", "-x", "@x", "\tx", " =x", "-1.5", "12"),
                List.of("a,b", "a\"b", "a\r\nb", "", "ok", "", "", "")));
        assertThat(csv)
                .isEqualTo("\ufeff'=1+1,'+x,'-x,'@x,'\tx,' =x,-1.5,12\r\n\"a,b\",\"a\"\"b\",\"a\r\nb\",,ok,,,\r\n");
    }

    /// The same report gives the same bytes; what the font has not stands as its number.
    @Test
    void a_paper_has_its_mark_on_every_page() {
        var press = new PaperPress();
        byte[] one = press.print(document(), Instant.EPOCH, (page, pages) -> page + "/" + pages);
        assertThat(one).isEqualTo(press.print(document(), Instant.EPOCH, (page, pages) -> page + "/" + pages));
        assertThat(new String(one, StandardCharsets.ISO_8859_1)).contains("pdfaid:part=\"2\"");
    }

    /// Row 18: what the picture says is text that can be searched and read out, and it is archival.
    @Test
    void a_paper_has_the_picture_of_a_section_before_its_table() throws Exception {
        byte[] paper = new PaperPress().print(document(), Instant.EPOCH, (page, pages) -> page + "/" + pages);
        VeraPdf.judge("a report", paper);
        String said = String.join(" ", Read.pages(paper));
        assertThat(said).containsOnlyOnce("2026-01").contains("BLUE", "cases");
        assertThat(said.indexOf("2026-01")).isLessThan(said.indexOf("Cases"));
    }

    @Test
    void a_row_has_one_cell_for_each_column() {
        List<Column> columns = List.of(new Column("a", false));
        assertThatThrownBy(() -> new Table(columns, List.of(List.of("a", "b"))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
