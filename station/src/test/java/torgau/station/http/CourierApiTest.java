package torgau.station.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Packing and taking over the interface, with a real disk and real keys at both ends.
final class CourierApiTest {
    private static final String API = "/api/v1/courier/";

    @TempDir
    static Path folder;

    private static Line line;

    @BeforeAll
    static void the_line_works() {
        line = new Line(folder);
    }

    @AfterAll
    static void the_line_ends() {
        line.close();
    }

    @Test
    void a_pack_is_fetched_file_by_file_and_taken_at_the_other_end_alone() throws Exception {
        String said = Line.say(line.blue, Line.message("PRIORITY", "The bridge is open."));
        Line.await(line.red, said);
        JsonNode pack = line.blue.post(API + "packs", order("RED-OPS", "all")).json();
        assertThat(pack.path("entries").asInt()).isPositive();
        assertThat(pack.path("files").asInt()).isOne();
        assertThat(pack.path("more").asBoolean()).isFalse();

        Client.Reply got = line.blue.get(API + "packs/" + pack.path("id").asText() + "/files/1");
        assertThat(got.status()).isEqualTo(200);
        JsonNode taken = take(line.red, got.http().body(), 200);
        assertThat(taken.path("from").asText()).isEqualTo("BLUE-OPS");
        assertThat(taken.path("held").asInt()).isEqualTo(taken.path("entries").asInt());
        assertThat(take(line.blue, got.http().body(), 422).path("code").asText())
                .isEqualTo("TG-2135");
        assertThat(take(line.red, new byte[3], 422).path("code").asText()).isEqualTo("TG-2130");
    }

    @Test
    void what_cannot_be_packed_or_fetched_is_refused_with_the_way_out() {
        Client.Reply nobody = line.blue.post(API + "packs", order("GREEN", "lacking"));
        assertThat(nobody.status()).isEqualTo(422);
        assertThat(nobody.code()).isEqualTo("TG-6160");
        assertThat(nobody.json().path("message").asText()).contains("RED-OPS");
        assertThat(line.blue.post(API + "packs", order("BLUE-OPS", "lacking")).code())
                .isEqualTo("TG-6160");
        assertThat(line.blue.get(API + "packs/0123456789abcdef/files/1").status())
                .isEqualTo(404);
        String small = order("RED", "lacking").replace("681574400", "1");
        assertThat(line.blue.post(API + "packs", small).status()).isEqualTo(400);
    }

    private static String order(String to, String scope) {
        return "{\"to\":\"" + to + "\",\"size\":681574400,\"scope\":\"" + scope + "\"}";
    }

    private static JsonNode take(Client at, byte[] file, int status) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + at.port + API + "files"))
                .header("Authorization", "Bearer " + at.token)
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(file))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            OpenApi.only()
                    .judge(
                            "POST",
                            API + "files",
                            answer.statusCode(),
                            answer.headers().firstValue("Content-Type"),
                            answer.body());
            assertThat(answer.statusCode()).isEqualTo(status);
            return new ObjectMapper().readTree(answer.body());
        }
    }
}
