package torgau.station.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import torgau.journal.Act;
import torgau.journal.Label;
import torgau.journal.Office;
import torgau.journal.Precedence;
import torgau.journal.TrafficClass;
import torgau.station.heart.Draft;
import torgau.station.heart.Effect;

/// Formats filed at one end and read at the other.
final class FilingTest extends OnOneLine {
    private static final ObjectMapper JSON = new ObjectMapper();
    static final String UA = """
            {"activity":"concentration","area":{"circle":{"centre":"54-20.0N 020-30.0E","radius":"25 km"}},
             "observed":"180600ZNOV26..201800ZNOV26","concern":"Columns were seen to assemble on three days.",
             "questions":["What is the purpose?","When does it end?"],"wanted":["written","call"]}""";
    static final String UR = """
            {"nature":"check","area":{"circle":{"centre":"54-20.0N 020-30.0E","radius":"30 km"}},
             "forces":[{"kind":"personnel","number":"1500..2000"},{"kind":"armour","number":60}],
             "period":"180400ZNOV26..261800ZNOV26","answers":["Проверка готовности частей.","declined"],"offers":["call"]}""";

    /// A format as it is filed.
    ///
    /// @param more further members of the entry, each after a comma
    static String filing(String format, String fields, String more) {
        return "{\"office\":%s,\"act\":{\"type\":\"notification\",\"format\":\"%s\",\"fields\":%s}%s}"
                .formatted(Line.OFFICE, format, fields, more);
    }

    private static String re(String reference) {
        return ",\"re\":\"" + reference + "\"";
    }

    private static ObjectNode fields(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static JsonNode entry(Client client, String name) {
        return client.get("/api/v1/entries/" + name).json();
    }

    private static String said(JsonNode act, String language) {
        for (JsonNode sentence : act.path("sentences")) {
            if (sentence.path("language").asText().equals(language)) {
                return sentence.path("text").asText();
            }
        }
        return "";
    }

    @Test
    void a_format_filed_in_one_language_is_read_in_the_other() {
        String filed = Line.say(blue, filing("UA", UA, ""));
        Line.await(red, filed);

        JsonNode entry = entry(red, filed);
        JsonNode act = entry.path("act");
        assertThat(entry.path("class").asText()).isEqualTo("FORMAL");
        assertThat(entry.path("precedence").asText()).isEqualTo("IMMEDIATE");
        assertThat(entry.path("matter").asText()).isEqualTo(filed);
        assertThat(entry.path("awaiting_acknowledgement").asBoolean()).isTrue();
        assertThat(act.path("known").asBoolean()).isTrue();
        assertThat(act.at("/title/ru").asText()).isEqualTo("Запрос о разъяснении необычной военной деятельности");
        assertThat(act.path("language").asText()).isEqualTo("en");
        assertThat(act.at("/sentences/0/language").asText()).isEqualTo("en");
        assertThat(said(act, "en")).startsWith("BLUE requests clarification. Addressee: RED.");
        assertThat(said(act, "ru"))
                .startsWith("BLUE обращается с запросом о разъяснении. Адресат: RED.")
                .contains("сосредоточение войск (сил)", "54°20,0′N", "в течение 48 часов");
        JsonNode area = act.at("/fields/1");
        assertThat(area.at("/label/ru").asText()).isNotEmpty();
        assertThat(area.at("/words/ru").asText()).contains("радиус 25 км");
        assertThat(area.path("written")).isEqualTo(fields(UA).path("area"));
        assertThat(act).isEqualTo(entry(blue, filed).path("act"));
    }

    @Test
    void what_is_read_back_is_compared_field_by_field_and_both_see_the_difference() {
        String filed = Line.say(blue, filing("UA", UA, ""));
        Line.await(red, filed);
        assertThat(entry(red, filed).at("/act/read_back").toString()).contains("\"activity\"", "\"area\"");
        String restated = "{\"activity\":\"concentration\",\"area\":{\"circle\":{\"centre\":\"54-20.0N 021-30.0E\","
                + "\"radius\":\"25 km\"}}}";

        String acknowledged = Line.say(red, acknowledgement(filed, "\"restated\":" + restated));

        Line.await(blue, acknowledged);
        JsonNode seen = entry(blue, acknowledged).at("/act/restated");
        assertThat(seen.findValuesAsText("name")).containsExactly("activity", "area");
        assertThat(seen.at("/0/equal").asBoolean()).isTrue();
        assertThat(seen.at("/1/equal").asBoolean()).isFalse();
        assertThat(seen.at("/1/restated/circle/centre").asText()).isEqualTo("54-20.0N 021-30.0E");
        assertThat(seen.at("/1/original/circle/centre").asText()).isEqualTo("54-20.0N 020-30.0E");
        assertThat(entry(blue, filed).path("receipts").valueStream().filter(one -> one.has("restated")))
                .singleElement()
                .satisfies(receipt -> assertThat(receipt.path("restated")).isEqualTo(seen));
        assertThat(entry(red, acknowledged).at("/act/restated")).isEqualTo(seen);
    }

    private static String acknowledgement(String of, String more) {
        return """
                {"class":"FORMAL","precedence":"IMMEDIATE","office":%s,"act":{"type":"acknowledgement","of":"%s",
                 "stage":"understood","language":"ru","read_back":"Понято",%s}}""".formatted(Line.OFFICE, of, more);
    }

    @Test
    void a_field_that_is_not_read_back_cannot_be_restated_and_one_that_is_not_there_cannot_be_in_question() {
        String filed = Line.say(blue, filing("UA", UA, ""));
        Line.await(red, filed);
        var wrong = red.post("/api/v1/entries", acknowledgement(filed, "\"restated\":{\"concern\":\"Columns\"}"));
        assertThat(wrong.code()).isEqualTo("TG-6025");
        assertThat(wrong.json().at("/faults/0/pointer").asText()).isEqualTo("/act/restated/concern");
        String not = """
                {"class":"FORMAL","precedence":"IMMEDIATE","office":%s,"act":{"type":"acknowledgement","of":"%s",
                 "stage":"not_understood","cause":"ambiguous","language":"ru","fields":["%s"]}}""";
        assertThat(red.post("/api/v1/entries", not.formatted(Line.OFFICE, filed, "where"))
                        .code())
                .isEqualTo("TG-6006");

        String asked = Line.say(red, not.formatted(Line.OFFICE, filed, "concern"));

        assertThat(entry(red, asked).at("/act/fields/0").asText()).isEqualTo("concern");
        String message = Line.say(blue, Line.message("ROUTINE", "Plain words."));
        Line.await(red, message);
        assertThat(red.post(
                                "/api/v1/entries",
                                acknowledgement(message, "\"restated\":{}").replace("IMMEDIATE", "ROUTINE"))
                        .code())
                .isEqualTo("TG-6006");
    }

    @Test
    void every_fault_is_told_at_once_in_the_language_of_the_officer() {
        String filed = Line.say(blue, filing("UA", UA, ""));
        Line.await(red, filed);
        ObjectNode fields = fields(UR);
        fields.put("nature", "chek");
        fields.withArray("/forces").addObject().put("kind", "tanks").put("number", 2);
        ((ObjectNode) fields.at("/area/circle")).put("centre", "54-20N");
        fields.put("period", "later");
        fields.put("surprise", 1);
        fields.remove("answers");

        var refused = red.post("/api/v1/entries", filing("UR", fields.toString(), re(filed)), Locale.of("en"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("TG-6025");
        JsonNode faults = refused.json().path("faults");
        assertThat(faults.findValuesAsText("pointer"))
                .containsExactlyInAnyOrder(
                        "/act/fields/nature",
                        "/act/fields/forces/2/kind",
                        "/act/fields/area/circle/centre",
                        "/act/fields/period",
                        "/act/fields/surprise",
                        "/act/fields/answers");
        JsonNode kind = at(faults, "/act/fields/forces/2/kind");
        assertThat(kind.path("field").asText()).isEqualTo("forces[3].kind");
        assertThat(kind.path("rule").asText()).isEqualTo("CODE");
        assertThat(kind.path("written").asText()).isEqualTo("tanks");
        assertThat(kind.path("limits").get(0).asText()).isEqualTo("personnel");
        assertThat(kind.path("message").asText())
                .isEqualTo("Forces involved 3, Kind: “tanks” is not in the list. Choose one of: personnel (personnel),"
                        + " armour (tanks and armoured vehicles), artillery (artillery systems), aircraft (aeroplanes and"
                        + " helicopters), ships (warships and auxiliaries), support (support units).");
        var russian = red.post("/api/v1/entries", filing("UR", fields.toString(), re(filed)));
        JsonNode answers = at(russian.json().path("faults"), "/act/fields/answers");
        assertThat(answers.path("message").asText())
                .isEqualTo(answers.path("label").asText() + ": не заполнено. Заполните это поле.");
        assertThat(answers.path("label").asText()).isNotEqualTo("answers");
    }

    private static JsonNode at(JsonNode faults, String pointer) {
        return faults.valueStream()
                .filter(fault -> fault.path("pointer").asText().equals(pointer))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_answer_names_what_it_answers_and_belongs_to_its_matter() {
        String filed = Line.say(blue, filing("UA", UA, ""));
        Line.await(red, filed);
        assertThat(red.post("/api/v1/entries", filing("UR", UR, "")).code()).isEqualTo("TG-4017");
        String interim = "{\"message\":\"%s\",\"progress\":\"examined\",\"expected\":\"191800ZNOV26\"}"
                .formatted(entry(red, filed).path("message_number").asText());
        String first = Line.say(red, filing("UI", interim, re(filed)));
        assertThat(entry(red, first).at("/act/procedure").asText()).isEqualTo("UA");
        assertThat(entry(red, first).path("refs")).hasSize(1);
        var refused = red.post("/api/v1/entries", filing("UR", UR, re(first)));
        assertThat(refused.code()).isEqualTo("TG-4017");
        String number = entry(red, filed).path("message_number").asText();
        assertThat(refused.json().path("message").asText())
                .isEqualTo("UA/UR answers UA, and refers to none; here that is " + number);

        String answer = Line.say(red, filing("UR", UR, re(number)));

        assertThat(entry(red, answer).path("matter").asText()).isEqualTo(filed);
        assertThat(entry(red, answer).at("/refs/0").asText()).isEqualTo(filed);
        assertThat(entry(red, number).path("reference").asText()).isEqualTo(filed);
        Line.await(blue, answer);
        String again = Line.say(blue, filing("UA", UA, re(answer)));
        assertThat(entry(blue, again).path("matter").asText())
                .as("further questions are a matter of their own")
                .isEqualTo(again);
        assertThat(entry(blue, again).at("/refs/0").asText()).isEqualTo(answer);
    }

    @Test
    void a_drill_stays_a_drill_and_service_carries_only_what_is_about_the_line() {
        String drill = Line.say(blue, filing("UA", UA, ",\"class\":\"EXERCISE\""));
        Line.await(red, drill);
        assertThat(said(entry(red, drill).path("act"), "ru")).startsWith("УЧЕБНОЕ.");
        var real = red.post("/api/v1/entries", filing("UR", UR, re(drill) + ",\"class\":\"FORMAL\""));
        assertThat(real.code()).isEqualTo("TG-6015");
        assertThat(red.post("/api/v1/entries", Line.message("ROUTINE", "For real.", re(drill)))
                        .code())
                .isEqualTo("TG-6015");

        String answer = Line.say(red, filing("UR", UR, re(drill)));

        assertThat(entry(red, answer).path("class").asText()).isEqualTo("EXERCISE");
        assertThat(blue.post("/api/v1/entries", filing("UA", UA, ",\"class\":\"SERVICE\""))
                        .code())
                .isEqualTo("TG-6027");
    }

    @Test
    void urgent_words_are_counted_over_all_free_texts_of_a_format() {
        ObjectNode fields = fields(UA);
        for (int i = 0; i < 6; i++) {
            fields.withArray("/questions").add("word ".repeat(32).strip());
        }
        var refused = blue.post("/api/v1/entries", filing("UA", fields.toString(), ""));
        assertThat(refused.code()).isEqualTo("TG-6013");
        assertThat(refused.json().path("message").asText()).isEqualTo("208 words; IMMEDIATE takes 200");
        Line.say(blue, filing("UA", fields.toString(), ",\"precedence\":\"PRIORITY\""));
    }

    @Test
    void what_a_filing_would_say_is_shown_and_nothing_is_sent() {
        String before = blue.get("/api/v1/entries?before=end&limit=1")
                .json()
                .path("next")
                .asText();
        JsonNode shown =
                blue.post("/api/v1/notification-sentence", filing("UA", UA, "")).json();
        assertThat(shown.path("precedence").asText()).isEqualTo("IMMEDIATE");
        assertThat(shown.has("matter")).isFalse();
        assertThat(blue.get("/api/v1/entries?types=notification&direction=out&after=" + before)
                        .json()
                        .path("entries"))
                .isEmpty();
        assertThat(blue.post("/api/v1/notification-sentence", Line.message("ROUTINE", "Words."))
                        .code())
                .isEqualTo("TG-6006");

        String filed = Line.say(blue, filing("UA", UA, ""));

        assertThat(entry(blue, filed).path("act")).isEqualTo(shown.path("act"));
    }

    @Test
    void a_format_is_found_by_its_code_and_what_is_not_there_is_named() {
        assertThat(blue.post("/api/v1/entries", filing("ZZ", "{}", "")).code()).isEqualTo("TG-6026");
        var several = blue.post("/api/v1/entries", filing("WD", "{}", ""));
        assertThat(several.json().path("message").asText()).contains("UA/WD").contains("WR/WD");
        assertThat(blue.post("/api/v1/entries", filing("AK", "{}", ""))
                        .json()
                        .path("message")
                        .asText())
                .isEqualTo("AK is an acknowledgement, and is not filed: acknowledge the message");
        String edition = filing("UA", UA, "").replace("\"format\"", "\"edition\":9,\"format\"");
        assertThat(blue.post("/api/v1/entries", edition).code()).isEqualTo("TG-6026");
        String procedure = filing("UR", UR, "").replace("\"format\"", "\"procedure\":\"WR\",\"format\"");
        assertThat(blue.post("/api/v1/entries", procedure).json().path("field").asText())
                .isEqualTo("/act/format");
    }

    @Test
    void a_number_leads_to_one_entry_of_one_year() {
        String filed = Line.say(blue, Line.message("ROUTINE", "Words."));
        JsonNode entry = entry(blue, filed);
        String number = entry.path("message_number").asText();
        assertThat(entry(blue, number).path("reference").asText()).isEqualTo(filed);
        String otherYear = number.replaceFirst("-[0-9]{4}-", "-1999-");
        assertThat(blue.get("/api/v1/entries/" + otherYear).status()).isEqualTo(404);
        assertThat(blue.get("/api/v1/entries/" + number + "999").status()).isEqualTo(404);
        assertThat(blue.get("/api/v1/entries/GREEN-OPS-2026-1").status()).isEqualTo(404);
        assertThat(blue.get("/api/v1/entries/BLUE-OPS-2026-9999999999999999").status())
                .isEqualTo(404);
    }

    @Test
    void another_edition_and_fields_that_cannot_be_read_are_shown_all_the_same() {
        String newer = released(new Act.Form("UA", 9, "UA"), new byte[] {(byte) 0x80});
        assertThat(entry(blue, newer).at("/act/known").asBoolean()).isFalse();
        assertThat(said(entry(blue, newer).path("act"), "ru")).contains("редакция 9");
        assertThat(entry(blue, newer).has("prepared"))
                .as("an answer to oneself")
                .isFalse();
        Line.await(red, newer);
        JsonNode prepared = entry(red, newer).path("prepared");
        assertThat(prepared.path("cause").asText()).isEqualTo("unknown_form");
        assertThat(entry(red, newer).path("receipts").findValuesAsText("stage"))
                .as("nothing is sent")
                .doesNotContain("not_understood");
        Line.say(red, """
                {"class":"FORMAL","precedence":"ROUTINE","re":"%s","office":%s,"act":%s}""".formatted(newer, Line.OFFICE, prepared));
        assertThat(entry(red, newer).has("prepared")).as("once it is answered").isFalse();
        // [["area", 3, "near"]] and nothing else that UA asks for
        byte[] unfit = {(byte) 0x81, (byte) 0x83, 0x64, 'a', 'r', 'e', 'a', 0x03, 0x64, 'n', 'e', 'a', 'r'};
        JsonNode other =
                entry(blue, released(new Act.Form("XYZ", 1, "XYZ"), unfit)).path("act");
        assertThat(other.at("/fields/0/name").asText()).isEqualTo("area");
        assertThat(other.at("/fields/0/written").asText()).isEqualTo("near");
        assertThat(other.at("/fields/0").has("words")).isFalse();
        JsonNode misfit =
                entry(blue, released(new Act.Form("UA", 1, "UA"), unfit)).path("act");
        assertThat(misfit.path("fault").asText()).isEqualTo("TG-4015");
        assertThat(misfit.path("sentences")).isEmpty();
        assertThat(misfit.path("fields")).hasSize(1);
        String broken = released(new Act.Form("UA", 1, "UA"), new byte[] {(byte) 0xf6});
        Line.await(red, broken);
        assertThat(entry(red, broken).at("/act/fault").asText()).startsWith("TG-1");
    }

    private static String released(Act.Form form, byte[] fields) {
        var act = new Act.Notification(new Office("Watch", ""), form, Label.PARTIES_ONLY, "", "en", fields);
        var draft = new Draft(TrafficClass.FORMAL, Precedence.ROUTINE, List.of(), null, List.of(), act, null);
        try {
            var result = line.served.blue.running().process().release(draft).get(5, TimeUnit.SECONDS);
            var authored = (Effect.Result.Authored) result;
            return new Names(line.served.blue.running().process().picture().roster())
                    .reference(authored.entry().reference());
        } catch (Exception fault) {
            throw new AssertionError(fault);
        }
    }

    @Test
    void the_catalogue_has_all_that_a_form_needs() {
        JsonNode all = blue.get("/api/v1/catalogue").json().path("procedures");
        assertThat(all.findValuesAsText("code")).contains("UA", "WR", "CR");
        for (JsonNode procedure : all) {
            JsonNode whole = red.get(
                            "/api/v1/catalogue/" + procedure.path("code").asText())
                    .json();
            assertThat(whole.path("formats")).hasSameSizeAs(procedure.path("formats"));
        }
        JsonNode ua = red.get("/api/v1/catalogue/UA").json();
        assertThat(ua.at("/lists/activities/0/words/ru").asText()).isEqualTo("сосредоточение войск (сил)");
        assertThat(ua.at("/formats/0/fields/0/list").asText()).isEqualTo("activities");
        assertThat(blue.get("/api/v1/catalogue/ZZ").status()).isEqualTo(404);
    }
}
