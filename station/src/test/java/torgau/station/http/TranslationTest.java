package torgau.station.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The translation desk, on a line of an English and a Russian watch.
final class TranslationTest {
    private static final String LINGUIST = "{\"title\":\"Переводчик\",\"capacity\":\"Отдел переводов\"}";
    private static final String HEAD = "{\"title\":\"Начальник отдела\",\"capacity\":\"Отдел переводов\"}";

    @TempDir
    Path folder;

    private static String path(String entry, String step) {
        return "/api/v1/entries/" + entry + "/translations" + step;
    }

    static String step(long revision, String office, String more) {
        return "{\"language\":\"ru\",\"revision\":%d,\"office\":%s%s}".formatted(revision, office, more);
    }

    private static String text(String words) {
        return ",\"text\":\"" + words + "\"";
    }

    private static Client.Reply done(Client.Reply reply) {
        assertThat(reply.status()).as(reply.json().toString()).isEqualTo(200);
        return reply;
    }

    private static List<String> waiting(Client client) {
        return client.get("/api/v1/translations")
                .json()
                .path("waits")
                .valueStream()
                .map(each -> each.path("reference").asText())
                .toList();
    }

    @Test
    void what_waits_is_translated_reviewed_and_certified_and_stays_on_the_desk() {
        try (var line = new Line(folder)) {
            String routine = Line.say(line.blue, Line.message("ROUTINE", "The exercise ends at 18:30."));
            String flash = Line.say(line.blue, Line.message("FLASH", "Stop 12 nm off."));
            String own = Line.say(line.red, Line.message("ROUTINE", "Words of our own."));
            Line.await(line.red, flash);
            assertThat(waiting(line.red)).containsExactly(flash, routine);
            assertThat(waiting(line.blue)).as("RED writes English here").isEmpty();
            assertThat(own).isNotEmpty();

            String secret = "Остановитесь в 12 морских милях";
            JsonNode draft = done(line.red.put(path(flash, ""), step(0, LINGUIST, text(secret))))
                    .json();
            assertThat(draft.at("/translation/state").asText()).isEqualTo("draft");
            done(line.red.post(path(flash, "/review"), step(1, LINGUIST, "")));
            assertThat(waiting(line.red)).containsExactly(routine);
            assertThat(line.red
                            .post(path(flash, "/certify"), step(2, LINGUIST, ""))
                            .code())
                    .isEqualTo("TG-6032");
            JsonNode certified = done(line.red.post(path(flash, "/certify"), step(2, HEAD, ",\"note\":\"Сверено\"")))
                    .json();
            assertThat(certified.at("/translation/state").asText()).isEqualTo("certified");
            assertThat(certified
                            .path("history")
                            .valueStream()
                            .map(each -> each.path("state").asText()))
                    .containsExactly("draft", "reviewed", "certified");

            Line.say(line.red, Line.message("ROUTINE", "One more, so that all is over there."));
            String export =
                    new String(line.red.get("/api/v1/journal/export").http().body(), StandardCharsets.UTF_8);
            assertThat(export).contains("Stop 12 nm off").doesNotContain(secret).doesNotContain("Переводчик");
            assertThat(line.blue
                            .get(path(flash, "?to=ru"))
                            .json()
                            .at("/parts/0")
                            .has("translation"))
                    .isFalse();
        }
    }

    @Test
    void nothing_is_saved_over_what_was_not_read_and_no_state_is_left_out() {
        try (var line = new Line(folder)) {
            String entry = Line.say(line.blue, Line.message("ROUTINE", "The ferry is late."));
            Line.await(line.red, entry);

            assertThat(line.red
                            .post(path(entry, "/review"), step(0, LINGUIST, ""))
                            .code())
                    .isEqualTo("TG-6031");
            done(line.red.put(path(entry, ""), step(0, LINGUIST, text("Паром задерживается."))));
            Client.Reply late = line.red.put(path(entry, ""), step(0, LINGUIST, text("Потеряно")));
            assertThat(late.status()).isEqualTo(409);
            assertThat(late.code()).isEqualTo("TG-6030");
            done(line.red.post(path(entry, "/review"), step(1, LINGUIST, "")));
            JsonNode again = done(line.red.put(path(entry, ""), step(2, HEAD, text("Паром опаздывает."))))
                    .json();
            assertThat(again.at("/translation/state").asText()).isEqualTo("draft");
            assertThat(waiting(line.red)).as("it waits again").containsExactly(entry);

            assertThat(line.red
                            .put(path(entry, ""), step(0, LINGUIST, ",\"part\":\"subject\"" + text("x")))
                            .code())
                    .isEqualTo("TG-4041");
            String english = step(0, LINGUIST, text("x")).replace("\"ru\"", "\"en\"");
            assertThat(line.red.put(path(entry, ""), english).code()).isEqualTo("TG-4042");
            assertThat(line.red
                            .post(path(entry, "/machine"), step(3, LINGUIST, ""))
                            .code())
                    .isEqualTo("TG-6034");
            assertThat(line.red
                            .put(path("RED-OPS.00000000.7", ""), step(0, LINGUIST, text("x")))
                            .status())
                    .isEqualTo(404);
            assertThat(line.red
                            .put(path(entry, ""), step(3, LINGUIST, text("x") + ",\"force\":true"))
                            .code())
                    .isEqualTo("TG-6005");
        }
    }

    @Test
    void the_linguist_is_shown_terms_findings_and_what_was_translated_before_in_his_own_language() {
        try (var line = new Line(folder)) {
            String words = "The exercise ends at 18:30, 12 nm off.";
            String courtesy =
                    ",\"courtesy\":[{\"language\":\"ru\",\"text\":\"Учение завершается в 18:30 в 12 морских милях.\"}]";
            String first = Line.say(
                    line.blue, Line.message("ROUTINE", words).replace("\"text\"", courtesy.substring(1) + ",\"text\""));
            String second = Line.say(line.blue, Line.message("ROUTINE", "The exercise ends at 19:30, 12 nm off."));
            Line.await(line.red, second);

            JsonNode sheet = done(line.red.get(path(second, ""))).json().at("/parts/0");
            assertThat(sheet.path("terms")
                            .valueStream()
                            .flatMap(term -> term.path("agreed").valueStream())
                            .map(JsonNode::asText))
                    .contains("учение");
            assertThat(sheet.at("/memory/0/hits/0/translated").asText())
                    .isEqualTo("Учение завершается в 18:30 в 12 морских милях.");
            assertThat(sheet.at("/memory/0/hits/0/reference").asText()).isEqualTo(first);
            assertThat(sheet.at("/memory/0/hits/0/standing").asText()).isEqualTo("courtesy");

            String wrong = step(0, LINGUIST, text("Учения завершатся в 18:30 в 12 км."));
            done(line.red.put(path(second, ""), wrong));
            JsonNode findings = done(line.red.get(path(second, ""))).json().at("/parts/0/findings");
            assertThat(findings.valueStream().map(each -> each.path("kind").asText()))
                    .containsExactly("other_unit", "lost", "added");
            assertThat(findings.at("/0/message").asText())
                    .isEqualTo("«12 nm» передано как «12 км»: другая единица измерения.");
            JsonNode english = line.red
                    .post(path(second, "/review"), step(1, LINGUIST, ""), Locale.ENGLISH)
                    .json();
            assertThat(english.at("/findings/0/message").asText())
                    .isEqualTo("“12 nm” became “12 км”: the unit is another one.");
        }
    }

    @Test
    void what_the_desk_reviewed_is_remembered_also_after_a_start() {
        String entry;
        try (var line = new Line(folder)) {
            entry = Line.say(line.blue, Line.message("ROUTINE", "The bridge is closed to all traffic."));
            Line.await(line.red, entry);
            done(line.red.put(path(entry, ""), step(0, LINGUIST, text("Мост закрыт для всякого движения."))));
            done(line.red.post(path(entry, "/review"), step(1, LINGUIST, "")));

            String next = Line.say(line.blue, Line.message("ROUTINE", "The bridge is closed to all traffic today."));
            Line.await(line.red, next);
            assertThat(hit(line.red, next)).isEqualTo("Мост закрыт для всякого движения. reviewed");
            line.served.red.close();
            line.served.red.start();
            assertThat(hit(line.served.red.client(), next)).isEqualTo("Мост закрыт для всякого движения. reviewed");
            assertThat(waiting(line.served.red.client())).containsExactly(next);
        }
    }

    private static String hit(Client client, String entry) {
        JsonNode hit = client.get(path(entry, "?to=ru")).json().at("/parts/0/memory/0/hits/0");
        return hit.path("translated").asText() + " " + hit.path("standing").asText();
    }

    @Test
    void each_free_text_of_a_format_is_translated_by_itself() {
        try (var line = new Line(folder)) {
            String asked = Line.say(line.blue, FilingTest.filing("UA", FilingTest.UA, ""));
            Line.await(line.red, asked);
            List<String> parts = line.red
                    .get(path(asked, ""))
                    .json()
                    .path("parts")
                    .valueStream()
                    .map(part -> part.path("part").asText())
                    .toList();
            assertThat(parts).contains("concern", "questions[1]");
            done(line.red.put(path(asked, ""), step(0, LINGUIST, ",\"part\":\"questions[1]\"" + text("Вопрос"))));
            done(line.red.post(path(asked, "/review"), step(1, LINGUIST, ",\"part\":\"questions[1]\"")));
            JsonNode waits = line.red.get("/api/v1/translations").json().at("/waits/0/parts");
            assertThat(waits.valueStream().map(part -> part.path("part").asText()))
                    .contains("concern")
                    .doesNotContain("questions[1]");
        }
    }
}
