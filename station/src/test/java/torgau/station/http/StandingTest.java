package torgau.station.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// All that was notified until a time, whichever matter it is in.
final class StandingTest extends OnOneLine {
    private static final String DE = """
            {"office":{"title":"Director","capacity":"%s"},"level":"command","tracks":["global_stability"],
             "decides":["sea"],"transmits":["line"],"languages":["en"],
             "hours":[{"days":["daily"],"from":"00:00","until":"24:00"}],"valid":"010000ZJAN20..%s"}""";

    private static JsonNode standing(Client client, String more) {
        Client.Reply reply = client.get("/api/v1/standing?format=DE" + more);
        assertThat(reply.status()).as(reply.json().toString()).isEqualTo(200);
        return reply.json();
    }

    private static List<String> entries(JsonNode list) {
        var entries = new ArrayList<String>();
        list.path("standing").forEach(each -> entries.add(each.path("entry").asText()));
        return entries;
    }

    /// Requirement 36.
    @Test
    void what_stands_is_listed_at_both_ends_by_its_end_until_it_is_taken_back() {
        String late = Line.say(blue, FilingTest.filing("DE", DE.formatted("North", "310000ZDEC99"), ""));
        String soon = Line.say(blue, FilingTest.filing("DE", DE.formatted("South", "310000ZDEC98"), ""));
        String over = Line.say(blue, FilingTest.filing("DE", DE.formatted("West", "310000ZDEC20"), ""));
        Line.await(red, over);
        for (Client client : List.of(blue, red)) {
            JsonNode all = standing(client, "&party=BLUE");
            assertThat(entries(all)).containsExactly(soon, late);
            assertThat(all.at("/standing/0/title/en").asText()).isEqualTo("Directory entry");
            assertThat(all.at("/standing/0/matter/entry").asText()).isEqualTo(soon);
            assertThat(entries(standing(client, "&ended=true"))).containsExactly(soon, late, over);
            assertThat(entries(standing(client, "&party=RED"))).isEmpty();
        }

        String number = standing(blue, "").at("/standing/0/number").asText();
        String fields = "{\"message\":\"%s\",\"kind\":\"withdrawn\",\"effective\":\"010000ZJAN26\"}".formatted(number);
        String withdrawn = Line.say(blue, FilingTest.filing("WD", fields, ",\"re\":\"" + soon + "\""));
        JsonNode left = standing(red, "&ended=true");
        assertThat(entries(standing(red, ""))).containsExactly(late);
        assertThat(left.at("/standing/2/ended_by/entry").asText()).isEqualTo(withdrawn);
        assertThat(standing(red, "&limit=1").path("total").asInt()).isEqualTo(1);
        assertThat(red.get("/api/v1/standing?party=NOBODY").code()).isEqualTo("TG-6005");
    }
}
