package torgau.station.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import torgau.journal.crypto.HybridVerifier;
import torgau.journal.file.JournalCheck;
import torgau.journal.file.JournalReader;
import torgau.station.shell.RunningLine;

/// What officers' clients ask in the course of a watch.
final class ApiTest extends OnOneLine {
    @Test
    void the_status_says_how_the_line_stands() {
        var status = blue.get("/api/v1/status").json();
        assertThat(status.at("/counterparts/0/station").asText()).isEqualTo("RED-OPS");
        assertThat(status.at("/counterparts/0/bearers/0/up").asBoolean()).isTrue();
        assertThat(status.at("/offices/0/title").asText()).isEqualTo("Duty officer");
        assertThat(blue.get("/healthz").json().path("status").asText()).isEqualTo("ok");
        assertThat(new String(blue.get("/metrics").http().body(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("torgau_entries_admitted_total{origin=\"own\"}", "torgau_line_state");
        var agreement = blue.get("/api/v1/agreement").json();
        assertThat(agreement.at("/lead_offices/0/office").asText()).isEqualTo("Head of operations");
        assertThat(agreement.at("/lead_offices/1").has("office")).isFalse();
    }

    /// Row 12: what was designated since stands in the place of the agreement.
    @Test
    void the_state_of_the_line_names_the_office_that_leads_now_and_who_said_so() {
        JsonNode agreed = blue.get("/api/v1/status").json().path("lead_offices");
        assertThat(agreed).hasSize(2);
        assertThat(agreed.at("/0/office/title").asText()).isEqualTo("Head of operations");
        assertThat(agreed.at("/1/region").asText()).isEqualTo("north");
        assertThat(agreed.at("/1").has("office")).isFalse();

        String designated = Line.say(red, FilingTest.filing("LO", """
                        {"track":"peace_effort","office":{"title":"Chief of contacts","capacity":"General staff"},
                         "authority":"General staff","valid":"010000ZJAN26.."}""", ""));
        Line.await(blue, designated);
        for (Client client : List.of(blue, red)) {
            JsonNode lead = client.get("/api/v1/status").json().at("/lead_offices/2");
            assertThat(lead.at("/office/title").asText()).isEqualTo("Chief of contacts");
            assertThat(lead.path("entry").asText()).isEqualTo(designated);
            assertThat(lead.path("stated_at").asText()).isNotEmpty();
            assertThat(lead.path("standing").asText()).isEqualTo("stands");
        }
    }

    @Test
    void a_message_is_said_once_and_its_receipt_comes_back() {
        String body = Line.message("FLASH", "Cease fire at once.");
        var said = blue.post("/api/v1/entries", body, "key-number-1");
        assertThat(said.status()).isEqualTo(201);
        String reference = said.json().path("reference").asText();

        var again = blue.post("/api/v1/entries", body, "key-number-1");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("reference").asText()).isEqualTo(reference);
        var other = blue.post("/api/v1/entries", Line.message("FLASH", "Something else."), "key-number-1");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("TG-6007");
        RunningLine.awaitUntil("the receipt of RED", () -> receipts(blue, reference, "received") == 1);
    }

    private static long receipts(Client client, String reference, String stage) {
        return client.get("/api/v1/entries/" + reference).json().path("receipts").findValuesAsText("stage").stream()
                .filter(stage::equals)
                .count();
    }

    @Test
    void an_acknowledgement_signs_the_sentence_that_was_shown_and_ends_the_waiting() {
        String said = Line.say(blue, Line.message("IMMEDIATE", "Where is your column?"));
        Line.await(red, said);
        assertThat(red.get("/api/v1/entries/" + said)
                        .json()
                        .path("awaiting_acknowledgement")
                        .asBoolean())
                .isTrue();
        String ack = """
                {"type":"acknowledgement","of":"%s","stage":"understood","language":"ru","read_back":"Где ваша колонна"}""".formatted(said);
        JsonNode shown = red.post(
                        "/api/v1/acknowledgement-sentence",
                        "{\"office\":%s,\"acknowledgement\":%s}".formatted(Line.OFFICE, ack))
                .json();

        String made = Line.say(
                red,
                "{\"class\":\"FORMAL\",\"precedence\":\"IMMEDIATE\",\"office\":%s,\"act\":%s}"
                        .formatted(Line.OFFICE, ack));

        Line.await(blue, made);
        JsonNode signed = blue.get("/api/v1/entries/" + made).json().at("/act/sentences");
        assertThat(signed).isEqualTo(shown.path("sentences"));
        assertThat(signed.at("/0/text").asText()).contains("Где ваша колонна").contains("содержание понято");
        assertThat(signed.at("/1/text").asText()).contains("It implies no agreement");
        assertThat(receipts(blue, said, "understood")).isEqualTo(1);
        assertThat(red.get("/api/v1/entries/" + said)
                        .json()
                        .path("awaiting_acknowledgement")
                        .asBoolean())
                .isFalse();
        assertThat(blue.get("/api/v1/entries/" + made).json().path("matter").asText())
                .isEqualTo(said);
    }

    /// Requirement 37.
    @Test
    void that_a_message_has_come_to_the_level_able_to_act_is_said_with_its_time_and_names_no_unit() {
        String said = Line.say(blue, Line.message("IMMEDIATE", "Your convoy will pass our post at noon."));
        Line.await(red, said);
        String passed = """
                {"class":"FORMAL","precedence":"IMMEDIATE","office":%s,
                 "act":{"type":"acknowledgement","of":"%s","stage":"passed_on","language":"ru",
                 "passed_on_at":"2026-11-23T03:40:00.000Z"%s}}""";
        Client.Reply named =
                red.post("/api/v1/entries", passed.formatted(Line.OFFICE, said, ",\"unit\":\"12th battalion\""));
        assertThat(named.json().path("field").asText()).isEqualTo("/act/unit");
        String made = Line.say(red, passed.formatted(Line.OFFICE, said, ""));

        Line.await(blue, made);
        JsonNode act = blue.get("/api/v1/entries/" + made).json().path("act");
        assertThat(act.path("passed_on_at").asText()).isEqualTo("2026-11-23T03:40:00.000Z");
        assertThat(act.path("sentences").toString()).contains("доведено до исполнителей в 03:40Z");
        assertThat(receipts(blue, said, "passed_on")).isEqualTo(1);
    }

    @Test
    void a_text_that_was_not_understood_alarms_its_author_until_it_is_said_again() {
        String said = Line.say(blue, Line.message("PRIORITY", "Move the thing to the place."));
        Line.await(red, said);
        String nu = """
                {"class":"FORMAL","precedence":"PRIORITY","office":%s,
                 "act":{"type":"acknowledgement","of":"%s","stage":"not_understood","language":"ru","cause":"ambiguous"}}""".formatted(Line.OFFICE, said);
        Line.say(red, nu);
        RunningLine.awaitUntil("the alarm", () -> alarms(blue).contains("not_understood"));

        Line.say(blue, Line.message("PRIORITY", "Move the bridge train to Torgau.", ",\"re\":\"" + said + "\""));

        RunningLine.awaitUntil("the end of the alarm", () -> !alarms(blue).contains("not_understood"));
    }

    private static java.util.List<String> alarms(Client client) {
        return client.get("/api/v1/alarms").json().path("alarms").findValuesAsText("kind");
    }

    @Test
    void a_text_is_not_signed_with_characters_that_nobody_sees() {
        Client.Reply turned = blue.post("/api/v1/entries", Line.message("ROUTINE", "EX\\u202egnp.exe"));
        assertThat(turned.status()).isEqualTo(422);
        assertThat(turned.json().path("message").asText()).contains("U+202E");
        assertThat(blue.post("/api/v1/entries", Line.message("ROUTINE", "\\u200eДоброе утро"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void a_flash_that_arrives_alarms_until_it_is_acknowledged_and_silence_is_no_acknowledgement() {
        String said = Line.say(red, Line.message("FLASH", "Danger at the bridge."));
        RunningLine.awaitUntil("the alarm", () -> about(blue, said).has("id"));
        String id = about(blue, said).path("id").asText();
        assertThat(about(blue, said).path("class").asText()).isEqualTo("FORMAL");
        assertThat(about(blue, said).path("number").asText()).startsWith("RED-OPS-");

        assertThat(blue.post("/api/v1/alarms/" + id + "/silence", "").json().has("silenced_at"))
                .isTrue();

        assertThat(about(blue, said).path("id").asText()).isEqualTo(id);
        assertThat(receipts(red, said, "read")).isZero();
        Line.say(blue, """
                {"class":"FORMAL","precedence":"FLASH","office":%s,
                 "act":{"type":"acknowledgement","of":"%s","stage":"read","language":"en"}}""".formatted(Line.OFFICE, said));
        RunningLine.awaitUntil("the end of the alarm", () -> about(blue, said).isMissingNode());
        assertThat(blue.get("/api/v1/alarms?open=false").json().path("alarms").findValuesAsText("id"))
                .contains(id);
        assertThat(blue.post("/api/v1/alarms/nothing/silence", "").status()).isEqualTo(404);
    }

    private static JsonNode about(Client client, String reference) {
        for (JsonNode alarm : client.get("/api/v1/alarms").json().path("alarms")) {
            if (alarm.path("reference").asText().equals(reference)) {
                return alarm;
            }
        }
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }

    @Test
    void what_was_opened_and_drafted_stays_on_the_desk() {
        String said = Line.say(red, Line.message("ROUTINE", "Weather report."));
        Line.await(blue, said);
        assertThat(blue.put("/api/v1/entries/" + said + "/opened", "").status()).isEqualTo(204);
        assertThat(blue.get("/api/v1/entries/" + said).json().has("opened_at")).isTrue();
        assertThat(receipts(red, said, "read")).isZero();

        String draft = "{\"revision\":0,\"content\":{\"text\":\"half a sent\",\"precedence\":\"FLASH\"}}";
        assertThat(blue.put("/api/v1/drafts/draft-0001", draft)
                        .json()
                        .path("revision")
                        .asInt())
                .isEqualTo(1);
        assertThat(blue.put("/api/v1/drafts/draft-0001", draft).code()).isEqualTo("TG-6008");
        assertThat(blue.get("/api/v1/drafts")
                        .json()
                        .at("/drafts/0/content/text")
                        .asText())
                .isEqualTo("half a sent");
        assertThat(blue.delete("/api/v1/drafts/draft-0001").status()).isEqualTo(204);
        assertThat(blue.delete("/api/v1/drafts/draft-0001").status()).isEqualTo(204);
        assertThat(blue.get("/api/v1/drafts").json().path("drafts")).isEmpty();
    }

    @Test
    void a_link_test_is_returned_and_shown() {
        var test = blue.post("/api/v1/link-tests", "{\"station\":\"RED-OPS\"}", "link-test-key-1");
        assertThat(test.status()).isEqualTo(201);
        assertThat(blue.post("/api/v1/link-tests", "{\"station\":\"RED-OPS\"}", "link-test-key-1")
                        .status())
                .isEqualTo(200);
        assertThat(blue.post("/api/v1/link-tests", "{\"station\":\"BLUE-OPS\"}").status())
                .isEqualTo(422);
        RunningLine.awaitUntil(
                "the return",
                () -> blue.get("/api/v1/status")
                        .json()
                        .at("/counterparts/0/last_link_test/result")
                        .asText()
                        .equals("returned"));
    }

    @Test
    void pages_follow_one_another_in_both_directions() {
        String first = Line.say(blue, Line.message("ROUTINE", "One of three."));
        String second = Line.say(blue, Line.message("ROUTINE", "Two of three.", ",\"re\":\"" + first + "\""));
        String third = Line.say(blue, Line.message("ROUTINE", "Three of three.", ",\"re\":\"" + first + "\""));
        String matter = "&matter=" + first + "&types=message&direction=out&class=FORMAL";

        var newest = blue.get("/api/v1/entries?before=end&limit=2" + matter).json();
        assertThat(newest.path("entries").findValuesAsText("reference")).contains(second, third);
        assertThat(newest.path("more").asBoolean()).isTrue();
        var before = blue.get("/api/v1/entries?limit=2&before="
                        + newest.path("previous").asText() + matter)
                .json();
        assertThat(before.at("/entries/0/reference").asText()).isEqualTo(first);
        var after = blue.get(
                        "/api/v1/entries?limit=2&after=" + before.path("next").asText() + matter)
                .json();
        assertThat(after.at("/entries/0/reference").asText()).isEqualTo(second);
        String next = after.path("next").asText();
        var empty = blue.get("/api/v1/entries?after=" + next + matter).json();
        assertThat(empty.path("next").asText()).isEqualTo(next);
        assertThat(blue.get("/api/v1/entries?after=99999999").code()).isEqualTo("TG-6018");
        assertThat(blue.get("/api/v1/entries?aftr=1").code()).isEqualTo("TG-6005");
        assertThat(blue.get("/api/v1/entries/BLUE-OPS.00000000.1").status()).isEqualTo(404);
    }

    @Test
    void both_stations_export_the_same_file_and_it_holds() {
        String said = Line.say(blue, Line.message("FLASH", "For the file."));
        Line.await(red, said);
        RunningLine.awaitUntil("both export the same", () -> java.util.Arrays.equals(export(blue), export(red)));

        var check = new JournalCheck(new HybridVerifier());
        var in = new ByteArrayInputStream(export(blue));
        var reader = new JournalReader((into, offset, length) -> in.read(into, offset, length));
        for (var item = reader.next(); item.isPresent(); item = reader.next()) {
            assertThat(check.next(item.get())).isNull();
        }
        assertThat(check.end(reader.offset())).isNull();
        assertThat(check.entries()).isPositive();
    }

    private static byte[] export(Client client) {
        return client.get("/api/v1/journal/export").http().body();
    }
}
