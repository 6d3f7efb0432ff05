package torgau.station.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Tables of events, from the file to the journal of the other side.
final class PlanImportTest extends OnOneLine {
    private static final String HEADINGS =
            "План (год);Номер в плане;Направление;Мероприятие;Цель;Вид;Принимающая сторона;"
                    + "Уровень;Планируемые даты (UTC);Значение указанных дат;Место;Языки;Перевод;Расходы\n";

    private static String row(String plan, String number, String dates) {
        return "%s;%s;глобальная стабильность;Консультации штабов %s;Обмен взглядами;штабные консультации;BLUE;офицеры штабов;%s;точные даты;Вена;русский, English;переводчик не требуется;\"подлежат согласованию\"\n"
                .formatted(plan, number, number, dates);
    }

    private static String body(byte[] file, String more) {
        return "{\"file\":\"%s\",\"office\":%s%s}"
                .formatted(Base64.getEncoder().encodeToString(file), Line.OFFICE, more);
    }

    private static String body(String file) {
        return body(file.getBytes(StandardCharsets.UTF_8), "");
    }

    private static JsonNode checked(String file) {
        Client.Reply reply = blue.post("/api/v1/plan/import-check", body(file));
        assertThat(reply.status()).as(reply.json().toString()).isEqualTo(200);
        return reply.json();
    }

    /// Requirements 40 and 41; row 7.
    @Test
    void a_table_in_russian_is_filed_as_one_and_read_at_the_other_end() {
        String table = HEADINGS + row("2031", "ШТ-1", "10.05.2031–14.05.2031") + row("2031", "ШТ-2", "2031-09-01");
        JsonNode report = checked(table);
        assertThat(report.path("faults").toString()).isEqualTo("[]");
        assertThat(report.at("/ready/0/dates").asText()).isEqualTo("100000ZMAY31..142359ZMAY31");
        assertThat(report.at("/ready/0/host").asText()).isEqualTo("proposer");

        Client.Reply made = blue.post("/api/v1/plan/imports", body(table));
        assertThat(made.status()).as(made.json().toString()).isEqualTo(201);
        List<JsonNode> entries = made.json().path("entries").valueStream().toList();
        assertThat(entries).hasSize(2);
        entries.forEach(entry -> Line.await(red, entry.asText()));
        JsonNode read = red.get("/api/v1/entries/" + entries.get(1).asText()).json();
        assertThat(read.at("/act/format").asText()).isEqualTo("WP");
        assertThat(read.path("act").toString()).contains("Консультации штабов ШТ-2", "010000ZSEP31..012359ZSEP31");
        JsonNode again = checked(table);
        assertThat(again.path("ready")).isEmpty();
        assertThat(again.path("known").findValuesAsText("event"))
                .containsExactly(entries.get(0).asText(), entries.get(1).asText());
        assertThat(blue.post("/api/v1/plan/imports", body(table))
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("TG-6105");
    }

    private static List<String> faults(JsonNode report) {
        return report.path("faults")
                .valueStream()
                .map(fault -> fault.path("row").asText() + fault.path("column").asText() + " "
                        + fault.path("code").asText() + " " + fault.path("rule").asText())
                .toList();
    }

    /// Requirement 41.
    @Test
    void every_fault_of_every_row_is_named_at_once_and_nothing_is_filed() {
        String table = HEADINGS
                + row("2032", "A-1", "03/04/2032")
                + row("2032", "A-2", "10.05.2032 22:00-02:00")
                + row("2032", "A-3", "10.05.2032 - 12.05.2032").replace("штабные консультации", "пикник")
                + row("2032", "A-4", "31.02.2032")
                + row("2032", "A-5", "10.05.2032 - 12.05.2032")
                + row("2032", "A-5", "10.05.2032 - 12.05.2032")
                + row("2033", "A-6", "10.05.2032 - 12.05.2032").replace("штабов A-6", "штабов A-5")
                + row("2032", "A-7", "01.06.32")
                + row("2032", "", "").replace("Вена", "");
        JsonNode report = checked(table);

        assertThat(faults(report))
                .containsExactly(
                        "2I TG-6098 TWO_DATES",
                        "3I TG-6100 OVER_MIDNIGHT",
                        "4F TG-6025 CODE",
                        "5I TG-6097 NO_SUCH_DAY",
                        "7 TG-6101 ROW_TWICE",
                        "8 TG-6103 IN_TWO_PLANS",
                        "9I TG-6098 TWO_DATES",
                        "10I TG-6025 NEEDED");
        assertThat(report.at("/faults/1/written").asText()).isEqualTo("10.05.2032 22:00-02:00");
        assertThat(report.at("/faults/1/message").asText()).contains("following day");
        assertThat(report.at("/faults/5/message").asText()).contains("plan 2032", "6");
        Client.Reply refused = blue.post("/api/v1/plan/imports", body(table));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("code").asText()).isEqualTo("TG-6095");
        assertThat(refused.json().path("faults")).hasSize(8);
        assertThat(refused.json().at("/faults/0/row").asInt()).isEqualTo(2);
        assertThat(checked(HEADINGS + row("2032", "A-5", "10.05.2032 - 12.05.2032"))
                        .path("known"))
                .isEmpty();
    }

    @Test
    void a_column_that_is_missing_is_one_fault_and_not_one_of_each_row() {
        String table = HEADINGS.replace("Расходы", "Смета")
                + row("2034", "A-1", "10.05.2034")
                + row("2034", "A-2", "11.05.2034")
                + row("2034", "A-3", "31.02.2034");
        JsonNode report = checked(table);
        assertThat(faults(report)).containsExactlyInAnyOrder("2 TG-6025 NEEDED", "4I TG-6097 NO_SUCH_DAY");
        assertThat(report.path("faults").toString()).contains("the table has no column for this");
        assertThat(report.path("ready")).isEmpty();
    }

    @Test
    void what_the_plan_has_otherwise_is_no_second_event() {
        assertThat(blue.post("/api/v1/plan/imports", body(HEADINGS + row("2034", "B-1", "10.05.2034")))
                        .status())
                .isEqualTo(201);

        JsonNode report = checked(HEADINGS
                + row("2034", "B-1", "11.05.2034")
                + row("2034", "B-9", "10.05.2034").replace("штабов B-9", "штабов B-1")
                + row("2035", "", "10.05.2034").replace("штабов ;", "штабов B-1;"));

        assertThat(faults(report))
                .containsExactly("2 TG-6102 IN_PLAN_DIFFERS", "3 TG-6102 IN_PLAN_OTHERWISE", "4 TG-6103 IN_TWO_PLANS");
        assertThat(report.at("/faults/0/message").asText()).contains("BLUE-OPS-2");
    }

    @Test
    void the_same_request_twice_files_one_set_and_the_same_key_for_another_table_is_refused() {
        String key = "import-key-0001";
        String table = body(HEADINGS + row("2036", "C-1", "10.05.2036") + row("2036", "C-2", "11.05.2036"));
        Client.Reply first = blue.post("/api/v1/plan/imports", table, key);
        Client.Reply again = blue.post("/api/v1/plan/imports", table, key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("entries"))
                .isEqualTo(first.json().path("entries"))
                .hasSize(2);
        assertThat(blue.post("/api/v1/plan/imports", table.replace("Duty", "Day"), key)
                        .status())
                .isEqualTo(409);
    }

    @Test
    void what_other_programs_write_is_read_or_refused_with_the_way_out() {
        String table = HEADINGS + row("2037", "D-1", "10.05.2037");
        byte[] cyrillic = table.getBytes(Charset.forName("windows-1251"));
        JsonNode read =
                blue.post("/api/v1/plan/import-check", body(cyrillic, "")).json();
        assertThat(read.path("ready")).hasSize(1);
        assertThat(read.path("notes").toString()).contains("windows-1251");
        for (String junk : List.of("", "PK\u0003\u0004 no zip", "a;b\n1;2\n", "\"never closed", "\0")) {
            Client.Reply refused = blue.post("/api/v1/plan/import-check", body(junk));
            assertThat(refused.status()).as(junk).isEqualTo(422);
            assertThat(refused.json().path("code").asText()).startsWith("TG-609");
        }
        assertThat(blue.post(
                                "/api/v1/plan/import-check",
                                body(table.getBytes(StandardCharsets.UTF_8), ",\"zone\":\"Mars/X\""))
                        .status())
                .isEqualTo(422);
    }
}
