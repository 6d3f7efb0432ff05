package torgau.station.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The console's files on their way to a browser.
final class ConsoleFilesTest extends OnOneLine {
    private static final String WORDS = "/assets/words.js";

    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    private static HttpResponse<byte[]> fetched(String path, String... headers) throws IOException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + blue.port + path))
                .header("Authorization", "Bearer " + blue.token);
        try {
            return BROWSER.send(
                    (headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private static Optional<String> header(HttpResponse<byte[]> reply, String name) {
        return reply.headers().firstValue(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "gzip, deflate, br", "br;q=1.0, gzip;q=0.8", "identity,GZIP"})
    void what_was_packed_goes_out_packed_to_a_browser_that_unpacks_it(String taken) throws IOException {
        var packed = fetched(WORDS, "Accept-Encoding", taken);
        assertThat(header(packed, "Content-Encoding")).contains("gzip");
        assertThat(header(packed, "Content-Type").orElse("")).startsWith("text/javascript");
        assertThat(header(packed, "Vary")).contains("Accept-Encoding");
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(unpacked.readAllBytes())
                    .isEqualTo(fetched(WORDS).body())
                    .hasSizeGreaterThan(10 * packed.body().length);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "br", "gzip;q=0", "br, gzip; q=0.0", "xgzip", "gzipped"})
    void a_browser_that_does_not_unpack_gets_it_as_it_is(String taken) throws IOException {
        var plain = fetched(WORDS, "Accept-Encoding", taken);
        assertThat(header(plain, "Content-Encoding")).isEmpty();
        assertThat(header(plain, "Vary")).contains("Accept-Encoding");
        assertThat(new String(plain.body(), StandardCharsets.UTF_8)).startsWith("// Words that repeat");
    }

    @Test
    void what_the_build_did_not_pack_is_sent_as_it_is() throws IOException {
        var font = fetched("/assets/letters.woff2", "Accept-Encoding", "gzip");
        assertThat(header(font, "Content-Encoding")).isEmpty();
        assertThat(font.body()).isEqualTo("wOF2".getBytes(StandardCharsets.US_ASCII));
    }
}
