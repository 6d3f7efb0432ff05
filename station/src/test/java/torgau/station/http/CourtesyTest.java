package torgau.station.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A sender's courtesy translations, on two stations.
final class CourtesyTest {
    @TempDir
    Path folder;

    static String translation(String of, String precedence, String more) {
        return """
                {"class":"FORMAL","precedence":"%s","office":%s,
                 "act":{"type":"translation","of":"%s","language":"ru","text":"Паром задерживается."%s}}""".formatted(precedence, Line.OFFICE, of, more);
    }

    @Test
    void a_translation_that_comes_later_stands_beside_its_original_and_nothing_is_awaited_after_it() {
        try (var line = new Line(folder)) {
            String original = Line.say(line.blue, Line.message("IMMEDIATE", "The ferry is late.", ",\"to\":[\"RED\"]"));
            String later = Line.say(line.blue, translation(original, "IMMEDIATE", ""));

            Line.await(line.red, later);
            JsonNode arrived = line.red.get("/api/v1/entries/" + later).json();
            assertThat(arrived.at("/act/type").asText()).isEqualTo("translation");
            assertThat(arrived.at("/to/0").asText())
                    .as("it goes to whom the original went")
                    .isEqualTo("RED");
            assertThat(arrived.path("matter").asText()).isEqualTo(original);
            assertThat(arrived.path("awaiting_acknowledgement").asBoolean()).isFalse();
            JsonNode beside = line.red.get("/api/v1/entries/" + original).json().path("later_courtesy");
            assertThat(beside.size()).isEqualTo(1);
            assertThat(beside.at("/0/by_reference").asText()).isEqualTo(later);
            assertThat(beside.at("/0/text").asText()).isEqualTo("Паром задерживается.");

            JsonNode awaited = line.red.get("/api/v1/awaited").json().path("from_us");
            assertThat(awaited.size())
                    .as("the acknowledgement of the original alone")
                    .isEqualTo(1);
            assertThat(line.red.get("/api/v1/alarms").json().path("alarms").valueStream())
                    .extracting(alarm -> alarm.path("reference").asText())
                    .doesNotContain(later);
            JsonNode steps = line.red.get("/api/v1/matters/" + original).json().path("steps");
            assertThat(steps.at("/1/outcome").asText()).isEqualTo("noted");
        }
    }

    @Test
    void what_may_not_stand_beside_an_entry_is_refused_before_it_is_signed() {
        try (var line = new Line(folder)) {
            String original = Line.say(line.blue, Line.message("PRIORITY", "The ferry is late."));
            Line.await(line.red, original);

            refused(line.red, translation(original, "PRIORITY", ""), "TG-4040", "/act/of");
            refused(line.blue, translation(original, "FLASH", ""), "TG-4043", "/precedence");
            refused(line.blue, translation(original, "PRIORITY", ",\"part\":\"subject\""), "TG-4041", "/act/part");
            String english = translation(original, "PRIORITY", "").replace("\"ru\"", "\"en-GB\"");
            refused(line.blue, english, "TG-4042", "/act/language");
            String drill = translation(original, "PRIORITY", "").replace("FORMAL", "EXERCISE");
            refused(line.blue, drill, "TG-6015", "/class");
            String answering = translation(original, "PRIORITY", "")
                    .replace("\"office\"", "\"re\":\"" + original + "\",\"office\"");
            refused(line.blue, answering, "TG-6006", "/re");
            assertThat(line.blue.get("/api/v1/entries?types=translation").json().path("entries"))
                    .isEmpty();
        }
    }

    private static void refused(Client client, String body, String code, String field) {
        var refused = client.post("/api/v1/entries", body);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.json().path("field").asText()).isEqualTo(field);
    }

    @Test
    void a_free_text_of_a_format_is_translated_by_its_name() {
        try (var line = new Line(folder)) {
            String asked = Line.say(line.blue, FilingTest.filing("UA", FilingTest.UA, ""));
            String later = Line.say(line.blue, translation(asked, "ROUTINE", ",\"part\":\"concern\""));

            Line.await(line.red, later);
            JsonNode beside = line.red.get("/api/v1/entries/" + asked).json().path("later_courtesy");
            assertThat(beside.at("/0/part").asText()).isEqualTo("concern");
            refused(line.blue, translation(asked, "ROUTINE", ",\"part\":\"area\""), "TG-4041", "/act/part");
        }
    }

    @Test
    void under_a_suspension_a_translation_passes_exactly_if_its_original_would() {
        try (var line = new Line(folder)) {
            String flash = Line.say(line.blue, Line.message("FLASH", "The ferry is late."));
            String routine = Line.say(line.blue, Line.message("ROUTINE", "The ferry is late."));
            Line.say(line.blue, """
                    {"class":"FORMAL","precedence":"IMMEDIATE","office":%s,
                     "act":{"type":"suspension","scope":{"kind":"line"},"authority":"Order 7","effective_date":"2025-11-22",
                            "stays_open":[],"language":"en"}}""".formatted(Line.OFFICE));

            Line.say(line.blue, translation(flash, "ROUTINE", ""));
            var refused = line.blue.post("/api/v1/entries", translation(routine, "ROUTINE", ""));
            assertThat(refused.code()).isEqualTo("TG-4001");
        }
    }
}
