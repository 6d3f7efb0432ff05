package torgau.station.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import torgau.station.shell.RunningLine;

final class SuspensionTest {
    @TempDir
    Path folder;

    @Test
    void a_party_suspends_alone_and_only_it_resumes() {
        try (var line = new Line(folder)) {
            String suspension = Line.say(line.red, """
                    {"class":"FORMAL","precedence":"IMMEDIATE","office":%s,
                     "act":{"type":"suspension","scope":{"kind":"line"},"authority":"Решение 7","effective_date":"2025-11-22",
                            "reason":"Проверка","stays_open":["EXERCISE"],"language":"ru"}}""".formatted(Line.OFFICE));
            RunningLine.awaitUntil("BLUE sees it", () -> headline(line.blue).equals("suspended"));

            var refused = line.blue.post("/api/v1/entries", Line.message("ROUTINE", "An ordinary message."));
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.code()).isEqualTo("TG-4001");
            Line.say(line.blue, Line.message("FLASH", "What the agreement protects."));
            assertThat(line.blue.post("/api/v1/entries", resumption(suspension)).code())
                    .isEqualTo("TG-6017");

            Line.say(line.red, resumption(suspension));
            RunningLine.awaitUntil(
                    "BLUE sees the end", () -> headline(line.blue).equals("working"));
            Line.say(line.blue, Line.message("ROUTINE", "An ordinary message."));
        }
    }

    @Test
    void a_format_is_filed_under_a_suspension_only_if_its_code_stays_open() {
        try (var line = new Line(folder)) {
            Line.say(line.red, """
                    {"class":"FORMAL","precedence":"IMMEDIATE","office":%s,
                     "act":{"type":"suspension","scope":{"kind":"line"},"authority":"Решение 7","effective_date":"2025-11-22",
                            "stays_open":["GW"],"language":"ru"}}""".formatted(Line.OFFICE));
            RunningLine.awaitUntil("BLUE sees it", () -> headline(line.blue).equals("suspended"));

            var refused = line.blue.post("/api/v1/entries", FilingTest.filing("UA", FilingTest.UA, ""));

            assertThat(refused.code()).isEqualTo("TG-4001");
            assertThat(refused.json().path("message").asText())
                    .isEqualTo("the line is suspended; FORMAL IMMEDIATE UA is not among what stays open");
            Line.say(line.blue, FilingTest.filing("UA", FilingTest.UA, ",\"precedence\":\"FLASH\""));
            String goodwill = """
                    {"category":"natural","subject":"Fire in a peat bog","information":["It gives much smoke."],
                     "period":"210600ZNOV26..","comment":"none","passing_on":"free"}""";
            Line.say(line.blue, FilingTest.filing("GW", goodwill, ""));
        }
    }

    private static String headline(Client client) {
        return client.get("/api/v1/status")
                .json()
                .at("/counterparts/0/headline")
                .asText();
    }

    private static String resumption(String suspension) {
        return """
                {"class":"FORMAL","precedence":"IMMEDIATE","office":%s,
                 "act":{"type":"resumption","of":"%s","authority":"Решение 8","effective_date":"2025-11-23","language":"ru"}}""".formatted(Line.OFFICE, suspension);
    }
}
