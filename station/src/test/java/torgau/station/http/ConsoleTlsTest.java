package torgau.station.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import torgau.station.home.Certified;
import torgau.station.home.ConsoleKeys;

/// A console with a certificate.
final class ConsoleTlsTest {
    @TempDir
    static Path folder;

    private static Served line;
    private static X509Certificate own;
    private static String token = "";

    @BeforeAll
    static void start() throws Exception {
        line = new Served(folder);
        var tls = Certified.made(folder, "watch", "-keyalg", "EC", "-groupname", "secp384r1", "-validity", "90");
        own = ConsoleKeys.chain(tls.certificate()).getFirst();
        line.blue.tls = Optional.of(tls);
        line.blue.start();
        token = line.blue.client().token;
    }

    @AfterAll
    static void stop() {
        line.close();
    }

    private static HttpClient client(SSLContext trusting, String protocol) {
        return HttpClient.newBuilder()
                .sslContext(trusting)
                .sslParameters(new SSLParameters(null, new String[] {protocol}))
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    private static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(
                URI.create("https://127.0.0.1:" + line.blue.running().port() + path));
    }

    private static HttpResponse<String> sent(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client(ConsoleKeys.only(own), "TLSv1.3").send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void a_program_with_the_token_and_a_browser_with_the_origin_are_served_over_tls() throws Exception {
        assertThat(sent(to("/api/v1/status").header("Authorization", "Bearer " + token))
                        .statusCode())
                .isEqualTo(200);
        URI origin = line.blue.running().origin();
        assertThat(origin.getScheme()).isEqualTo("https");
        HttpResponse<String> in = sent(to("/api/v1/session")
                .header("Host", origin.getAuthority())
                .header("Origin", origin.toString())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"token\":\"" + token + "\"}")));
        assertThat(in.statusCode()).isEqualTo(200);
        assertThat(in.headers().firstValue("Set-Cookie").orElseThrow()).contains("; Secure", "; HttpOnly");
        HttpResponse<String> plain = sent(to("/api/v1/session")
                .header("Host", origin.getAuthority())
                .header("Origin", origin.toString().replace("https", "http"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"token\":\"" + token + "\"}")));
        assertThat(plain.statusCode()).isEqualTo(403);
    }

    @Test
    void older_tls_plain_http_and_bytes_without_order_get_nothing() throws Exception {
        assertThatThrownBy(() -> client(ConsoleKeys.only(own), "TLSv1.2")
                        .send(to("/healthz").build(), HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(SSLException.class);
        for (String said : new String[] {"GET /healthz HTTP/1.1\r\nHost: blue\r\n\r\n", "\u0016\u0003\u0001ÿÿ"}) {
            try (var socket = new Socket(
                    InetAddress.getLoopbackAddress(), line.blue.running().port())) {
                socket.setSoTimeout(5_000);
                socket.getOutputStream().write(said.getBytes(StandardCharsets.ISO_8859_1));
                socket.shutdownOutput();
                byte[] answer = socket.getInputStream().readAllBytes();
                assertThat(new String(answer, StandardCharsets.ISO_8859_1)).doesNotContain("HTTP/1.1 200");
            }
        }
        assertThat(sent(to("/healthz")).statusCode()).isEqualTo(200);
    }

    @Test
    void whoever_has_the_home_takes_no_other_certificate_than_the_one_it_names() throws Exception {
        var other = Certified.made(folder, "mole", "-keyalg", "EC", "-groupname", "secp384r1", "-validity", "90");
        X509Certificate moles = ConsoleKeys.chain(other.certificate()).getFirst();
        assertThatThrownBy(() -> client(ConsoleKeys.only(moles), "TLSv1.3")
                        .send(to("/healthz").build(), HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(SSLException.class)
                .hasMessageContaining("not the certificate");
    }
}
