package torgau.station.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// What was told is shown to each side with who told it, and narrowed by theme and place.
final class ToldApiTest extends OnOneLine {
    private static JsonNode told(Client client, String query) {
        Client.Reply reply = client.get("/api/v1/told" + query);
        assertThat(reply.status()).isEqualTo(200);
        return reply.json();
    }

    /// Row 13; requirements 29 and 30.
    @Test
    void what_was_told_is_listed_with_label_and_precision_and_what_was_told_unevenly() {
        String asked = Line.say(blue, FilingTest.filing("UA", FilingTest.UA, ""));
        Line.await(red, asked);
        String exact = Line.say(red, FilingTest.filing("UR", FilingTest.UR, ",\"re\":\"" + asked + "\""));
        String closer = FilingTest.UR.replace("\"1500..2000\"", "1700");
        String second = Line.say(red, FilingTest.filing("UR", closer, ",\"re\":\"" + asked + "\""));
        Line.await(blue, exact);
        Line.await(blue, second);

        JsonNode ours = told(red, "?by=us&theme=UA");
        assertThat(ours.path("told")).hasSize(2);
        assertThat(ours.at("/told/0/reference").asText()).isEqualTo(second);
        assertThat(ours.at("/told/0/by").asText()).isEqualTo("us");
        assertThat(ours.at("/told/0/label").asText()).isEqualTo("PARTIES_ONLY");
        assertThat(ours.path("uneven").toString()).contains("\"field\":\"forces[personnel].number\"", "band", "exact");

        assertThat(told(blue, "?by=them&theme=UR").path("told")).hasSize(2);
        assertThat(told(blue, "?by=us&theme=UR").path("told")).isEmpty();
        String there = URLEncoder.encode("54-00.0N 020-00.0E..55-00.0N 021-00.0E", StandardCharsets.UTF_8);
        String elsewhere = URLEncoder.encode("04-00.0N 020-00.0E..05-00.0N 021-00.0E", StandardCharsets.UTF_8);
        assertThat(told(blue, "?area=" + there).path("told")).isNotEmpty();
        assertThat(told(blue, "?area=" + elsewhere).path("told")).isEmpty();
        assertThat(blue.get("/api/v1/told?by=GREEN").status()).isEqualTo(400);
    }
}
