package torgau.station.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/// The watch is taken, noted in, handed over and taken again, over the interface of one station.
final class WatchApiTest extends OnOneStation {
    private JsonNode watch() {
        Client.Reply reply = blue.get("/api/v1/watch");
        assertThat(reply.status()).isEqualTo(200);
        return reply.json();
    }

    private Client.Reply act(String what, String officer, String more) {
        return blue.post(
                "/api/v1/watch/" + what,
                "{\"officer\":\"" + officer + "\",\"revision\":" + watch().path("revision") + more + "}");
    }

    private Client.Reply note(String officer, String words) {
        return blue.post("/api/v1/watch/notes", "{\"officer\":\"" + officer + "\",\"words\":\"" + words + "\"}");
    }

    /// Requirement 12: who had the watch, from when to when.
    @Test
    void a_watch_passes_from_officer_to_officer_with_what_is_open() {
        assertThat(watch().has("turn")).isFalse();
        assertThat(note("Cdr Ivanov", "x").code()).isEqualTo("TG-6132");
        assertThat(act("hand-over", "Cdr Ivanov", "").code()).isEqualTo("TG-6132");
        assertThat(act("take", "Cdr Ivanov", "").status()).isEqualTo(200);
        String said = Line.message("ROUTINE", "One").replace("ROUTINE", "PRIORITY");
        long release = blue.post("/api/v1/entries", said).status();
        assertThat(note("Cdr Ivanov", "Generator tested")
                        .json()
                        .at("/notes/0/words")
                        .asText())
                .isEqualTo("Generator tested");

        JsonNode over = act("hand-over", "Cdr Ivanov", ",\"words\":\"Quiet\"").json();
        assertThat(over.at("/handed_over/words").asText()).isEqualTo("Quiet");
        assertThat(over.at("/handed_over/open/total").asInt()).isEqualTo(release == 202 ? 1 : 0);
        assertThat(over.at("/turn/officer").asText()).isEqualTo("Cdr Ivanov");
        assertThat(over.path("late").asBoolean()).isFalse();

        JsonNode taken = act("take", "Lt Melnyk", "").json();
        assertThat(taken.at("/turn/officer").asText()).isEqualTo("Lt Melnyk");
        assertThat(taken.has("handed_over")).isFalse();
        assertThat(taken.at("/turns/0/officer").asText()).isEqualTo("Cdr Ivanov");
        assertThat(taken.at("/turns/0/until").asText())
                .isEqualTo(taken.at("/turn/from").asText());
        JsonNode lines = blue.get("/api/v1/watch/log?limit=2").json().path("lines");
        assertThat(lines.at("/0/what").asText()).isEqualTo("handed_over");
        assertThat(lines.at("/1/hand_over").asLong())
                .isEqualTo(lines.at("/0/line").asLong());
    }

    @Test
    void what_another_has_is_neither_handed_over_nor_taken_without_a_reason() {
        act("take", "Cdr Ivanov", "");
        assertThat(act("hand-over", "Lt Melnyk", "").code()).isEqualTo("TG-6130");
        assertThat(act("take", "Lt Melnyk", "").code()).isEqualTo("TG-6130");
        JsonNode taken = act("take", "Lt Melnyk", ",\"without\":\"Taken ill\"").json();
        assertThat(taken.at("/turn/officer").asText()).isEqualTo("Lt Melnyk");
    }

    /// Two tabs, or two officers at once: the second is told that the log has grown.
    @Test
    void of_two_who_read_the_same_line_one_alone_goes_on() {
        act("take", "Cdr Ivanov", "");
        long revision = watch().path("revision").asLong();
        String body = "{\"officer\":\"Cdr Ivanov\",\"revision\":" + revision + "}";
        assertThat(blue.post("/api/v1/watch/hand-over", body).status()).isEqualTo(200);
        assertThat(blue.post("/api/v1/watch/hand-over", body).code()).isEqualTo("TG-6131");
        assertThat(blue.post("/api/v1/watch/take", body).code()).isEqualTo("TG-6131");
    }

    @Test
    void the_log_outlives_the_station() {
        act("take", "Cdr Ivanov", "");
        note("Cdr Ivanov", "Before the restart");
        line.blue.close();
        line.blue.start();
        blue = line.blue.client();
        assertThat(watch().at("/notes/0/words").asText()).isEqualTo("Before the restart");
        assertThat(note("Cdr Ivanov", "\\u0007").code()).isEqualTo("TG-6006");
    }
}
