package torgau.station.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import torgau.station.shell.RunningLine;

/// Figures over two stations: each measures the same from the same journal, and shows it to its own
/// side.
final class FiguresApiTest extends OnOneLine {
    private static final String EP = """
            {"track":"global_stability","period":"2020-01-01T00:00Z..2099-12-31T23:59Z",
             "expectations":[{"number":1,"measure":"unanswered","expected":"Requests have a reply.","target":0,"unit":"in_all"},
                             {"number":2,"measure":"other","expected":"Both sides speak plainly."}],
             "review":"2099-12-31T23:59Z","office":{"title":"Director of plans","capacity":"Joint staff"}}""";
    private static final String REPORT = "/api/v1/expectations/report?from=2020-01-01";

    private static void answered() {
        String asked = Line.say(blue, FilingTest.filing("UA", FilingTest.UA, ""));
        Line.await(red, asked);
        String reply = Line.say(red, FilingTest.filing("UR", FilingTest.UR, ",\"re\":\"" + asked + "\""));
        Line.await(blue, reply);
    }

    private static List<String> figures(JsonNode report, String code) {
        var figures = new ArrayList<String>();
        report.path("figures").forEach(figure -> {
            if (figure.path("figure").asText().startsWith(code)) {
                figures.add(figure.toString());
            }
        });
        return figures;
    }

    /// Row 18; requirement 33.
    @Test
    void both_sides_measure_the_same_from_the_same_journal() {
        answered();
        RunningLine.awaitUntil("both have the same", () -> {
            JsonNode here = blue.get(REPORT).json();
            JsonNode there = red.get(REPORT).json();
            return !figures(here, "answer.case").isEmpty()
                    && figures(here, "answer.").equals(figures(there, "answer."))
                    && figures(here, "review.requests").equals(figures(there, "review.requests"));
        });
        JsonNode report = blue.get(REPORT).json();
        assertThat(report.path("private").asBoolean()).isTrue();
        assertThat(report.path("complete").asBoolean()).isTrue();
        assertThat(figures(report, "answer.count").getFirst()).contains("\"party\":\"RED\"", "\"by\":\"all\"");
    }

    /// Row 18.
    @Test
    void what_is_expected_stands_beside_what_was_measured() {
        answered();
        String said = Line.say(blue, FilingTest.filing("EP", EP, ""));
        Line.await(red, said);

        for (Client side : List.of(blue, red)) {
            JsonNode list = side.get("/api/v1/expectations").json();
            JsonNode mine = list.at("/expectations/0");
            assertThat(mine.path("party").asText()).isEqualTo("BLUE");
            assertThat(mine.at("/rows/0/measure").asText()).isEqualTo("unanswered");
            assertThat(mine.at("/rows/0/target").asLong()).isZero();
            assertThat(mine.at("/rows/1/measured")).isEmpty();
            assertThat(mine.at("/track/words/ru").asText()).isEqualTo("глобальная стабильность");
        }
        String number = red.get("/api/v1/expectations")
                .json()
                .at("/expectations/0/number")
                .asText();
        String answers = """
                {"statement":"%s","answers":[{"number":1,"answer":"in_part","remark":"But for nights."},{"number":2,"answer":"shared"}],
                 "office":{"title":"Начальник управления","capacity":"Главный штаб"}}""".formatted(number);
        Line.await(blue, Line.say(red, FilingTest.filing("EPR", answers, ",\"re\":\"" + said + "\"")));
        RunningLine.awaitUntil("the answer, in words", () -> {
            JsonNode rows = blue.get("/api/v1/expectations").json().at("/expectations/0/rows");
            return rows.at("/0/answers/RED/words/en").asText().equals("shared in part")
                    && rows.at("/1/answers/RED/code").asText().equals("shared");
        });
        assertThat(blue.get(REPORT).json().path("expectations")).isNotEmpty();
    }

    /// Requirement 33.
    @Test
    void the_sheet_of_the_yearly_review_has_its_figures_filled_in() {
        answered();
        JsonNode sheet = blue.get("/api/v1/expectations/review").json();
        assertThat(sheet.path("format").asText()).isEqualTo("NRS");
        assertThat(sheet.at("/fields/statistics")).hasSize(9);
        assertThat(sheet.path("lacking").toString()).contains("agenda", "form");
    }

    /// Row 18: the sheet that one station prepared is filed, compared at the other with its own figures, and
    /// answered.
    @Test
    void a_review_sheet_is_filed_and_confirmed_by_the_other_side_from_its_own_figures() {
        ObjectNode fields =
                (ObjectNode) blue.get("/api/v1/expectations/review").json().path("fields");
        fields.putArray("agenda").add("Replies");
        fields.put("form", "written");
        String filed = Line.say(blue, FilingTest.filing("NRS", fields.toString(), ""));
        Line.await(red, filed);

        JsonNode seen = red.get("/api/v1/entries/" + filed).json();
        JsonNode own = red.get("/api/v1/expectations/review").json();
        assertThat(own.at("/fields/statistics")).isEqualTo(fields.path("statistics"));
        assertThat(seen.at("/act/sentences").toString()).contains("Replies");
        String answer = "{\"verdict\":\"confirmed\",\"items\":[\"1 accepted\"]}";
        Line.await(blue, Line.say(red, FilingTest.filing("NRC", answer, ",\"re\":\"" + filed + "\"")));
        RunningLine.awaitUntil(
                "both see it answered",
                () -> List.of(blue, red).stream()
                        .allMatch(side -> side.get("/api/v1/matters/" + filed)
                                .json()
                                .at("/state/code")
                                .asText()
                                .equals("review_answered")));
    }

    /// Row 18. Whatever the other side writes, the page has no script and asks nothing of anybody.
    @Test
    void the_report_is_a_page_a_paper_and_a_table_in_each_language() throws Exception {
        answered();
        String ep = EP.replace("Requests have a reply.", "=1+1 <script>alert(1)</script> https://example.org");
        Line.await(red, Line.say(blue, FilingTest.filing("EP", ep, "")));
        for (String language : List.of("en", "ru", "uk")) {
            String file = "/api/v1/expectations/report/file?from=2020-01-01&language=" + language;
            String html = new String(red.get(file).http().body(), StandardCharsets.UTF_8);
            assertThat(html)
                    .contains("lang=\"" + language + "\"")
                    .doesNotContain("<script")
                    .contains("&lt;script&gt;");
            assertThat(html.replaceAll("content=\"default-src[^>]*>", ""))
                    .doesNotContain("src=", "url(http", "<link", "<img", "@import");
            byte[] pdf = red.get(file + "&as=pdf").http().body();
            assertThat(new String(pdf, StandardCharsets.ISO_8859_1)).startsWith("%PDF-1.");
            String saved = System.getProperty("torgau.reports", "");
            if (!saved.isEmpty()) {
                Files.write(Path.of(saved, language + ".html"), html.getBytes(StandardCharsets.UTF_8));
                Files.write(Path.of(saved, language + ".pdf"), pdf);
            }
        }
        String csv = new String(
                red.get("/api/v1/expectations/report/file?from=2020-01-01&as=csv")
                        .http()
                        .body(),
                StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\ufefffigure,party,other,").contains("\r\nanswer.count,RED,");
        assertThat(red.get("/api/v1/expectations/report/file?from=2020-01-01&as=odt")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_period_that_is_none_is_refused() {
        assertThat(blue.get("/api/v1/expectations/report").status()).isEqualTo(400);
        assertThat(blue.get("/api/v1/expectations/report?from=yesterday").status())
                .isEqualTo(400);
        assertThat(blue.get("/api/v1/expectations/report?from=2020-13-01").status())
                .isEqualTo(400);
        assertThat(blue.get("/api/v1/expectations/report?from=2020-01-02&to=2020-01-01")
                        .json()
                        .path("field")
                        .asText())
                .isEqualTo("to");
    }
}
