package torgau.station.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/// A mission is accredited, travels and is stopped, and both ends see the same.
final class MissionsTest extends OnOneLine {
    private static final String AC = """
            {"mission":"Liaison mission of BLUE","quota":1,"persons_in_all":2,"since":"010000ZDEC26",
             "staff":[{"number":1,"part":"head","person":{"name":"John Miller"},"act":"new"},
                      {"number":9,"part":"driver","person":{"name":"Anna Keller"},"act":"new"}],
             "office":{"title":"Chief of liaison","capacity":"Joint staff"}}""";
    private static final String ACT = """
            {"credentials":["MC-1"],"marking":"BM 14","area":{"quadrant":{"of":"Northern province","part":"west"}},
             "out":"020600ZDEC26","back":"032000ZDEC26","restricted":"yes",
             "contact":{"title":"Duty officer","capacity":"Liaison mission"}}""";
    private static final String ACO = """
            {"kind":"held","at":"031915ZDEC26","position":"52-15.0N 012-14.0E","condition":"unhurt","statement":"refused",
             "facts":"The party was stopped on a road that is not restricted."}""";

    private static final String PRR = """
            {"answer":"rejected","authority":{"title":"Head of Department","capacity":"General Staff"}}""";

    private static String protest(String of) {
        return """
            {"event":"ground","when":"031915ZDEC26..032100ZDEC26","incident":"%s",
             "place":{"circle":{"centre":"52-15.0N 012-14.0E","radius":"5 km"}},
             "authority":{"title":"Chief of liaison","capacity":"Joint staff"},"facts":["The party was held."],
             "position":"The road is open to the mission.","asks":["explanation"],"copy":"attache"}""".formatted(of);
    }

    private static String passes(String request, String numbers) {
        return """
            {"request":"%s","passes":[%s],"form":"3","valid":"010000ZDEC26..302359ZNOV27","balance":2,
             "privileges":["freedom"]}""".formatted(request, numbers);
    }

    private static String pass(int number) {
        return "{\"number\":%d,\"answer\":\"issued\",\"credential\":\"MC-%d\"}".formatted(number, number);
    }

    private static String re(String reference) {
        return ",\"re\":\"" + reference + "\"";
    }

    private static String number(Client client, String reference) {
        return client.get("/api/v1/matters/" + reference).json().path("number").asText();
    }

    /// Requirements 35 and 36; row 5.
    @Test
    void both_ends_see_who_has_a_pass_and_how_far_the_quota_is_used() {
        String asked = Line.say(blue, FilingTest.filing("AC", AC, ""));
        Line.await(red, asked);
        Client.Reply nobody =
                red.post("/api/v1/entries", FilingTest.filing("ACP", passes(number(red, asked), pass(7)), re(asked)));
        assertThat(nobody.code()).isEqualTo("TG-4060");
        assertThat(nobody.json().path("message").asText()).contains("passes[1].number", "7", "AC.staff");

        String issued =
                Line.say(red, FilingTest.filing("ACP", passes(number(red, asked), pass(1) + "," + pass(9)), re(asked)));
        Line.await(blue, issued);
        for (Client client : java.util.List.of(blue, red)) {
            JsonNode mission = client.get("/api/v1/missions").json().at("/missions/0");
            assertThat(mission.at("/quotas/0/used").asInt()).isEqualTo(2);
            assertThat(mission.at("/quotas/0/exceeded").asBoolean()).isTrue();
            assertThat(mission.at("/staff/1/pass/credential").asText()).isEqualTo("MC-9");
        }
    }

    /// Row 9: a member twice in one list is refused before anything is signed.
    @Test
    void a_number_that_is_there_twice_is_refused() {
        Client.Reply twice =
                blue.post("/api/v1/entries", FilingTest.filing("AC", AC.replace("\"number\":9", "\"number\":1"), ""));
        assertThat(twice.code()).isEqualTo("TG-4061");
    }

    /// Requirement 36; row 5.
    @Test
    void a_trip_is_awaited_back_and_of_a_stop_both_accounts_are_shown() {
        String trip = Line.say(blue, FilingTest.filing("ACT", ACT, ""));
        String report = Line.say(blue, FilingTest.filing("ACO", ACO, re(trip)));
        Line.await(red, report);
        String reply =
                "{\"report\":\"%s\",\"answer\":\"free\",\"statement\":\"with_reservation\"}".formatted(of(red, report));
        Line.await(blue, Line.say(red, FilingTest.filing("ACR", reply, re(report))));

        JsonNode all = blue.get("/api/v1/missions").json();
        assertThat(all.at("/trips/0/standing").asText()).isIn("planned", "under_way", "no_word");
        assertThat(all.at("/stops/0/statement/code").asText()).isEqualTo("refused");
        assertThat(all.at("/stops/0/answers/0/statement/words/en").asText()).isEqualTo("signed with a reservation");
        assertThat(all.at("/stops/0/same_statement").asBoolean(true)).isFalse();
    }

    /// Row 5: both ends see a protest of either side, and the answer to it, beside the stop.
    @Test
    void a_protest_that_cites_a_stop_stands_beside_it_with_its_answer() {
        String report = Line.say(blue, FilingTest.filing("ACO", ACO, ""));
        Line.await(red, report);
        String protest = Line.say(blue, FilingTest.filing("PRP", protest(of(blue, report)), ""));
        Line.await(red, protest);
        String answer = Line.say(red, FilingTest.filing("PRR", PRR, re(protest)));
        Line.await(blue, answer);

        for (Client client : java.util.List.of(blue, red)) {
            JsonNode stop = stop(client, report);
            assertThat(stop.at("/protests/0/act/entry").asText()).isEqualTo(protest);
            assertThat(stop.at("/protests/0/matter/state/code").asText()).isEqualTo("replied");
            assertThat(stop.at("/protests/0/replies/0/entry").asText()).isEqualTo(answer);
            assertThat(stop.at("/protests/0/replies/0/answer/code").asText()).isEqualTo("rejected");
        }
    }

    private static JsonNode stop(Client client, String report) {
        for (JsonNode stop : client.get("/api/v1/missions").json().path("stops")) {
            if (stop.at("/report/entry").asText().equals(report)) {
                return stop;
            }
        }
        throw new AssertionError(report + " is no stop");
    }

    /// Requirement 36: what is awaited for one person names the person by the number.
    @Test
    void a_pass_whose_answer_comes_later_is_awaited_by_number() {
        String asked = Line.say(blue, FilingTest.filing("AC", AC, ""));
        Line.await(red, asked);
        String later = "{\"number\":9,\"answer\":\"later\"}";
        String some =
                Line.say(red, FilingTest.filing("ACP", passes(number(red, asked), pass(1) + "," + later), re(asked)));
        Line.await(blue, some);
        for (Client client : java.util.List.of(blue, red)) {
            JsonNode matter = client.get("/api/v1/matters/" + asked).json();
            assertThat(java.util.stream.StreamSupport.stream(
                                    matter.path("awaited").spliterator(), false)
                            .filter(item -> item.path("clock").asText().equals("passes_left"))
                            .map(item -> item.at("/row/number").asInt() + " "
                                    + item.at("/row/title/en").asText()))
                    .containsExactly("9 Passes");
        }
    }

    private static String of(Client client, String reference) {
        return client.get("/api/v1/entries/" + reference)
                .json()
                .path("message_number")
                .asText();
    }
}
