package torgau.station.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import torgau.journal.Code;
import torgau.station.home.HomeFault;
import torgau.station.home.StationConfig;

/// A machine that speaks LibreTranslate's interface, well and badly.
final class MachineTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LINGUIST = "{\"title\":\"Переводчик\",\"capacity\":\"Отдел\"}";

    @TempDir
    Path folder;

    private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;
    private volatile Answer answer = exchange -> reply(exchange, 200, "{\"translatedText\":\"Паром опаздывает.\"}");

    private interface Answer {
        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/mt/translate", exchange -> {
            asked.add(JSON.readTree(exchange.getRequestBody().readAllBytes()));
            try (exchange) {
                answer.to(exchange);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    @AfterEach
    void end() {
        over.countDown();
        server.stop(0);
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private StationConfig.Machine machine(Optional<Path> key) {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/mt");
        return new StationConfig.Machine(url, "Engine of the staff", key, 2, List.of("en", "ru"));
    }

    private Line line(Optional<Path> key) {
        var served = new Served(folder.resolve("line"));
        served.red.machine = Optional.of(machine(key));
        return new Line(served.start());
    }

    private Path key(String permissions) throws IOException {
        Path key = Files.writeString(folder.resolve("engine.key"), "s3cret\n");
        return Files.setPosixFilePermissions(key, PosixFilePermissions.fromString(permissions));
    }

    private static Client.Reply ask(Line line, String entry, long revision) {
        return line.red.post(
                "/api/v1/entries/" + entry + "/translations/machine", TranslationTest.step(revision, LINGUIST, ""));
    }

    private static String arrived(Line line) {
        String entry = Line.say(line.blue, Line.message("ROUTINE", "The ferry is late."));
        Line.await(line.red, entry);
        return entry;
    }

    @Test
    void a_machine_is_asked_only_when_an_officer_asks_and_what_it_made_is_marked() throws IOException {
        try (var line = line(Optional.of(key("rw-------")))) {
            String entry = arrived(line);
            JsonNode sheet = line.red
                    .get("/api/v1/entries/" + entry + "/translations")
                    .json()
                    .at("/parts/0");
            assertThat(sheet.path("machine").asText()).isEqualTo("Engine of the staff");
            assertThat(asked).as("looking asks nobody").isEmpty();

            JsonNode made = ask(line, entry, 0).json();
            assertThat(made.at("/translation/state").asText()).isEqualTo("machine");
            assertThat(made.at("/translation/engine").asText()).isEqualTo("Engine of the staff");
            assertThat(made.at("/translation/text").asText()).isEqualTo("Паром опаздывает.");
            assertThat(asked)
                    .containsExactly(JSON.readTree(
                            "{\"q\":\"The ferry is late.\",\"source\":\"en\",\"target\":\"ru\",\"format\":\"text\","
                                    + "\"api_key\":\"s3cret\"}"));
            assertThat(line.red
                            .get("/api/v1/translations")
                            .json()
                            .at("/waits/0/parts/0/state")
                            .asText())
                    .as("nobody has read it")
                    .isEqualTo("machine");

            var draft = TranslationTest.step(1, LINGUIST, ",\"text\":\"Паром опаздывает.\"");
            line.red.put("/api/v1/entries/" + entry + "/translations", draft);
            assertThat(ask(line, entry, 2).code()).as("an officer's text stays").isEqualTo("TG-6031");
            assertThat(asked).hasSize(1);
        }
    }

    @Test
    void whatever_a_machine_answers_the_watch_is_told_by_a_code_and_nothing_is_kept() {
        try (var line = line(Optional.empty())) {
            String entry = arrived(line);
            answer = exchange -> reply(exchange, 403, "{\"error\":\"Invalid API key\"}");
            assertThat(ask(line, entry, 0).code()).isEqualTo("TG-6039");
            answer = exchange -> {
                exchange.getResponseHeaders()
                        .add(
                                "Location",
                                "http://127.0.0.1:" + server.getAddress().getPort() + "/mt/translate");
                reply(exchange, 307, "");
            };
            assertThat(ask(line, entry, 0).code()).as("it is sent nowhere else").isEqualTo("TG-6039");
            for (String nonsense : List.of(
                    "",
                    "null",
                    "[]",
                    "<html>",
                    "{\"translatedText\":7}",
                    "{\"translatedText\":\"\"}",
                    "{\"translatedText\":\"a\\u0000b\"}",
                    "{\"translatedText\":\"\\ud800\"}",
                    "{\"translatedText\":\"" + "x".repeat(40_000) + "\"}")) {
                answer = exchange -> reply(exchange, 200, nonsense);
                assertThat(ask(line, entry, 0).code()).as(nonsense).isEqualTo("TG-6040");
            }
            answer = exchange -> reply(exchange, 200, "x".repeat(400_000));
            assertThat(ask(line, entry, 0).code()).as("without end").isIn("TG-6037", "TG-6040");
            answer = HttpExchange::close;
            assertThat(ask(line, entry, 0).code()).isEqualTo("TG-6037");
            assertThat(line.red
                            .get("/api/v1/entries/" + entry + "/translations")
                            .json()
                            .at("/parts/0")
                            .has("translation"))
                    .isFalse();
        }
    }

    @Test
    void a_machine_that_begins_and_never_ends_is_waited_for_no_longer_than_configured() {
        try (var line = line(Optional.empty())) {
            String entry = arrived(line);
            answer = exchange -> {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write('{');
                exchange.getResponseBody().flush();
                over.await();
            };
            assertThat(ask(line, entry, 0).code()).isEqualTo("TG-6038");
            server.stop(0);
            assertThat(ask(line, entry, 0).code()).isEqualTo("TG-6037");
        }
    }

    @Test
    void a_language_that_is_not_configured_is_not_asked_for() {
        try (var line = line(Optional.empty())) {
            String entry = arrived(line);
            String ukrainian = TranslationTest.step(0, LINGUIST, "").replace("\"ru\"", "\"uk\"");
            assertThat(line.red
                            .post("/api/v1/entries/" + entry + "/translations/machine", ukrainian)
                            .code())
                    .isEqualTo("TG-6035");
            assertThat(asked).isEmpty();
        }
    }

    @Test
    void a_key_that_others_can_read_stops_the_start() throws IOException {
        Path open = key("rw-r--r--");
        var fault = catchThrowableOfType(
                HomeFault.class, () -> line(Optional.of(open)).close());
        assertThat(fault.code()).isEqualTo(Code.OPEN_TO_OTHERS);
    }
}
