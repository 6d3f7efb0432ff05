package torgau.station.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The plan over two stations: each shows the same events, and what each side itself says of them.
final class PlanApiTest extends OnOneLine {
    private static final String OWNER = "{\"title\":\"%s\",\"capacity\":\"Fleet command\"}";

    private static String event(String number, String owner, String place, String dates) {
        return FilingTest.filing("WP", """
                {"plan":"2027","number":"%s","track":"global_stability","event":"Rescue drill.","aim":"To practise.",
                 "kind":"exercise","host":"other","level":"units","dates":"%s","precision":"exact","place":"%s",
                 "owner":%s,"size":"120..180","languages":["en","ru"],"interpretation":"each_own","funding":"host_local"}""".formatted(number, dates, place, OWNER.formatted(owner)), "");
    }

    private static String proposed(String number, String owner, String place, String dates) {
        String event = Line.say(blue, event(number, owner, place, dates));
        Line.await(red, event);
        return event;
    }

    private static String agreed(String event, String dates) {
        String number =
                blue.get("/api/v1/matters/" + event).json().path("number").asText();
        String agreed = Line.say(
                red,
                FilingTest.filing(
                        "WPA",
                        """
                        {"answered":"%s","dates":"%s","precision":"exact","host":"other","level":"units","owner":%s}""".formatted(number, dates, OWNER.formatted("Начальник отдела")),
                        ",\"re\":\"" + event + "\""));
        Line.await(blue, agreed);
        return agreed;
    }

    private static JsonNode get(Client client, String path) {
        Client.Reply reply = client.get("/api/v1/plan" + path);
        assertThat(reply.status()).as(reply.json().toString()).isEqualTo(200);
        return reply.json();
    }

    private static JsonNode one(Client client, String event) {
        for (JsonNode each : get(client, "").path("events")) {
            if (each.path("id").asText().equals(event)) {
                return each;
            }
        }
        throw new AssertionError(event + " is not in the plan");
    }

    /// Requirement 40; rows 7 and 10.
    @Test
    void both_stations_show_what_each_side_itself_says_of_an_event() {
        String dates = "080600ZJUN27..111800ZJUN27";
        String event = proposed("A-1", "Chief of plans", "Harbour", dates);
        String agreed = agreed(event, dates);

        JsonNode here = one(blue, event);
        assertThat(here).isEqualTo(one(red, event));
        assertThat(here.at("/sides/0/status").asText()).isEqualTo("proposed");
        assertThat(here.at("/sides/1/status").asText()).isEqualTo("agreed");
        assertThat(here.at("/sides/1/entry").asText()).isEqualTo(agreed);
        assertThat(here.at("/sides/1/owner/title").asText()).isEqualTo("Начальник отдела");
        assertThat(here.at("/hosts/0").asText()).isEqualTo("RED");
        assertThat(here.at("/kind/words/en").asText()).isEqualTo("joint exercise");
        assertThat(here.at("/state/words/en").asText()).isEqualTo("agreed in the plan");
        assertThat(here.path("alike").asBoolean()).isTrue();
        assertThat(here.at("/dates/from").asText()).isEqualTo("2027-06-08T06:00:00.000Z");
    }

    private static List<String> events(String query) {
        var events = new ArrayList<String>();
        get(blue, query)
                .path("events")
                .forEach(each -> events.add(each.path("id").asText()));
        return events;
    }

    @Test
    void the_plan_is_narrowed_by_office_state_party_and_days() {
        String event = proposed("B-1", "Chief of divers", "Bay", "010600ZSEP27..031800ZSEP27");

        assertThat(events("?office=DIVERS")).containsExactly(event);
        assertThat(events("?office=divers&party=RED")).isEmpty();
        assertThat(events("?from=2027-09-03&to=2027-09-30")).containsExactly(event);
        assertThat(events("?from=2027-09-04&office=divers")).isEmpty();
        assertThat(events("?to=2027-08-31&office=divers")).isEmpty();
        assertThat(events("?state=proposed&plan=2027&track=global_stability&office=divers"))
                .containsExactly(event);
        assertThat(events("?plan=2028")).isEmpty();
        assertThat(blue.get("/api/v1/plan?party=NOBODY").status()).isEqualTo(400);
        assertThat(blue.get("/api/v1/plan?from=soon").status()).isEqualTo(400);
    }

    /// Requirement 40; row 10.
    @Test
    void a_clash_is_found_at_both_stations_and_sent_to_nobody() {
        String dates = "010600ZOCT27..031800ZOCT27";
        proposed("C-1", "Chief of one", "Pier 4", dates);
        proposed("C-2", "Chief of two", "pier 4", dates);

        JsonNode clashes = get(red, "/clashes?from=2027-10-01&to=2027-10-03");
        assertThat(clashes.path("all").asBoolean()).isTrue();
        assertThat(clashes.at("/clashes/0/kind").asText()).isEqualTo("place");
        assertThat(clashes.at("/clashes/0/what").asText()).isEqualTo("Pier 4");
        assertThat(clashes.at("/clashes/0/events").size()).isEqualTo(2);
        assertThat(get(blue, "/clashes?from=2027-10-01&to=2027-10-03").path("clashes"))
                .isEqualTo(clashes.path("clashes"));
    }

    /// Requirement 40; rows 9 and 10.
    @Test
    void a_person_who_was_taken_off_the_list_is_in_no_clash_and_one_who_was_added_is() {
        String dates = "010600ZNOV27..031800ZNOV27";
        String one = visit(proposed("D-1", "Chief of three", "Pier 7", dates), "John Miller", "471100");
        String other = visit(proposed("D-2", "Chief of four", "Pier 8", dates), "Ann Reed", "588321");
        String days = "/clashes?from=2027-11-01&to=2027-11-03";
        assertThat(get(blue, days).path("clashes")).isEmpty();

        change(
                other,
                "added",
                "{\"number\":2,\"part\":\"member\",\"person\":{\"name\":\"John Miller\",\"document\":\"471100\"}}");
        JsonNode clashes = get(blue, days).path("clashes");
        assertThat(clashes).hasSize(1);
        assertThat(clashes.at("/0/kind").asText()).isEqualTo("person");
        assertThat(clashes.at("/0/what").asText()).isEqualTo("John Miller");

        change(one, "removed", "{\"number\":1}");
        assertThat(get(blue, days).path("clashes")).isEmpty();
    }

    private static String visit(String event, String name, String document) {
        String number =
                blue.get("/api/v1/matters/" + event).json().path("number").asText();
        return Line.say(blue, FilingTest.filing("RV", """
            {"kind":"one_time","aim":"Talks.","dates":"010600ZNOV27..031800ZNOV27","access":"open","event":"%s",
             "sites":[{"number":1,"site":"Pier","subject":"Talks."}],
             "delegation":[{"number":1,"part":"head","person":{"name":"%s","document":"%s"}}],
             "persons_in_all":1,"way":"sea","entry_point":"Pier",
             "requester":{"title":"Chief of plans","capacity":"Northern fleet command"},
             "certified":{"title":"Security officer","capacity":"Joint staff"}}""".formatted(number, name, document), ""));
    }

    private static void change(String visit, String what, String row) {
        Line.say(blue, FilingTest.filing("RVC", """
            {"changed":["persons"],"%s":[%s],
             "requester":{"title":"Chief of plans","capacity":"Northern fleet command"}}""".formatted(what, row), ",\"re\":\"" + visit + "\""));
    }

    /// Requirement 40: holidays of both sides as data.
    @Test
    void steps_fall_on_the_last_working_day_and_a_faulty_list_of_holidays_says_where() throws IOException {
        proposed("D-1", "Chief of steps", "Cape", "011200ZNOV27..051800ZNOV27");
        Path holidays = folder.resolve("blue/holidays.yaml");
        String query = "/steps?office=steps&fate=to_come,passed";
        assertThat(day(query, "confirmation")).isEqualTo("2027-10-25");

        write(holidays, """
                parties:
                  - party: RED
                    weekly: [saturday, sunday]
                    days:
                      - {date: "10-25", name: {en: Customs Day, ru: День таможенника}}
                """);
        assertThat(day(query, "confirmation")).isEqualTo("2027-10-22");
        write(holidays, "parties:\n  - party: PINK\n");
        Client.Reply refused = blue.get("/api/v1/plan" + query);
        assertThat(refused.code()).isEqualTo("TG-6080");
        assertThat(refused.json().path("message").asText()).contains("line 2", "PINK", "BLUE, RED");
        Files.delete(holidays);
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static String day(String query, String step) {
        for (JsonNode each : get(blue, query).path("steps")) {
            if (each.path("step").asText().equals(step)) {
                return each.path("day").asText();
            }
        }
        return "none";
    }

    /// Requirements 40 and 35.
    @Test
    void the_sums_say_who_hosts() {
        String dates = "010600ZDEC27..031800ZDEC27";
        agreed(proposed("E-1", "Chief of sums", "Point", dates), dates);

        JsonNode sums = get(red, "/balance?office=sums");
        assertThat(sums.at("/hosts/0/hosts/0").asText()).isEqualTo("RED");
        assertThat(sums.at("/hosts/0/agreed").asInt()).isEqualTo(1);
        assertThat(sums.at("/completion/due").asInt()).isZero();
        assertThat(sums.at("/turns/0/kind").asText()).isEqualTo("exercise");
    }
}
