package torgau.station.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import torgau.station.shell.RunningLine;

/// A new edition of a procedure travels, is accepted with a reservation, and is then filed by both.
final class EditionsTest {
    private static final String CONVOY = """
            {"route":["58-21.0N 019-44.0E","58-30.0N 020-02.0E"],"period":"211830ZNOV26..212100ZNOV26",
             "vehicles":14,"escort":"Two cars"}""";

    @TempDir
    Path folder;

    /// Requirement 31.
    @Test
    void an_edition_is_proposed_accepted_with_a_reservation_and_filed_by_both() throws IOException {
        String first = OwnCatalogueTest.written();
        var served = new Served(folder, UnaryOperator.identity(), OwnCatalogueTest.hash(first));
        OwnCatalogueTest.catalogue(served.blue.home, first);
        OwnCatalogueTest.catalogue(served.red.home, first);
        try (var line = new Line(served.start())) {
            check(line.blue, first);
            String faulty = propose(line.blue, second(first).replace("{escort}", "{convoy}"));
            awaitEdition(line.red, 0, "text", "faulty");
            assertThat(editions(line.red).get(0).path("findings").toString()).contains("convoy");
            Line.say(line.blue, FilingTest.filing("WD", """
                    {"message":"%s","kind":"withdrawn","effective":"010000ZNOV26"}""".formatted(number(line.blue, faulty)), re(faulty)));
            String proposed = propose(line.blue, second(first));
            awaitEdition(line.red, 1, "text", "good");
            assertThat(line.blue
                            .post("/api/v1/entries", FilingTest.filing("PC", CONVOY, ""))
                            .code())
                    .isEqualTo("TG-6025");
            String reserved = Line.say(line.red, FilingTest.filing("FVR", """
                    {"format":"PC","new_edition":"2","start":"010000ZNOV26","scope":"interprets",
                     "reservation":"An escort is not a patrol."}""", re(proposed)));
            Line.await(line.blue, reserved);
            awaitEdition(line.blue, 1, "in_use", "false");
            String position = Line.say(
                    line.blue, FilingTest.filing("FVN", """
                    {"reservation":"%s","position":"noted","effective":"010000ZNOV26"}""".formatted(number(line.blue, reserved)), re(reserved)));
            Line.await(line.red, position);
            awaitEdition(line.red, 1, "in_use", "true");
            awaitEdition(line.blue, 1, "in_use", "true");

            for (Client side : new Client[] {line.blue, line.red}) {
                String filed = Line.say(side, FilingTest.filing("PC", CONVOY, ""));
                Line.await(line.red, filed);
                JsonNode act = line.red.get("/api/v1/entries/" + filed).json().path("act");
                assertThat(act.path("edition").asInt()).isEqualTo(2);
                assertThat(act.path("known").asBoolean()).isTrue();
                assertThat(act.at("/reservations/0/text").asText()).isEqualTo("An escort is not a patrol.");
                assertThat(act.at("/sentences").toString()).contains("Escort: Two cars");
                assertThat(line.red
                                .get("/api/v1/matters/" + filed)
                                .json()
                                .at("/steps/0/outcome")
                                .asText())
                        .isEqualTo("moved");
                String text = new String(
                        line.red
                                .get("/api/v1/entries/" + filed + "/rendering?as=text&language=en")
                                .http()
                                .body(),
                        StandardCharsets.UTF_8);
                assertThat(text).contains("EDITION: 2", "Escort: “Two cars”");
                readBack(line.blue, text);
            }
        }
    }

    /// What would be proposed is judged as the others will judge it, and told in the officer's language.
    private static void check(Client client, String first) {
        JsonNode good = check(client, "application/yaml", second(first)).json();
        assertThat(good.path("findings")).isEmpty();
        assertThat(good.path("changes").findValuesAsText("text")).contains("Field PC.escort “Escort”: added");
        assertThat(good.path("changes").findValuesAsText("at")).containsExactly("PC", "PC.escort");
        JsonNode faulty = check(client, "application/yaml", second(first).replace("{escort}", "{convoy}"))
                .json();
        assertThat(faulty.path("changes")).isEmpty();
        assertThat(faulty.at("/findings/0/file").asText()).isEqualTo("procedures/PC.yaml");
        assertThat(check(client, "application/yaml", "procedure: [")
                        .json()
                        .at("/findings/0/code")
                        .asText())
                .isEqualTo("TG-5041");
        assertThat(check(client, "application/json", "{}").code()).isEqualTo("TG-6021");
    }

    private static Client.Reply check(Client client, String type, String text) {
        return client.send(
                "POST",
                "/api/v1/edition-check",
                Optional.of(text),
                Map.of("Authorization", "Bearer " + client.token, "Content-Type", type));
    }

    /// A text says by its edition how it is to be read, and is filed in that one.
    private static void readBack(Client client, String text) {
        Client.Reply typed = client.post("/api/v1/numbered-text", typed(text.toUpperCase(Locale.ROOT)));
        assertThat(typed.json().path("edition").asInt()).isEqualTo(2);
        assertThat(typed.json().at("/fields/escort").asText()).isEqualTo("TWO CARS");
        assertThat(client.get("/api/v1/catalogue/PC?edition=1").json().toString())
                .doesNotContain("escort");
        assertThat(client.get("/api/v1/catalogue/PC?edition=2").json().toString())
                .contains("escort");
        assertThat(client.get("/api/v1/catalogue/PC?edition=3").status()).isEqualTo(404);
        Client.Reply never = client.post("/api/v1/numbered-text", typed(text.replace("EDITION: 2", "EDITION: 3")));
        assertThat(never.json().path("message").asText()).contains("2, 1");
        Client.Reply first = client.post(
                "/api/v1/numbered-text",
                typed(text.replace("EDITION: 2", "EDITION: 1").replaceAll("(?m)^[0-9]+\\. Escort.*\n", "")));
        assertThat(first.json().path("message").asText()).contains("5. Markings", "wanted is the line Markings");
    }

    private static String typed(String text) {
        return JsonNodeFactory.instance.objectNode().put("text", text).toString();
    }

    /// The same procedure with another field.
    private static String second(String first) {
        return first.replace("edition: 1", "edition: 2")
                .replace(
                        "      markings: {type: text, optional: true,",
                        "      escort: {type: text, optional: true, max_words: 20,"
                                + " label: {en: Escort, ru: Охранение, uk: Охорона}}\n"
                                + "      markings: {type: text, optional: true,")
                .replace("[Markings: {markings}.]", "[Escort: {escort}.] [Markings: {markings}.]")
                .replace(
                        "[Опознавательные знаки: {markings}.]",
                        "[Охранение: {escort}.] [Опознавательные знаки: {markings}.]")
                .replace(
                        "[Розпізнавальні знаки: {markings}.]",
                        "[Охорона: {escort}.] [Розпізнавальні знаки: {markings}.]");
    }

    private static String propose(Client client, String text) {
        JsonNode put = client.send(
                        "PUT",
                        "/api/v1/blobs",
                        Optional.of(text),
                        Map.of(
                                "Authorization",
                                "Bearer " + client.token,
                                "Content-Type",
                                "application/octet-stream",
                                "Idempotency-Key",
                                UUID.randomUUID().toString()))
                .json();
        return Line.say(
                client,
                FilingTest.filing(
                        "FV",
                        """
                {"format":"PC","old_edition":"1","new_edition":"2","changes":["Escort is told."],"nature":["field"],
                 "start":"010000ZNOV26","text":{"name":"PC-2.yaml","blob":"%s","key":"%s","bytes":%d}}""".formatted(
                                        put.path("blob").asText(),
                                        put.path("key").asText(),
                                        put.path("bytes").asInt()),
                        ""));
    }

    private static String re(String reference) {
        return ",\"re\":\"" + reference + "\"";
    }

    private static String number(Client client, String reference) {
        return client.get("/api/v1/entries/" + reference)
                .json()
                .path("message_number")
                .asText();
    }

    private static JsonNode editions(Client client) {
        return client.get("/api/v1/editions").json().path("editions");
    }

    private static void awaitEdition(Client client, int at, String field, String value) {
        RunningLine.awaitUntil(
                "edition " + at + " has " + field + " " + value,
                () -> editions(client).path(at).path(field).asText().equals(value));
    }
}
