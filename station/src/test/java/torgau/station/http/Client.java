package torgau.station.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A client that believes nothing: every answer is judged by `openapi.yaml`.
final class Client {
    static {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host,origin");
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    final int port;
    final URI origin;
    final String token;

    Client(int port, URI origin, String token) {
        this.port = port;
        this.origin = origin;
        this.token = token;
    }

    /// An answer.
    record Reply(int status, HttpResponse<byte[]> http, JsonNode json) {
        String code() {
            return json.path("code").asText("");
        }
    }

    Reply get(String path) {
        return send("GET", path, Optional.empty(), Map.of("Authorization", "Bearer " + token));
    }

    Reply put(String path, String body) {
        return send(
                "PUT",
                path,
                body.isEmpty() ? Optional.empty() : Optional.of(body),
                Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json"));
    }

    Reply delete(String path) {
        return send("DELETE", path, Optional.empty(), Map.of("Authorization", "Bearer " + token));
    }

    Reply post(String path, String body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    /// As an officer who reads this language.
    Reply post(String path, String body, Locale language) {
        return send(
                "POST",
                path,
                Optional.of(body),
                Map.of(
                        "Authorization",
                        "Bearer " + token,
                        "Content-Type",
                        "application/json",
                        "Accept-Language",
                        language.toLanguageTag(),
                        "Idempotency-Key",
                        UUID.randomUUID().toString()));
    }

    Reply post(String path, String body, String key) {
        return send(
                "POST",
                path,
                Optional.of(body),
                Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json", "Idempotency-Key", key));
    }

    /// Puts the bytes of a file in.
    Reply putBlob(String bytes, String key) {
        return send(
                "PUT",
                "/api/v1/blobs",
                Optional.of(bytes),
                Map.of(
                        "Authorization",
                        "Bearer " + token,
                        "Content-Type",
                        "application/octet-stream",
                        "Idempotency-Key",
                        key));
    }

    Reply send(String method, String path, Optional<String> body, Map<String, String> headers) {
        var publisher = body.map(HttpRequest.BodyPublishers::ofString).orElse(HttpRequest.BodyPublishers.noBody());
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, publisher);
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            Optional<String> type = response.headers().firstValue("Content-Type");
            OpenApi.only().judge(method, path, response.statusCode(), type, response.body());
            boolean json = type.orElse("").contains("json");
            return new Reply(
                    response.statusCode(), response, json ? JSON.readTree(response.body()) : JSON.missingNode());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /// Opens the event stream; its lines come as they are sent.
    HttpResponse<java.util.stream.Stream<String>> events(String query, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/events" + query))
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + token);
        headers.forEach(request::header);
        try {
            return HTTP.send(request.GET().build(), HttpResponse.BodyHandlers.ofLines());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /// Sends bytes as they are and answers what came back.
    String raw(String bytes) {
        try (var socket = new java.net.Socket(java.net.InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
