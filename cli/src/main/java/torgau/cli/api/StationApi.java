package torgau.cli.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import torgau.station.home.ConsoleKeys;
import torgau.station.home.StationConfig;

/// One station's API, with an officer's token.
public final class StationApi {
    /// Reads and writes the JSON of the API.
    public static final ObjectMapper JSON = new ObjectMapper();

    private static final int OK = 200;
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration UPLOAD_TIMEOUT = Duration.ofMinutes(2);

    private final URI station;
    private final String token;
    private final HttpClient client;

    /// @param station its console's address, for example `http://127.0.0.1:7101`
    public StationApi(URI station, String token) {
        this(station, token, HttpClient.newBuilder());
    }

    private StationApi(URI station, String token, HttpClient.Builder client) {
        this.station = station;
        this.token = token;
        this.client = client.version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /// The station of a home, by one who has the home: over TLS the certificate that the home names is the
    /// only one that is taken.
    public static StationApi at(StationConfig.Console console, String token) {
        var client = HttpClient.newBuilder();
        console.tls()
                .map(tls -> ConsoleKeys.chain(tls.certificate()).getFirst())
                .ifPresent(own -> client.sslContext(ConsoleKeys.only(own)));
        return new StationApi(console.local(console.port()), token, client);
    }

    public URI station() {
        return station;
    }

    /// Asks for something under `/api/v1`.
    public Reply get(String path) {
        return send(request("/api/v1" + path).GET());
    }

    /// Does something under `/api/v1`; a new key makes it happen once, however often it is sent.
    public Reply post(String path, JsonNode body) {
        return send(json(path, body).header("Idempotency-Key", UUID.randomUUID().toString()));
    }

    /// Ends something under `/api/v1`.
    public Reply delete(String path) {
        return send(request("/api/v1" + path).DELETE());
    }

    /// Puts a file in: what an entry has to say of it, but for its name.
    public Reply putIn(Path file) throws FileNotFoundException {
        return putIn(HttpRequest.BodyPublishers.ofFile(file));
    }

    /// The same of bytes that were read.
    public Reply putIn(byte[] file) {
        return putIn(HttpRequest.BodyPublishers.ofByteArray(file));
    }

    private Reply putIn(HttpRequest.BodyPublisher file) {
        return send(request("/api/v1/blobs")
                .timeout(UPLOAD_TIMEOUT)
                .header("Content-Type", "application/octet-stream")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .PUT(file));
    }

    /// Hands over a file that a courier brought.
    public Reply takeCourier(byte[] file) {
        return send(request("/api/v1/courier/files")
                .timeout(UPLOAD_TIMEOUT)
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(file)));
    }

    /// Has the text of an edition checked; nothing is kept of it.
    public Reply checkEdition(byte[] yaml) {
        return send(request("/api/v1/edition-check")
                .timeout(UPLOAD_TIMEOUT)
                .header("Content-Type", "application/yaml")
                .POST(HttpRequest.BodyPublishers.ofByteArray(yaml)));
    }

    /// The same, for what takes long.
    public Reply post(String path, JsonNode body, Duration timeout) {
        return send(json(path, body)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .timeout(timeout));
    }

    /// Does something that takes long, once for a key, however often it is sent.
    public Reply post(String path, JsonNode body, String key, Duration timeout) {
        return send(json(path, body).header("Idempotency-Key", key).timeout(timeout));
    }

    /// Puts something in place of what is under `/api/v1`.
    public Reply put(String path, JsonNode body) {
        return send(json(path, body).PUT(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /// Whether the station is up and everything is right; empty body if it does not answer.
    public boolean healthy() {
        try {
            return send(request("/healthz").GET()).accepted();
        } catch (Unreachable notYet) {
            return false;
        }
    }

    /// Copies what is at a path, however large.
    public int download(String path, OutputStream into) throws IOException {
        HttpResponse<InputStream> response =
                exchange(request("/api/v1" + path).GET().build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream in = response.body()) {
            in.transferTo(into);
        }
        return response.statusCode();
    }

    /// Opens the event stream, which first tells every entry that arrived after a cursor.
    ///
    /// @param after empty: from now on
    /// @throws Refused if the station answers with something else
    public EventStream events(String after) {
        String query = after.isEmpty() ? "" : "?after=" + encoded(after);
        HttpRequest request = request("/api/v1/events" + query)
                .header("Accept", "text/event-stream")
                .GET()
                .build();
        HttpResponse<InputStream> response = exchange(request, HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() == OK) {
            return new EventStream(response.body());
        }
        try (InputStream body = response.body()) {
            throw new Refused(reply(response.statusCode(), new String(body.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException fault) {
            throw new Unreachable(station, fault);
        }
    }

    /// The station answered, but not with what was asked for.
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Reply reply;

        private Refused(Reply reply) {
            super("the station answered " + reply.status());
            this.reply = reply;
        }

        public Reply reply() {
            return reply;
        }
    }

    /// A value as a part of a path or query.
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder json(String path, JsonNode body) {
        return request("/api/v1" + path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(station.resolve(path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token);
    }

    private Reply send(HttpRequest.Builder request) {
        HttpResponse<String> response = exchange(request.build(), HttpResponse.BodyHandlers.ofString());
        return reply(response.statusCode(), response.body());
    }

    private static Reply reply(int status, String body) {
        try {
            return new Reply(status, JSON.readTree(body.isEmpty() ? "{}" : body));
        } catch (IOException notJson) {
            return new Reply(status, JSON.createObjectNode().put("message", body));
        }
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request, handler);
        } catch (IOException fault) {
            throw new Unreachable(station, fault);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Unreachable(station, interrupted);
        }
    }
}
