package torgau.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import torgau.station.home.PrivateFiles;

/// `inbox --follow` and a station that breaks off: everything is shown, once.
class FollowTest {
    @TempDir
    private Path directory;

    private final List<String> streams = Collections.synchronizedList(new ArrayList<>());
    private HttpServer station;

    @BeforeEach
    void it_answers() throws IOException {
        PrivateFiles.create(directory.resolve("token"), "a-token-of-an-officer".getBytes(StandardCharsets.US_ASCII));
        station = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        station.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        station.createContext("/api/v1/entries", this::entries);
        station.createContext("/api/v1/events", this::events);
        station.start();
    }

    @AfterEach
    void it_stops() {
        station.stop(0);
    }

    @Test
    void after_a_break_it_goes_on_where_it_was_and_shows_each_entry_once() {
        Typed followed = follow("3");
        assertThat(followed.exit()).isZero();
        assertThat(followed.out().lines().map(line -> line.replaceAll(".*\"reference\":\"([^\"]*)\".*", "$1")))
                .containsExactly("RED-OPS.00000001.1", "RED-OPS.00000001.2", "RED-OPS.00000001.3");
        assertThat(streams).containsExactly("after=10", "after=12", "after=13");
        assertThat(followed.err()).contains("does not answer", "answers again");
    }

    @Test
    void what_the_station_refuses_ends_it() {
        streams.addAll(List.of("", "", "", ""));
        Typed followed = follow("30");
        assertThat(followed.exit()).isEqualTo(Exit.REFUSED);
        assertThat(followed.err()).startsWith("{\"code\":\"TG-6018\"");
    }

    private Typed follow(String seconds) {
        return Typed.now(
                "inbox",
                "--follow",
                "--json",
                "--for",
                seconds,
                "--url",
                "http://127.0.0.1:" + station.getAddress().getPort(),
                "--token-file",
                directory.resolve("token").toString());
    }

    private void entries(HttpExchange request) throws IOException {
        boolean newest = request.getRequestURI().getQuery().contains("limit=1&");
        answer(request, 200, newest ? "{\"entries\":[],\"next\":\"10\"}" : "{\"entries\":[" + entry(1) + "]}");
    }

    /// The first stream breaks off, the second too, the third goes on; a further one is refused.
    private void events(HttpExchange request) throws IOException {
        streams.add(request.getRequestURI().getQuery());
        switch (streams.size()) {
            case 1 -> answer(request, 200, event(11, 1) + event(12, 2));
            case 2 -> answer(request, 200, event(13, 2) + "event: heartbeat\ndata: {}\n\n");
            case 3 -> {
                request.sendResponseHeaders(200, 0);
                request.getResponseBody().write((event(14, 3) + own()).getBytes(StandardCharsets.UTF_8));
                request.getResponseBody().flush();
            }
            default -> answer(request, 422, "{\"code\":\"TG-6018\",\"message\":\"no cursor\",\"remedy\":\"\"}");
        }
    }

    private static String event(int cursor, int sequence) {
        return "id: " + cursor + "\nevent: entry\ndata: " + entry(sequence) + "\n\n";
    }

    private static String own() {
        return "id: 15\nevent: entry\ndata: {\"reference\":\"BLUE-OPS.00000001.1\",\"direction\":\"out\"}\n\n";
    }

    private static String entry(int sequence) {
        return "{\"reference\":\"RED-OPS.00000001." + sequence
                + "\",\"direction\":\"in\",\"act\":{\"type\":\"message\"}}";
    }

    private static void answer(HttpExchange request, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        request.sendResponseHeaders(status, bytes.length);
        request.getResponseBody().write(bytes);
        request.close();
    }
}
