package torgau.station.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import torgau.station.shell.RunningLine;

/// A request is asked, awaited, answered and closed over two stations: each computes the same, and shows
/// its own side.
final class MatterApiTest extends OnOneLine {
    private static final String MT = """
            {"track":"global_stability","subject":"Порядок уведомления.","topics":["Сроки"],"level":"staff",
             "head":{"title":"Начальник управления","capacity":"Главный штаб"},"size":6,"form":"in_person",
             "place":"Порт «Маяк»","slots":[{"slot":"090700ZDEC26..091500ZDEC26"}],"chair":"jointly",
             "languages":["en","ru"],"interpretation":"each_own"}""";
    private static final String AS = """
            {"activity":"transit","area":{"corridor":{"along":["70-00.0N 005-00.0E","66-00.0N 001-00.0E"],"width":"60 km"}},
             "period":"230500ZNOV26..230930ZNOV26","is_not":["not_directed"],"limits":["area"],"weapons":"none",
             "authority":{"title":"Chief of Operations","capacity":"General Staff"},"valid_until":"231200ZNOV26"}""";

    private static JsonNode matter(Client client, String id) {
        return client.get("/api/v1/matters/" + id).json();
    }

    private static JsonNode awaited(Client client, String list, String matter, String clock) {
        for (JsonNode item : client.get("/api/v1/awaited").json().path(list)) {
            if (item.path("matter").asText().equals(matter)
                    && item.path("clock").asText().equals(clock)) {
                return item;
            }
        }
        return MissingNode.getInstance();
    }

    private static List<String> formats(JsonNode matter, boolean ours) {
        var codes = new ArrayList<String>();
        matter.path("next").forEach(next -> {
            if (next.path("ours").asBoolean() == ours) {
                codes.add(next.path("format").asText());
            }
        });
        return codes;
    }

    private static String asked() {
        String asked = Line.say(blue, FilingTest.filing("UA", FilingTest.UA, ""));
        Line.await(red, asked);
        return asked;
    }

    private static String answered(String asked) {
        String reply = Line.say(red, FilingTest.filing("UR", FilingTest.UR, ",\"re\":\"" + asked + "\""));
        Line.await(blue, reply);
        return reply;
    }

    @Test
    void what_is_asked_is_awaited_at_both_ends_until_it_is_answered() {
        String asked = asked();
        RunningLine.awaitUntil(
                "receipt is proven at both ends",
                () -> awaited(blue, "from_them", asked, "reply").has("requested_by"));

        JsonNode here = awaited(blue, "from_them", asked, "reply");
        JsonNode there = awaited(red, "from_us", asked, "reply");
        assertThat(here.path("requested_by")).isEqualTo(there.path("requested_by"));
        assertThat(here.path("state").asText()).isEqualTo("running");
        Instant received = Instant.parse(here.path("received_at").asText());
        assertThat(Instant.parse(here.path("requested_by").asText())).isEqualTo(received.plusSeconds(48 * 3_600));
        assertThat(there.path("may").toString()).isEqualTo("[\"UR\"]");
        assertThat(there.at("/basis/force").asText()).isEqualTo("courtesy");
        assertThat(there.at("/words/ru").asText()).isEqualTo("ответ");
        assertThat(formats(matter(red, asked), true)).contains("UR", "UI", "RF").doesNotContain("UC");
        assertThat(formats(matter(red, asked), false)).contains("UC", "WD");

        answered(asked);
        assertThat(awaited(blue, "from_them", asked, "reply").isMissingNode()).isTrue();
        JsonNode matter = matter(blue, asked);
        assertThat(matter.at("/state/code").asText()).isEqualTo("answered");
        assertThat(matter.at("/state/words/ru").asText()).isEqualTo("ответ дан");
        assertThat(matter.at("/steps/1/outcome").asText()).isEqualTo("moved");
        assertThat(matter.toString()).contains("\"state\":\"done\"", "after_seconds");
    }

    @Test
    void what_would_be_void_is_refused_before_it_is_signed() {
        String asked = asked();
        Client.Reply role =
                blue.post("/api/v1/entries", FilingTest.filing("UR", FilingTest.UR, ",\"re\":\"" + asked + "\""));
        assertThat(role.code()).isEqualTo("TG-4016");
        assertThat(role.json().path("message").asText()).contains("state asked", "UC", "WD");
        String closing = "{\"outcome\":\"explained\"}";
        Line.await(red, Line.say(blue, FilingTest.filing("UC", closing, ",\"re\":\"" + asked + "\"")));
        Client.Reply late =
                red.post("/api/v1/entries", FilingTest.filing("UR", FilingTest.UR, ",\"re\":\"" + asked + "\""));
        assertThat(late.code()).isEqualTo("TG-4018");
    }

    @Test
    void a_matter_is_named_by_any_of_its_entries_and_by_their_numbers() {
        String asked = asked();
        String reply = answered(asked);

        assertThat(matter(blue, reply).path("id").asText()).isEqualTo(asked);
        String number = matter(blue, asked).at("/steps/1/number").asText();
        assertThat(matter(red, number).path("id").asText()).isEqualTo(asked);
        assertThat(blue.get("/api/v1/matters/BLUE-OPS.00000000.99").status()).isEqualTo(404);
        assertThat(blue.get("/api/v1/matters/nothing").status()).isEqualTo(404);
    }

    @Test
    void the_list_of_matters_has_the_newest_first_and_can_be_narrowed() {
        String said = Line.say(blue, Line.message("ROUTINE", "Good morning to the watch of the other side."));
        Line.await(red, said);
        String asked = asked();

        JsonNode all = red.get("/api/v1/matters").json();
        assertThat(all.path("complete").asBoolean()).isTrue();
        assertThat(all.at("/matters/0/id").asText()).isEqualTo(asked);
        assertThat(all.at("/matters/0/title/en").asText()).isEqualTo("Clarification of unusual military activity");
        JsonNode greeting = matter(red, said);
        assertThat(greeting.path("subject").asText()).startsWith("Good morning to the watch");
        assertThat(greeting.path("language").asText()).isEqualTo("en");
        assertThat(all.toString()).contains("Good morning to the watch of the other side.\",\"language\":\"en\"");
        String meeting = Line.say(blue, FilingTest.filing("MT", MT, ",\"class\":\"EXERCISE\""));
        JsonNode drill = matter(blue, meeting);
        assertThat(drill.path("subject").asText()).isEqualTo("Порядок уведомления.");
        assertThat(drill.path("class").asText()).isEqualTo("EXERCISE");
        assertThat(red.get("/api/v1/matters?procedure=UA&awaited=true&limit=1")
                        .json()
                        .path("matters"))
                .hasSize(1);
        assertThat(red.get("/api/v1/matters?nothing=1").status()).isEqualTo(400);
    }

    @Test
    void a_filed_format_is_read_out_in_each_language_and_its_numbered_text_can_be_typed_in_again() {
        String asked = asked();
        JsonNode filed = red.get("/api/v1/entries/" + asked).json().path("act");

        assertThat(text(red, asked, "as=sentence&language=en")).startsWith("BLUE requests clarification.");
        assertThat(text(red, asked, "as=card")).contains("Район: круг, центр 54°20,0′N 020°30,0′E");
        for (String language : List.of("en", "ru", "uk")) {
            String typed = text(red, asked, "as=text&language=" + language).toUpperCase(Locale.ROOT);
            var body = body(typed);
            Client.Reply read = red.post("/api/v1/numbered-text", body);
            assertThat(read.status()).as(read.json().toString()).isEqualTo(200);
            assertThat(read.json().path("format").asText()).isEqualTo("UA");
            assertThat(read.json().at("/fields/activity")).isEqualTo(filed.at("/fields/0/written"));
            assertThat(read.json().at("/fields/area")).isEqualTo(filed.at("/fields/1/written"));
            assertThat(read.json().at("/fields/observed")).isEqualTo(filed.at("/fields/2/written"));
        }
        Client.Reply refused = red.post("/api/v1/numbered-text", body("Good morning"));
        assertThat(refused.code()).isEqualTo("TG-6025");
        assertThat(refused.json().path("message").asText()).contains("КАТЕГОРИЯ СРОЧНОСТИ");
    }

    @Test
    void a_short_signal_is_sent_and_answered_by_those_that_the_table_names() {
        String sent = Line.say(blue, FilingTest.filing("ZL2", "{}", ""));
        Line.await(red, sent);
        JsonNode entry = red.get("/api/v1/entries/" + sent).json();
        assertThat(entry.path("precedence").asText()).isEqualTo("FLASH");
        assertThat(entry.at("/act/procedure").asText()).isEqualTo("SIGNALS");
        assertThat(entry.at("/act/agreed_signal").asBoolean()).isTrue();
        assertThat(entry.at("/act/sentences").toString()).contains("Понятно ли вам? Подтвердите");
        assertThat(formats(matter(red, sent), true)).containsExactlyInAnyOrder("ZL1", "ZL3", "CX");

        String re = ",\"re\":\"" + sent + "\"";
        String answer = Line.say(red, FilingTest.filing("ZL1", "{}", re));
        Line.await(blue, answer);
        assertThat(matter(blue, sent).at("/state/code").asText()).isEqualTo("ZL1");
        assertThat(red.post("/api/v1/entries", FilingTest.filing("ZL3", "{}", re))
                        .code())
                .isEqualTo("TG-4018");
    }

    @Test
    void the_table_of_signals_says_keys_and_answers_and_how_each_is_said() {
        JsonNode table = blue.get("/api/v1/catalogue/SIGNALS").json();
        JsonNode asked = StreamSupport.stream(table.path("formats").spliterator(), false)
                .filter(format -> format.path("code").asText().equals("ZL2"))
                .findFirst()
                .orElseThrow();

        assertThat(asked.at("/signal/keys").asText()).isEqualTo("2");
        assertThat(asked.at("/signal/answers").toString()).isEqualTo("[\"ZL1\",\"ZL3\"]");
        assertThat(asked.at("/signal/russian_in_latin").asText()).isNotBlank();
        assertThat(blue.get("/api/v1/catalogue/UA").json().toString()).doesNotContain("\"signal\"");
    }

    @Test
    void a_request_for_consultations_opens_a_meeting_and_each_matter_shows_the_other() {
        String asked = asked();
        String consultations = "{\"medium\":\"meeting\",\"slots\":[{\"slot\":\"240900ZNOV26..241100ZNOV26\"}],"
                + "\"subjects\":[\"Movements near the border\"]}";
        String act = Line.say(red, FilingTest.filing("UM", consultations, ",\"re\":\"" + asked + "\""));
        Line.await(blue, act);
        assertThat(matter(blue, asked).at("/opens/0/procedure").asText()).isEqualTo("MT");
        assertThat(matter(blue, asked).at("/opens/0/matters")).isEmpty();
        JsonNode ours = awaited(blue, "from_us", asked, "precedence");
        assertThat(ours.path("opens").asText()).isEqualTo("MT");

        String meeting = Line.say(red, FilingTest.filing("MT", MT, ",\"re\":\"" + act + "\""));
        Line.await(blue, meeting);
        for (Client each : List.of(blue, red)) {
            assertThat(matter(each, asked).at("/opens/0/matters/0/id").asText()).isEqualTo(meeting);
            assertThat(matter(each, meeting).at("/opened_by_act/entry").asText())
                    .isEqualTo(act);
            assertThat(matter(each, meeting).at("/opened_by_act/matter").asText())
                    .isEqualTo(asked);
        }
        String another = asked();
        assertThat(matter(blue, another).has("opened_by_act")).isFalse();
        assertThat(matter(blue, another).path("opens")).isEmpty();
    }

    @Test
    void what_both_sides_say_of_one_thing_stands_side_by_side_in_every_language() {
        String asked = asked();
        String reply = answered(asked);
        JsonNode area = fact(matter(blue, asked), "area");

        assertThat(area.path("agreement").asText()).isEqualTo("different");
        assertThat(area.path("views")).hasSize(2);
        assertThat(area.at("/views/0/party").asText()).isEqualTo("BLUE");
        assertThat(area.at("/views/1/entry").asText()).isEqualTo(reply);
        assertThat(area.at("/views/0/words/ru").asText()).contains("25 км");
        assertThat(area.at("/views/1/words/en").asText()).contains("30 km");
        assertThat(area.at("/label/ru").asText()).isEqualTo("Район");
        assertThat(area).isEqualTo(fact(matter(red, asked), "area"));
        assertThat(fact(matter(blue, asked), "activity").isMissingNode())
                .as("only one side spoke of it")
                .isTrue();
    }

    private static JsonNode fact(JsonNode matter, String name) {
        for (JsonNode fact : matter.path("facts")) {
            if (fact.path("name").asText().equals(name)) {
                return fact;
            }
        }
        return MissingNode.getInstance();
    }

    @Test
    void what_was_accepted_with_a_reservation_is_shown_with_it() {
        String assurance = Line.say(blue, FilingTest.filing("AS", AS, ""));
        Line.await(red, assurance);
        String noted = "{\"response\":\"reservation\",\"reservation\":\"Ширина коридора не принимается.\"}";
        String response = Line.say(red, FilingTest.filing("ASN", noted, ",\"re\":\"" + assurance + "\""));
        Line.await(blue, response);

        JsonNode reservation = matter(blue, assurance).at("/steps/0/reservations/0");
        assertThat(reservation.path("entry").asText()).isEqualTo(response);
        assertThat(reservation.path("party").asText()).isEqualTo("RED");
        assertThat(reservation.path("text").asText()).isEqualTo("Ширина коридора не принимается.");
        assertThat(matter(blue, assurance).at("/steps/1").has("reservations")).isFalse();
    }

    @Test
    void a_filed_format_is_printed_with_its_receipts() {
        String asked = asked();
        byte[] paper = blue.get("/api/v1/entries/" + asked + "/paper?languages=en,ru,uk")
                .http()
                .body();

        assertThat(new String(paper, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(blue.get("/api/v1/entries/" + asked + "/paper?languages=en,xx")
                        .status())
                .isEqualTo(400);
        assertThat(blue.get("/api/v1/entries/" + asked + "/rendering?as=poem").status())
                .isEqualTo(400);
    }

    private static String text(Client client, String entry, String query) {
        byte[] text = client.get("/api/v1/entries/" + entry + "/rendering?" + query)
                .http()
                .body();
        return new String(text, StandardCharsets.UTF_8);
    }

    private static String body(String text) {
        return JsonNodeFactory.instance.objectNode().put("text", text).toString();
    }

    private static JsonNode day(Client client, String item, String from) {
        for (JsonNode day : client.get("/api/v1/calendar").json().path("items")) {
            if (day.path("item").asText().equals(item)
                    && day.path("from").asText().equals(from)) {
                return day;
            }
        }
        return MissingNode.getInstance();
    }

    @Test
    void requirement_34_what_the_calendar_awaits_is_shown_at_both_ends_and_a_nil_report_answers_it() {
        RunningLine.awaitUntil(
                "each has heard of the other",
                () -> day(blue, "forces", "BLUE").has("fields")
                        && day(red, "forces", "BLUE").has("fields"));
        JsonNode there = day(blue, "forces", "BLUE");
        assertThat(there.path("state").asText()).isEqualTo("to_come");
        assertThat(there.path("may").toString()).isEqualTo("[\"NRD\",\"NR\"]");
        assertThat(there.at("/basis/code").asText()).isEqualTo("LINE");
        assertThat(there.at("/fields/category").asText()).isEqualTo("forces");

        String fields = """
                {"category":"forces","period":"%s","as_of":"141200ZNOV26","statement":"nothing"}""".formatted(there.at("/fields/period").asText());
        String nil = Line.say(blue, FilingTest.filing("NR", fields, ""));
        Line.await(red, nil);
        JsonNode here = day(red, "forces", "BLUE");
        assertThat(here.path("state").asText()).isEqualTo("nil");
        assertThat(here.path("by").asText()).isEqualTo(nil);
        assertThat(here.path("may")).isEmpty();
        assertThat(day(blue, "forces", "BLUE").path("by").asText()).isEqualTo(nil);
        assertThat(day(red, "forces", "RED").path("state").asText()).isEqualTo("to_come");
        assertThat(blue.get("/api/v1/awaited").json().path("calendar")).isEmpty();
    }

    @Test
    void a_format_that_can_open_a_matter_continues_another_only_if_it_is_said_to_answer_it() {
        String first = Line.say(blue, FilingTest.filing("MT", MT, ""));
        String number = blue.get("/api/v1/entries/" + first)
                .json()
                .path("message_number")
                .asText();
        String about = MT.replace("{\"track\"", "{\"about\":\"" + number + "\",\"track\"");

        String apart = Line.say(blue, FilingTest.filing("MT", about, ""));
        String again = Line.say(blue, FilingTest.filing("MT", about, ",\"re\":\"" + first + "\""));

        assertThat(matter(blue, apart).path("id").asText()).isEqualTo(apart);
        assertThat(matter(blue, first).at("/steps/1/entry").asText()).isEqualTo(again);
    }
}
