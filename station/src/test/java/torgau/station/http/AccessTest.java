package torgau.station.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who is kept out, and what hostile bytes come to.
final class AccessTest {
    @TempDir
    static Path folder;

    private static Served line;
    private static Client blue;

    @BeforeAll
    static void start() {
        line = new Served(folder);
        line.blue.start();
        blue = line.blue.client();
    }

    @AfterAll
    static void stop() {
        line.close();
    }

    private static String host() {
        return blue.origin.getAuthority();
    }

    private static Client.Reply signIn(String token) {
        return blue.send(
                "POST",
                "/api/v1/session",
                Optional.of("{\"token\":\"" + token + "\"}"),
                Map.of("Host", host(), "Origin", blue.origin.toString(), "Content-Type", "application/json"));
    }

    private static String cookie() {
        Client.Reply signedIn = signIn(blue.token);
        assertThat(signedIn.status()).isEqualTo(200);
        String cookie = signedIn.http().headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Strict").doesNotContain(blue.token);
        return cookie.split(";", 2)[0];
    }

    @Test
    void nothing_is_answered_without_token_or_session() {
        assertThat(blue.send("GET", "/api/v1/status", Optional.empty(), Map.of("Host", host()))
                        .code())
                .isEqualTo("TG-6001");
        assertThat(blue.send("GET", "/metrics", Optional.empty(), Map.of("Host", host()))
                        .status())
                .isEqualTo(401);
        assertThat(blue.send(
                                "GET",
                                "/api/v1/status",
                                Optional.empty(),
                                Map.of("Authorization", "Bearer wrong-token-wrong-token"))
                        .code())
                .isIn("TG-6002", "TG-6011");
        assertThat(blue.send(
                                "GET",
                                "/api/v1/status",
                                Optional.empty(),
                                Map.of("Host", host(), "Cookie", "torgau-session-blue-ops=x"))
                        .status())
                .isEqualTo(401);
        assertThat(blue.send("GET", "/healthz", Optional.empty(), Map.of()).status())
                .isEqualTo(200);
    }

    @Test
    void a_session_lasts_until_it_is_ended() {
        String cookie = cookie();
        var headers = Map.of("Host", host(), "Cookie", cookie, "Origin", blue.origin.toString());
        Client.Reply status = blue.send("GET", "/api/v1/status", Optional.empty(), headers);
        assertThat(status.status()).as("with %s: %s", cookie, status.json()).isEqualTo(200);
        assertThat(blue.send("DELETE", "/api/v1/session", Optional.empty(), headers)
                        .status())
                .isEqualTo(204);
        assertThat(blue.send("GET", "/api/v1/status", Optional.empty(), headers).status())
                .isEqualTo(401);
    }

    /// Headers of one connection that differ in case alone are not taken for each other.
    @Test
    void a_session_is_known_whatever_cookie_came_before_it_on_the_connection() {
        for (int i = 0; i < 4; i++) {
            String cookie = cookie();
            int secret = cookie.indexOf('=') + 1;
            String other = cookie.substring(0, secret) + swapped(cookie.charAt(secret));
            blue.send("GET", "/api/v1/status", Optional.empty(), Map.of("Host", host(), "Cookie", other));
            assertThat(blue.send("GET", "/api/v1/status", Optional.empty(), Map.of("Host", host(), "Cookie", cookie))
                            .status())
                    .as(cookie)
                    .isEqualTo(200);
        }
    }

    private static char swapped(char letter) {
        return Character.isUpperCase(letter) ? Character.toLowerCase(letter) : Character.toUpperCase(letter);
    }

    @Test
    void a_page_of_another_origin_changes_nothing() {
        String cookie = cookie();
        var foreign = Map.of(
                "Host", host(), "Cookie", cookie, "Origin", "http://evil.example", "Content-Type", "application/json");
        assertThat(blue.send("POST", "/api/v1/entries", Optional.of("{}"), foreign)
                        .code())
                .isEqualTo("TG-6003");
        var none = Map.of("Host", host(), "Cookie", cookie, "Content-Type", "application/json");
        assertThat(blue.send("POST", "/api/v1/entries", Optional.of("{}"), none).status())
                .isEqualTo(403);
        assertThat(blue.send("GET", "/api/v1/status", Optional.empty(), none).status())
                .isEqualTo(200);
    }

    @Test
    void a_request_for_another_host_is_misdirected() {
        assertThat(blue.send("GET", "/", Optional.empty(), Map.of("Host", "evil.example"))
                        .status())
                .isEqualTo(421);
        assertThat(blue.send(
                                "GET",
                                "/api/v1/status",
                                Optional.empty(),
                                Map.of("Host", "evil.example", "Authorization", "Bearer " + blue.token))
                        .code())
                .isEqualTo("TG-6010");
    }

    @Test
    void whatever_is_no_token_of_this_station_is_told_so_whatever_its_form() {
        for (String pasted :
                List.of("", "two words", "не код", "x".repeat(3_000), "http://blue.localhost:7101/#token=abc")) {
            assertThat(signIn(pasted).code()).isEqualTo("TG-6002");
        }
    }

    @Test
    void wrong_tokens_are_counted_and_a_right_one_still_opens() {
        int last = 0;
        for (int i = 0; i < 12; i++) {
            last = signIn("wrong-token-number-" + i).status();
        }
        assertThat(last).isEqualTo(429);
        assertThat(signIn(blue.token).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{}{}",
                "\"text\"",
                "{\"class\":\"FORMAL\"}",
                "{\"class\":5}",
                "{\"class\":\"FORMAL\",\"class\":\"FORMAL\"}",
                "{\"clas\":\"FORMAL\"}",
                "{\"a\":[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]}",
            })
    void a_body_of_another_shape_is_refused_with_a_code(String body) {
        var refused = blue.post("/api/v1/entries", body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("TG-6005");
    }

    @Test
    void a_field_at_fault_is_pointed_to() {
        assertThat(field(Line.message("FLASH", " "))).isEqualTo("/act/text");
        assertThat(field(Line.message("FLASH", "half \\ud800 a character"))).isEqualTo("/act/text");
        assertThat(field(Line.message("FLASH", "x", ",\"to\":[\"NOBODY\"]"))).isEqualTo("/to");
        assertThat(field(Line.message("FLASH", "x", ",\"to\":[\"BLUE\"]"))).isEqualTo("/to");
        assertThat(field(Line.message("FLASH", "x", ",\"re\":\"RED-OPS.00000000.9\"")))
                .isEqualTo("/re");
        assertThat(field(Line.message("FLASH", "x", ",\"more\":1"))).isEqualTo("/more");
        assertThat(field(Line.message("FLASH", "word ".repeat(201)))).isEqualTo("/act/text");
        assertThat(field(Line.message("ROUTINE", "й".repeat(20_000)))).isEqualTo("/act/text");
        assertThat(field(Line.message("URGENT", "x"))).isEqualTo("/precedence");
        assertThat(field(Line.message("FLASH", "x").replace("Duty officer", "Duty\\nofficer")))
                .isEqualTo("/office/title");
    }

    private static String field(String body) {
        Client.Reply refused = blue.post("/api/v1/entries", body);
        assertThat(refused.status()).isBetween(400, 422);
        return refused.json().path("field").asText();
    }

    @Test
    void what_is_too_long_or_of_another_kind_is_refused() {
        assertThat(blue.post("/api/v1/entries", "x".repeat(Bodies.MAX_BODY_BYTES + 1))
                        .code())
                .isEqualTo("TG-6009");
        var headers = Map.of(
                "Authorization", "Bearer " + blue.token, "Content-Type", "text/plain", "Idempotency-Key", "a-good-key");
        assertThat(blue.send("POST", "/api/v1/entries", Optional.of("{}"), headers)
                        .code())
                .isEqualTo("TG-6021");
        assertThat(blue.post("/api/v1/entries", Line.message("FLASH", "x"), "short")
                        .code())
                .isEqualTo("TG-6020");
        assertThat(blue.get("/api/v1/nothing").status()).isEqualTo(404);
        assertThat(blue.delete("/api/v1/status").code()).isEqualTo("TG-6019");
        assertThat(blue.get("/api/v1/events").code()).isEqualTo("TG-6021");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000\u0001\u0002\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "POST /api/v1/entries HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n",
            })
    void bytes_that_are_no_request_get_nothing_but_a_refusal(String bytes) {
        String answer = blue.raw(bytes);
        assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("Jetty", "Exception", "root:");
        assertThat(blue.get("/healthz").status()).isEqualTo(200);
    }

    @Test
    void every_answer_is_kept_from_frames_sniffing_and_caches() {
        var headers = blue.get("/api/v1/status").http().headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Cache-Control")).contains("no-store");
        assertThat(headers.firstValue("Server")).isEmpty();
    }
}
