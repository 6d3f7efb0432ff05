package torgau.station.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import torgau.station.shell.RunningLine;

/// What officers' clients ask in the course of a watch.
@org.junit.jupiter.api.Tag("long")
final class ApiTest {
    @TempDir
    static Path folder;

    private static Served line;
    private static Client blue;
    private static Client red;

    @BeforeAll
    static void start() {
        line = new Served(folder).start();
        blue = line.blue.client();
        red = line.red.client();
        RunningLine.awaitUntil(
                "the line works",
                () -> technical(blue).equals("working") && technical(red).equals("working"));
    }

    @AfterAll
    static void stop() {
        line.close();
    }

    private static String technical(Client client) {
        return client.get("/api/v1/status")
                .json()
                .at("/counterparts/0/technical")
                .asText();
    }

    @Test
    void the_status_says_how_the_line_stands() {
        var status = blue.get("/api/v1/status").json();
        assertThat(status.at("/counterparts/0/headline").asText()).isEqualTo("working");
        assertThat(status.at("/counterparts/0/station").asText()).isEqualTo("RED-OPS");
        assertThat(status.at("/offices/0/title").asText()).isEqualTo("Duty officer");
        assertThat(blue.get("/healthz").status()).isEqualTo(200);
        assertThat(blue.get("/metrics").status()).isEqualTo(200);
        assertThat(blue.get("/api/v1/agreement")
                        .json()
                        .at("/lead_offices/0/office")
                        .asText())
                .isEqualTo("Head of operations");
        assertThat(blue.get("/api/v1/journal/heads").status()).isEqualTo(200);
    }

    static String message(String precedence, String words, String more) {
        return """
                {"class":"FORMAL","precedence":"%s","office":{"title":"Duty officer","capacity":"Operations centre"},
                 "act":{"type":"message","language":"en","text":"%s"}%s}""".formatted(precedence, words, more);
    }

    @Test
    void a_message_is_said_once_and_its_receipt_comes_back() {
        var said = blue.post("/api/v1/entries", message("FLASH", "Cease fire at once.", ""), "key-number-1");
        assertThat(said.status()).isEqualTo(201);
        String reference = said.json().path("reference").asText();

        var again = blue.post("/api/v1/entries", message("FLASH", "Cease fire at once.", ""), "key-number-1");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("reference").asText()).isEqualTo(reference);
        var other = blue.post("/api/v1/entries", message("FLASH", "Something else.", ""), "key-number-1");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("TG-6007");
        RunningLine.awaitUntil(
                "the receipt of RED",
                () -> blue.get("/api/v1/entries/" + reference)
                        .json()
                        .at("/receipts/0/stage")
                        .asText()
                        .equals("received"));
    }
}
