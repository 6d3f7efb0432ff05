package torgau.station.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import torgau.station.shell.RunningLine;

/// Offices are declared, a meeting is arranged, held and recorded over two stations; each shows the same
/// memory, and its own private notes to nobody but itself.
final class TalksApiTest extends OnOneLine {
    private static final String DE = """
            {"office":{"title":"%s","capacity":"%s"},"level":"%s","tracks":["global_stability"],
             "decides":["%s"],"transmits":["%s"],"languages":["en","ru"],
             "hours":[{"days":["daily"],"from":"00:00","until":"24:00"}],"valid":"010000ZJAN20..310000ZDEC99"}""";
    private static final String MT = """
            {"track":"global_stability","subject":"Порядок уведомления.","topics":["Сроки"],"level":"staff",
             "head":{"title":"Начальник управления","capacity":"Главный штаб"},"size":6,"form":"in_person",
             "place":"Порт «Маяк»","slots":[{"slot":"%s"}],"chair":"jointly",
             "languages":["en","ru"],"interpretation":"each_own"}""";
    private static final String MTA = """
            {"date":"%s","form":"in_person","place":"Port","head":{"title":"Director of plans","capacity":"Joint staff"},
             "size":5,"chair":"jointly","interpretation":"each_own"}""";
    private static final String MTH = """
            {"items":["Agreed.","declined"],"agenda":"with_additions","additions":["Languages"],"outcome":"agreed_text"}""";
    private static final String PAST = "160700ZDEC25..161500ZDEC25";
    private static final String AHEAD = "160700ZDEC98..161500ZDEC98";

    private static String file(Client from, Client to, String format, String fields, String re) {
        String more = re.isEmpty() ? "" : ",\"re\":\"" + re + "\"";
        String made = Line.say(from, FilingTest.filing(format, fields, more));
        Line.await(to, made);
        return made;
    }

    private static List<JsonNode> all(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }

    private static List<String> texts(JsonNode list, String name) {
        var texts = new ArrayList<String>();
        list.forEach(each -> texts.add(each.path(name).asText()));
        return texts;
    }

    private static JsonNode get(Client client, String path) {
        Client.Reply reply = client.get("/api/v1" + path);
        assertThat(reply.status()).as(reply.json().toString()).isEqualTo(200);
        return reply.json();
    }

    /// Requirement 38; rows 10, 11 and 12.
    @Test
    void the_office_that_can_decide_is_found_at_the_other_end_and_what_is_missing_is_said() {
        file(red, blue, "DE", DE.formatted("Duty officer", "Fleet staff", "duty", "line", "sea"), "");
        RunningLine.awaitUntil(
                "the directory has it",
                () -> get(blue, "/counterparts?party=RED").path("total").asInt() > 0);
        JsonNode without =
                get(blue, "/counterparts/find?theme=sea&track=global_stability").at("/found/0");
        assertThat(texts(without.path("theirs"), "power")).contains("transmits");
        assertThat(texts(without.path("missing"), "kind")).contains("nobody", "only_transmits", "none_of_ours");
        assertThat(without.at("/missing/0/ask").asText()).isEqualTo("DEQ");

        file(red, blue, "DE", DE.formatted("Director", "Fleet", "command", "sea", "incidents"), "");
        file(blue, red, "DE", DE.formatted("Director", "Navy", "command", "sea", "incidents"), "");
        RunningLine.awaitUntil(
                "both are found",
                () -> get(blue, "/counterparts/find?theme=sea")
                        .at("/found/0/matches/0/ours/title")
                        .asText()
                        .equals("Director"));
        JsonNode found = get(blue, "/counterparts/find?theme=sea").at("/found/0");
        assertThat(found.at("/theirs/0/title").asText()).isEqualTo("Director");
        assertThat(found.at("/theirs/0/power").asText()).isEqualTo("can");
        assertThat(found.at("/matches/0/same_level").asBoolean()).isTrue();
        assertThat(found.path("missing")).isEmpty();
        assertThat(blue.get("/api/v1/counterparts/find?theme=weather")
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("TG-6117");
        assertThat(blue.get("/api/v1/counterparts/find").json().path("code").asText())
                .isEqualTo("TG-6117");
    }

    /// Requirement 38; row 11.
    @Test
    void offices_are_found_by_the_place_that_is_asked_for_or_by_that_of_the_matter() {
        String area = ",\"area\":{\"circle\":{\"centre\":\"58-00.0N 019-00.0E\",\"radius\":\"60 nm\"}}}";
        String declared = DE.formatted("Commander", "Coast district", "command", "air", "line");
        String made = file(red, blue, "DE", declared.substring(0, declared.length() - 1) + area, "");
        RunningLine.awaitUntil(
                "the directory has it",
                () -> get(blue, "/counterparts?name=coast").path("total").asInt() > 0);
        assertThat(get(blue, "/counterparts?name=coast")
                        .at("/entries/0/area/en")
                        .asText())
                .contains("58°00.0′N 019°00.0′E");
        JsonNode inside = get(blue, "/counterparts/find?theme=air&place=58-21.0N%20019-44.0E");
        assertThat(inside.at("/place/ru").asText()).contains("58°21,0′N 019°44,0′E");
        assertThat(inside.at("/found/0/theirs/0/power").asText()).isEqualTo("can");
        assertThat(inside.at("/found/0/theirs/0/reasons").toString()).contains("area_holds");
        JsonNode outside = get(blue, "/counterparts/find?theme=air&place=48-21.0N%20019-44.0E");
        assertThat(outside.at("/found/0/theirs/0/power").asText()).isEqualTo("near");
        assertThat(outside.at("/found/0/theirs/0/reasons").toString()).contains("area_elsewhere");
        assertThat(blue.get("/api/v1/counterparts/find?theme=air&place=over%20there")
                        .code())
                .isEqualTo("TG-6005");

        JsonNode ofMatter = get(blue, "/counterparts/find?act=commands&matter=" + made);
        assertThat(ofMatter.path("place").path("en").asText()).contains("60");
    }

    /// Requirement 38; row 11.
    @Test
    void the_asymmetry_is_a_picture_in_each_language() throws Exception {
        file(
                red,
                blue,
                "DE",
                DE.formatted("Chief <of> & staff", "General staff", "general_staff", "plan", "visits"),
                "");
        for (String language : List.of("en", "ru", "uk")) {
            Client.Reply picture = blue.get("/api/v1/counterparts/picture?language=" + language);
            assertThat(picture.status()).isEqualTo(200);
            var factory = javax.xml.parsers.DocumentBuilderFactory.newDefaultInstance();
            var bytes = picture.http().body();
            assertThat(factory.newDocumentBuilder()
                            .parse(new java.io.ByteArrayInputStream(bytes))
                            .getDocumentElement()
                            .getTagName())
                    .isEqualTo("svg");
        }
        assertThat(blue.get("/api/v1/counterparts/picture?party=BLUE").status()).isEqualTo(400);
    }

    /// Row 11: assessments are private.
    @Test
    void a_note_on_an_office_is_shown_to_ones_own_officers_alone() {
        String body =
                "{\"party\":\"RED\",\"title\":\"Duty officer\",\"capacity\":\"Operations centre\",\"words\":\"%s\",\"revision\":%d}";
        file(red, blue, "DE", DE.formatted("Duty officer", "Operations centre", "duty", "line", "air"), "");
        RunningLine.awaitUntil(
                "the office is known",
                () -> blue.post("/api/v1/counterparts/notes", body.formatted("Passes on at once", 0))
                                .status()
                        == 200);
        assertThat(blue.post("/api/v1/counterparts/notes", body.formatted("lost", 0))
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("TG-6119");
        assertThat(get(blue, "/counterparts/notes").at("/notes/0/words").asText())
                .isEqualTo("Passes on at once");
        assertThat(get(blue, "/counterparts?name=operations")
                        .at("/notes/0/private")
                        .asBoolean())
                .isTrue();
        assertThat(get(red, "/counterparts/notes").path("notes")).isEmpty();
        assertThat(blue.post("/api/v1/counterparts/notes", body.formatted("", 1))
                        .status())
                .isEqualTo(200);
        assertThat(get(blue, "/counterparts/notes").path("notes")).isEmpty();
        assertThat(blue.post(
                                "/api/v1/counterparts/notes",
                                body.formatted("x", 0).replace("Duty officer", "Nobody"))
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("TG-6118");
    }

    /// Requirements 25 and 39; rows 2 and 14.
    @Test
    void a_meeting_keeps_one_memory_and_what_was_undertaken_comes_up_at_the_next() {
        String asked = file(red, blue, "MT", MT.formatted(PAST), "");
        String accepted = file(blue, red, "MTA", MTA.formatted(PAST), asked);
        String agenda = file(red, blue, "MTG", """
            {"date":"%s","items":["Сроки","Связь"],"outcome":"agreed_text","breaks":1}""".formatted(PAST), accepted);
        file(blue, red, "MTH", MTH, agenda);
        String held = "160720ZDEC25..161440ZDEC25";
        String record = file(blue, red, "MTR", """
            {"effect":"political","authority":"Joint staff","planned":"%s","held":"%s","form":"in_person","place":"Port",
             "participants":[{"side":"sender","post":{"title":"Director of plans","capacity":"Joint staff"},"part":"head"},
              {"side":"other","post":{"title":"Начальник управления","capacity":"Главный штаб"},"part":"head"}],
             "languages":["en","ru"],"items":["Time of notice"],"ours":["A day before."],"theirs":["A day, unless sudden."],
             "agreed_en":"They speak daily.","agreed_ru":"Связываются ежедневно.","differences":["Sudden exercises"],
             "follow_ups":[{"side":"sender","step":"State the contacts.","until":"100000ZJAN97"},
              {"side":"other","step":"State the hours."}]}""".formatted(PAST, held), accepted);
        RunningLine.awaitUntil(
                "the record is there", () -> get(blue, "/meetings/" + asked).has("record"));
        String number =
                get(blue, "/meetings/" + asked).at("/record/filed/number").asText();
        file(blue, red, "CM", """
            {"effect":"political","authority":"Joint staff","track":"global_stability","arises":"%s","item":"Next steps, 1",
             "kind":"inform","undertaken":"To state the contacts.","until":"100000ZJAN97",
             "measure":"They are filed.","owner":{"title":"Chief of signals","capacity":"Joint staff"}}""".formatted(number), record);
        RunningLine.awaitUntil(
                "the record is read at both ends",
                () -> get(red, "/meetings/" + asked).has("record")
                        && get(red, "/commitments").path("total").asInt() >= 2);

        JsonNode meeting = get(red, "/meetings/" + record);
        assertThat(meeting.path("slip_minutes").asInt()).isEqualTo(20);
        assertThat(meeting.path("end_slip_minutes").asInt()).isEqualTo(-20);
        assertThat(texts(meeting.path("agenda"), "state")).containsExactly("agreed", "declined", "proposed");
        assertThat(meeting.at("/record/effect/code").asText()).isEqualTo("political");
        assertThat(texts(meeting.at("/record/agreed"), "language")).containsExactly("en", "ru");
        assertThat(meeting.at("/record/said_by_author/0").asText()).isEqualTo("A day before.");
        assertThat(texts(meeting.path("waiting"), "kind").stream().filter("confirmation"::equals))
                .hasSize(2);
        assertThat(texts(meeting.path("from_record"), "stage")).containsExactlyInAnyOrder("stands", "recorded");
        JsonNode recorded = all(meeting.path("from_record")).stream()
                .filter(each -> each.path("stage").asText().equals("recorded"))
                .findFirst()
                .orElseThrow();
        assertThat(recorded.path("party").asText()).isEqualTo("RED");
        assertThat(recorded.path("accepted_by_holder").asBoolean()).isFalse();

        String next = file(red, blue, "MT", MT.formatted(AHEAD), "");
        file(blue, red, "MTA", MTA.formatted(AHEAD), next);
        RunningLine.awaitUntil(
                "it is the next",
                () -> get(red, "/meetings/" + next).path("next").asBoolean());
        assertThat(get(red, "/meetings").at("/next/0/entry").asText()).isEqualTo(next);
        assertThat(texts(get(red, "/meetings/" + next).path("open_commitments"), "what"))
                .contains("To state the contacts.", "State the hours.");
        JsonNode draft = get(red, "/meetings/" + next + "/agenda-draft");
        assertThat(draft.path("format").asText()).isEqualTo("MTG");
        assertThat(draft.path("fields").path("items").toString())
                .contains("Сроки", "To state the contacts.", "State the hours.");
        String completed =
                draft.path("fields").toString().replaceFirst("}$", ",\"outcome\":\"exchange\",\"breaks\":0}");
        file(red, blue, "MTG", completed, draft.at("/re/entry").asText());
        RunningLine.awaitUntil(
                "the agenda is there",
                () -> get(blue, "/meetings/" + next).path("agenda").size() >= 3);
        assertThat(get(blue, "/meetings/" + next + "/agenda-draft")
                        .path("format")
                        .asText())
                .isEqualTo("MTH");
        assertThat(blue.get("/api/v1/meetings/" + asked + "/agenda-draft")
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("TG-6115");
        JsonNode pair = get(blue, "/meetings").at("/cadence/0");
        assertThat(pair.path("held").asInt()).isEqualTo(1);
        assertThat(pair.at("/theirs/title").asText()).isEqualTo("Начальник управления");
    }

    @Test
    void what_is_no_meeting_is_not_shown_as_one() {
        String entry = file(red, blue, "DE", DE.formatted("Clerk", "Registry", "duty", "line", "air"), "");
        assertThat(blue.get("/api/v1/meetings/" + entry).json().path("code").asText())
                .isEqualTo("TG-6116");
    }
}
