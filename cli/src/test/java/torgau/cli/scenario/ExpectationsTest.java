package torgau.cli.scenario;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import torgau.cli.api.StationApi;

/// What a scenario expects, asked of stations that always answer the same.
class ExpectationsTest {
    private static final String MATTER = """
            {"id":"B.1","state":{"code":"answered"},
             "steps":[{"entry":"B.1","outcome":"moved"},{"entry":"R.7","outcome":"void","code":"TG-4018"}],
             "awaited":[{"demand":"B.1","clock":"ack","state":"running"},
                        {"demand":"R.7","clock":"reply","state":"done","after_seconds":1},
                        {"demand":"B.1","clock":"reply","state":"done","after_seconds":75}]}""";
    private static final String AWAITED = """
            {"from_us":[{"demand":"B.1","clock":"word","state":"running","from":"BLUE"}],
             "from_them":[{"demand":"B.1","clock":"reply","state":"no_reply","from":"RED"},
                          {"demand":"B.1","clock":"reply","state":"not_received","from":"BLUE"}]}""";

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private HttpServer station;

    @BeforeEach
    void stations_answer() throws IOException {
        station = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        station.createContext("/", this::answer);
        station.start();
        answers.put("/api/v1/matters/B.1", MATTER);
        answers.put("/api/v1/matters/R.7", MATTER);
        answers.put("/api/v1/awaited", AWAITED);
        answers.put("/api/v1/entries/B.1", "{\"receipts\":[{\"stage\":\"received\"}]}");
        answers.put("/api/v1/status", "{\"suspensions\":[]}");
    }

    @AfterEach
    void stations_stop() {
        station.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = answers.getOrDefault(exchange.getRequestURI().getPath(), "");
        byte[] bytes = (body.isEmpty() ? "{\"code\":\"TG-6009\",\"message\":\"not here\"}" : body)
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(body.isEmpty() ? 404 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void check(String expect) throws InterruptedException, JsonProcessingException {
        var api = new StationApi(
                URI.create("http://127.0.0.1:" + station.getAddress().getPort()), "token");
        var json = (ObjectNode) StationApi.JSON.readTree(expect.replace('\'', '"'));
        json.put("within", "PT0S");
        var step = new Scenario.Step(
                5, Duration.ZERO, "BLUE", "WATCH", Optional.empty(), "file", StationApi.JSON.createObjectNode(), json);
        new Expectations(Map.of("BLUE", api, "RED", api), Map.of("asked", "B.1", "late", "R.7", "lost", "X.1"))
                .check(step, "B.1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            'state':{'of':'asked','is':'answered'}
            'outcome':{'of':'asked','is':'moved'}
            'outcome':{'of':'late','is':'void'}
            'receipt':'received'
            'line':'working'
            'awaited':{'from':'us','of':'asked','clock':'word','is':'running'}
            'awaited':{'from':'them','of':'asked','clock':'reply','is':'no_reply'}
            'awaited':{'from':'them','of':'late','clock':'reply','is':'gone'}
            'answered':{'of':'asked','clock':'reply','within':'PT2M'}
            """)
    void what_is_there_is_met(String expect) {
        assertThatCode(() -> check("{" + expect + "}")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            'state':{'of':'asked','is':'closed'} | the state of `asked` at BLUE is answered, expected closed
            'state':{'of':'lost','is':'closed'} | the state of `lost` at BLUE is none: TG-6009 not here, expected closed
            'outcome':{'of':'late','is':'crossed'} | the outcome of `late` at BLUE is void (TG-4018), expected crossed
            'receipt':'read' | there is no receipt `read`, only [received]
            'line':'suspended' | BLUE does not show the line as `suspended`
            'awaited':{'from':'us','of':'asked','clock':'word','is':'gone'} | `word` of `asked`, awaited from us, is running, expected gone
            'awaited':[{'from':'us','of':'asked','clock':'reply','is':'running'}] | `reply` of `asked`, awaited from us, is gone, expected running
            'answered':{'of':'asked','clock':'ack','within':'PT1M'} | `ack` of `asked` is running, expected done
            'answered':{'of':'asked','clock':'reply','within':'PT1M'} | `reply` of `asked` was answered after 75 s, expected within 60 s
            'answered':{'of':'asked','clock':'view','within':'PT1M'} | `view` of `asked` is not there, expected done
            'state':{'of':'nobody','is':'closed'} | expects something of nobody, which labels nothing yet
            """)
    void what_is_not_there_fails_the_run_and_says_what_was_there_instead(String expect, String said) {
        assertThatThrownBy(() -> check("{" + expect + "}"))
                .isInstanceOf(ScenarioFault.class)
                .hasMessageStartingWith("step 5: ")
                .hasMessageEndingWith(said);
    }
}
