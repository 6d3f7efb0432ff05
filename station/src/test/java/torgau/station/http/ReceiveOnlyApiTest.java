package torgau.station.http;

import static org.assertj.core.api.Assertions.assertThat;
import static torgau.station.shell.RunningLine.awaitUntil;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import torgau.catalogue.value.Times;

/// The order to receive only, as officers give it, and what the other side sees of it.
@Tag("slow")
class ReceiveOnlyApiTest {
    private static final String ORDER = "/api/v1/receive-only";

    @TempDir
    private Path folder;

    private Line line;

    @BeforeEach
    void line() {
        line = new Line(folder);
    }

    @AfterEach
    void close() {
        line.close();
    }

    private static JsonNode counterpart(Client client) {
        return client.get("/api/v1/status").json().at("/counterparts/0");
    }

    private String declare(Instant until) {
        String period = Times.group(Instant.now().toEpochMilli()) + ".." + Times.group(until.toEpochMilli());
        return Line.say(line.red, """
                {"office":%s,"act":{"type":"notification","format":"LS",
                 "fields":{"state":"receive_only","paths":["hf"],"period":"%s"}}}""".formatted(Line.OFFICE, period));
    }

    @Test
    void a_declared_silence_is_seen_at_both_ends_for_what_it_is_and_what_waited_arrives_after_it() {
        Instant until = Instant.now().plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.MINUTES);
        String declared = declare(until);
        Client.Reply ordered = line.red.post(
                ORDER,
                "{\"until\":\"%s\",\"last_word\":\"%s\"}".formatted(Names.instant(until.toEpochMilli()), declared));
        assertThat(ordered.status()).isEqualTo(200);
        awaitUntil(
                "red is silent",
                () -> line.red
                        .get("/api/v1/status")
                        .json()
                        .at("/receive_only/stage")
                        .asText()
                        .equals("on"));
        Line.await(line.blue, declared);
        assertThat(counterpart(line.red).path("headline").asText()).isEqualTo("receive_only");
        assertThat(line.red.post("/api/v1/link-tests", "{}").code()).isEqualTo("TG-4029");
        String waits = Line.say(line.red, Line.message("FLASH", "Cease at once."));

        awaitUntil(
                "blue knows why",
                () -> counterpart(line.blue).path("technical").asText().equals("listens"));
        assertThat(counterpart(line.blue).path("declared_by").asText()).isEqualTo("RED");
        assertThat(counterpart(line.blue).path("listens_until").asText())
                .isEqualTo(Names.instant(until.toEpochMilli()));
        assertThat(line.blue.get("/api/v1/alarms").json().toString()).doesNotContain("line_unanswered");
        assertThat(line.blue.get("/api/v1/entries/" + waits).status()).isEqualTo(404);

        assertThat(line.red.delete(ORDER).json().path("stage").asText()).isEqualTo("off");
        Line.await(line.blue, waits);
        assertThat(line.red.get("/api/v1/alarms").json().toString()).contains("receive_only_ended");
        assertThat(line.red.get("/api/v1/status").json().has("receive_only")).isFalse();
    }

    @Test
    void an_order_that_makes_no_sense_is_refused_and_changes_nothing() {
        String theirs = Line.say(line.blue, Line.message("ROUTINE", "From the other side."));
        Line.await(line.red, theirs);
        assertThat(line.red
                        .post(ORDER, "{\"until\":\"2020-01-01T00:00:00.000Z\"}")
                        .status())
                .isEqualTo(422);
        assertThat(line.red
                        .post(ORDER, "{\"last_word\":\"%s\"}".formatted(theirs))
                        .status())
                .isEqualTo(422);
        assertThat(line.red
                        .post(ORDER, "{\"until\":\"2999-01-01T00:00:00.000Z\"}")
                        .status())
                .isEqualTo(422);
        assertThat(line.red.get("/api/v1/status").json().has("receive_only")).isFalse();
        assertThat(line.red.delete(ORDER).status()).isEqualTo(200);
    }
}
