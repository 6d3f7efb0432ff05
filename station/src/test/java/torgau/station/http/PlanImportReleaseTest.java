package torgau.station.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import torgau.station.home.PrivateFiles;
import torgau.station.home.SeatsFile;
import torgau.station.home.Token;

/// A table waits for the second person as one thing.
final class PlanImportReleaseTest {
    private static final String AUTHORITY = """
            offices:
              - {office: Duty officer}
            alone: []
            legal_basis:
              - {formats: [WP]}
            """;
    private static final String TABLE = """
            plan,track,event,aim,kind,host,level,Begins,Ends,precision,languages,interpretation,funding
            2031,other,Talks %s,To talk,video,nobody,experts,2031-05-1%s 09:00Z,2031-05-1%s 11:00Z,exact,en;ru,each_own,each_own
            """;

    private static String rows(String first, String second) {
        String row = TABLE.lines().skip(1).findFirst().orElseThrow();
        String rows = TABLE.formatted(first, 1, 1) + row.formatted(second, 2, 2) + "\n";
        return Base64.getEncoder().encodeToString(rows.getBytes(StandardCharsets.UTF_8));
    }

    private static String body(String file) {
        return "{\"file\":\"%s\",\"office\":%s,\"legal_basis\":\"§ 5\"}".formatted(file, Line.OFFICE);
    }

    /// Requirement 41: of two tables with one event between them that wait side by side, one is signed.
    @Test
    void what_has_come_into_the_plan_since_a_table_was_read_keeps_it_from_being_signed(@TempDir Path folder) {
        var served = new Served(folder);
        PrivateFiles.create(served.blue.home.authority(), AUTHORITY.getBytes(StandardCharsets.UTF_8));
        new SeatsFile(served.blue.home).add("second", List.of("Duty officer"), new SecureRandom()::nextBytes);
        try (var line = new Line(served.start())) {
            var second = new Client(line.blue.port, line.blue.origin, Token.inFile(served.blue.home.token("second")));
            String one = line.blue
                    .post("/api/v1/plan/imports", body(rows("one", "two")))
                    .json()
                    .path("id")
                    .asText();
            String other = line.blue
                    .post("/api/v1/plan/imports", body(rows("three", "two")))
                    .json()
                    .path("id")
                    .asText();
            assertThat(second.get("/api/v1/releases/" + other)
                            .json()
                            .at("/since/fault")
                            .isMissingNode())
                    .isTrue();
            assertThat(signed(second, one).status()).isEqualTo(200);

            JsonNode fault = second.get("/api/v1/releases/" + other).json().at("/since/fault");
            assertThat(fault.path("code").asText()).isEqualTo("TG-6106");
            assertThat(fault.path("message").asText()).contains("2 = BLUE-OPS");
            assertThat(signed(second, other).code()).isEqualTo("TG-6106");
            assertThat(line.blue.get("/api/v1/matters?procedure=WP").json().path("matters"))
                    .hasSize(2);

            Client.Reply again = line.blue.post("/api/v1/plan/imports", body(rows("three", "two")));
            assertThat(again.json().has("together"))
                    .as("what is in the plan is left out")
                    .isFalse();
            assertThat(signed(second, again.json().path("id").asText()).status())
                    .isEqualTo(200);
            assertThat(line.blue.get("/api/v1/matters?procedure=WP").json().path("matters"))
                    .hasSize(3);
        }
    }

    private static Client.Reply signed(Client seat, String id) {
        String digest = seat.get("/api/v1/releases/" + id).json().path("digest").asText();
        return seat.post("/api/v1/releases/" + id + "/sign", "{\"digest\":\"" + digest + "\"}");
    }

    /// Requirements 13 and 41.
    @Test
    void a_table_is_signed_by_the_second_person_once_and_whole(@TempDir Path folder) {
        var served = new Served(folder);
        PrivateFiles.create(served.blue.home.authority(), AUTHORITY.getBytes(StandardCharsets.UTF_8));
        new SeatsFile(served.blue.home).add("second", List.of("Duty officer"), new SecureRandom()::nextBytes);
        try (var line = new Line(served.start())) {
            var second = new Client(line.blue.port, line.blue.origin, Token.inFile(served.blue.home.token("second")));
            String file = rows("one", "two");
            assertThat(line.blue
                            .post(
                                    "/api/v1/plan/imports",
                                    "{\"file\":\"%s\",\"office\":%s}".formatted(file, Line.OFFICE))
                            .json()
                            .path("code")
                            .asText())
                    .isEqualTo("TG-6072");

            Client.Reply waits = line.blue.post("/api/v1/plan/imports", body(file));
            assertThat(waits.status()).as(waits.json().toString()).isEqualTo(202);
            assertThat(waits.json().path("together").asInt()).isEqualTo(2);
            String at = "/api/v1/releases/" + waits.json().path("id").asText();
            JsonNode seen = second.get(at).json();
            assertThat(seen.at("/others/0").toString()).contains("Talks two");
            assertThat(seen.path("act").toString()).contains("Talks one");
            assertThat(line.blue.get("/api/v1/matters?procedure=WP").json().path("matters"))
                    .isEmpty();

            String digest = "{\"digest\":\"" + seen.path("digest").asText() + "\"}";
            assertThat(line.blue.post(at + "/sign", digest).status()).isEqualTo(403);
            Client.Reply signed = second.post(at + "/sign", digest);
            assertThat(signed.status()).as(signed.json().toString()).isEqualTo(200);
            assertThat(signed.json().path("entries")).hasSize(2);
            signed.json().path("entries").forEach(entry -> Line.await(line.red, entry.asText()));
            assertThat(second.post(at + "/sign", digest).json().path("entries"))
                    .isEqualTo(signed.json().path("entries"));
        }
    }
}
