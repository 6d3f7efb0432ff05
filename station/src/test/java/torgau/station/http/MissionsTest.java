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

    private static String of(Client client, String reference) {
        return client.get("/api/v1/entries/" + reference)
                .json()
                .path("message_number")
                .asText();
    }
}
