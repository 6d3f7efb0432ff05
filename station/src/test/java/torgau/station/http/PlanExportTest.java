package torgau.station.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import torgau.station.paper.Read;
import torgau.station.paper.VeraPdf;

/// The plan as it goes out, read by others and by the import.
final class PlanExportTest extends OnOneLine {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TEXTS = List.of(
            "=HYPERLINK(\"http://x\";\"y\")",
            "+7 (495) 1",
            "-5; two, \"three\"",
            "@SUM(A1)",
            "Обмен взглядами: «план», ёлка",
            "two\nlines",
            "'quoted",
            "'=1",
            "10–12.05",
            " a  b ",
            "ends with ..",
            "<b>&amp;</b>");

    private static ObjectNode fields(Random random, int number) {
        ObjectNode fields = JSON.createObjectNode().put("plan", "2041").put("track", "other");
        fields.put("event", number + " " + TEXTS.get(random.nextInt(TEXTS.size())));
        fields.put("aim", TEXTS.get(random.nextInt(TEXTS.size())));
        fields.put("kind", random.nextBoolean() ? "ceremony" : "staff_talks");
        fields.put(
                "host", List.of("proposer", "other", "both", "third", "nobody").get(random.nextInt(5)));
        fields.put("level", "experts").put("precision", random.nextBoolean() ? "exact" : "window");
        int day = 1 + random.nextInt(27);
        fields.put(
                "dates",
                switch (random.nextInt(4)) {
                    case 0 -> "%02d0000ZMAY41..%02d0000ZMAY41".formatted(day, day + 1);
                    case 1 -> "%02d2200ZMAY41..%02d0200ZMAY41".formatted(day, day + 1);
                    case 2 -> "2041-05-%02dT10:00:30Z..2041-05-%02dT11:00:00Z".formatted(day, day);
                    default -> "%02d0000ZMAY41..".formatted(day);
                });
        fields.putObject("owner").put("title", "=Duty, officer").put("capacity", "Centre; \"A\"");
        fields.putArray("languages").add("en").add("uk");
        fields.put("interpretation", "each_own").put("funding", "host_local");
        if (random.nextBoolean()) {
            fields.put(
                    "place", random.nextBoolean() ? "undisclosed" : TEXTS.get(0).substring(0, 9));
            fields.put("size", random.nextBoolean() ? "12..20" : "undisclosed");
            fields.put("number", "N-" + number);
            ObjectNode step = fields.putArray("steps").addObject();
            step.put("step", "site_survey").put("by", "guest").put("before", "45 d");
            fields.put("remarks", TEXTS.get(random.nextInt(TEXTS.size())));
        }
        return fields;
    }

    private static byte[] export(Client client, String query) {
        Client.Reply reply = client.get("/api/v1/plan/export?" + query);
        assertThat(reply.status()).as(reply.json().toString()).isEqualTo(200);
        return reply.http().body();
    }

    private static JsonNode check(Client client, byte[] file) {
        String body =
                "{\"file\":\"%s\",\"office\":%s}".formatted(Base64.getEncoder().encodeToString(file), Line.OFFICE);
        Client.Reply reply = client.post("/api/v1/plan/import-check", body);
        assertThat(reply.status()).as(reply.json().toString()).isEqualTo(200);
        return reply.json();
    }

    /// Requirements 40 and 41; row 7.
    @Test
    void whatever_is_exported_is_known_when_it_is_imported_at_either_end_in_any_language() throws Exception {
        var random = new Random(41);
        String last = "";
        for (int number = 1; number <= 30; number++) {
            last = Line.say(
                    number % 2 == 0 ? blue : red,
                    FilingTest.filing("WP", fields(random, number).toString(), ""));
        }
        Line.await(blue, last);
        Line.await(red, last);
        for (String query : List.of(
                "format=xlsx&languages=en",
                "format=xlsx&languages=ru",
                "format=csv&languages=uk",
                "format=csv&languages=en")) {
            for (Client client : List.of(blue, red)) {
                JsonNode report = check(client, export(client, query + "&plan=2041"));
                assertThat(report.path("faults").toString()).as(query).isEqualTo("[]");
                assertThat(report.path("ready").toString()).as(query).isEqualTo("[]");
                assertThat(report.path("known")).hasSize(30);
            }
        }
        byte[] pdf = export(blue, "format=pdf&languages=en,ru&plan=2041");
        VeraPdf.judge("the plan", pdf);
        assertThat(String.join("\n", Read.pages(pdf)).replaceAll("\\s+", " "))
                .contains(
                        "Page 1 of ",
                        "Plan of contacts",
                        "План контактов",
                        "do not prejudge",
                        "Обмен взглядами: «план», ёлка");
        readByOthers();
        calendar();
    }

    private static void readByOthers() throws Exception {
        byte[] xlsx = export(blue, "format=xlsx&languages=ru&plan=2041");
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows).hasSize(31);
            assertThat(rows.getFirst().getCellText(0)).isEqualTo("План (год)");
            assertThat(rows.stream().flatMap(Row::stream).filter(cell -> cell != null))
                    .allSatisfy(cell -> assertThat(cell.getFormula()).isNull());
            assertThat(rows.stream()
                            .flatMap(Row::stream)
                            .filter(cell -> cell != null)
                            .map(cell -> cell.getText()))
                    .contains("=Duty, officer");
        }
        assertThat(export(blue, "format=xlsx&languages=ru&plan=2041")).isEqualTo(xlsx);
        assertThat(new String(export(blue, "format=csv&languages=en&plan=2041"), StandardCharsets.UTF_8))
                .contains("\"'=Duty, officer\"")
                .doesNotContainPattern("(^|,)\"?[=+@]");
    }

    private static void calendar() throws Exception {
        byte[] ics = export(blue, "format=ics&languages=ru,en&plan=2041");
        assertThat(new String(ics, StandardCharsets.UTF_8).split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        Calendar read = new CalendarBuilder().build(new ByteArrayInputStream(ics));
        assertThat(read.validate().getEntries().toString()).isEqualTo("[]");
        assertThat(read.getComponents("VEVENT")).hasSize(30);
        assertThat(read.toString()).contains("STATUS:TENTATIVE", "Обмен взглядами: «план»\\, ёлка", "SEQUENCE:0");
        byte[] none = export(blue, "format=ics&office=nobody");
        assertThat(new String(none, StandardCharsets.UTF_8)).doesNotContain("VEVENT");
        assertThat(blue.get("/api/v1/plan/export?format=doc").status()).isEqualTo(400);
        assertThat(blue.get("/api/v1/plan/export?languages=xx").status()).isEqualTo(400);
    }
}
