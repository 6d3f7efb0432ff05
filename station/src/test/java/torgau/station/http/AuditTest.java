package torgau.station.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import torgau.journal.crypto.RandomSource;
import torgau.station.home.SeatsFile;
import torgau.station.home.Token;

/// What is asked of a station is written down, and whoever changes that is found.
final class AuditTest extends OnOneStation {
    private List<JsonNode> lines() {
        var lines = new ArrayList<JsonNode>();
        Client.Reply reply = blue.get("/api/v1/audit?limit=500");
        assertThat(reply.status()).as(reply.json().toString()).isEqualTo(200);
        reply.json().path("lines").forEach(lines::add);
        return lines;
    }

    /// As many lines, each of a draft that is kept.
    private void acts(int count) {
        for (int i = 0; i < count; i++) {
            blue.put("/api/v1/drafts/draft-000" + i, "{\"revision\":0,\"content\":{}}");
        }
    }

    private JsonNode verification(String mark) {
        return blue.get("/api/v1/audit/verification" + (mark.isEmpty() ? "" : "?mark=" + mark))
                .json();
    }

    private Client.Reply signIn(String token) {
        return blue.send(
                "POST",
                "/api/v1/session",
                Optional.of("{\"token\":\"" + token + "\"}"),
                Map.of(
                        "Host",
                        blue.origin.getAuthority(),
                        "Origin",
                        "" + blue.origin,
                        "Content-Type",
                        "application/json"));
    }

    @Test
    void acts_sign_ins_refusals_and_exports_are_written_down_and_no_word_of_what_was_said() {
        assertThat(signIn(blue.token).status()).isEqualTo(200);
        assertThat(signIn("wrong-token-wrong-token").code()).isEqualTo("TG-6002");
        String made = Line.say(blue, Line.message("ROUTINE", "Nothing of this is in the audit log"));
        blue.get("/api/v1/status");
        blue.get("/api/v1/journal/export");
        List<JsonNode> lines = lines();
        assertThat(lines)
                .extracting(line -> line.path("method").asText() + " "
                        + line.path("path").asText() + " " + line.path("status").asInt() + " "
                        + line.path("seat").asText() + line.path("code").asText())
                .containsExactly(
                        "POST /api/v1/session 200 first",
                        "POST /api/v1/session 401 TG-6002",
                        "POST /api/v1/entries 201 first",
                        "GET /api/v1/journal/export 200 first");
        assertThat(lines.get(2).path("made").asText()).isEqualTo(made);
        assertThat(lines.toString()).doesNotContain("Nothing of this", blue.token);
        assertThat(verification("").path("whole").asBoolean()).isTrue();
    }

    @Test
    void another_seat_does_not_read_it() {
        RandomSource random = new SecureRandom()::nextBytes;
        Path token = new SeatsFile(line.blue.home).add("second", List.of("Duty officer"), random);
        var second = new Client(blue.port, blue.origin, Token.inFile(token));
        assertThat(second.get("/api/v1/audit").code()).isEqualTo("TG-6134");
        assertThat(second.get("/api/v1/audit/verification").code()).isEqualTo("TG-6134");
        assertThat(lines())
                .extracting(
                        line -> line.path("seat").asText() + line.path("code").asText())
                .contains("secondTG-6134");
    }

    /// Refusals without end leave a bounded log: the next line says how many have no line of their own.
    @Test
    void whoever_knocks_all_night_does_not_fill_the_disk() {
        for (int i = 0; i < Audit.REFUSED_A_MINUTE + 12; i++) {
            blue.send("GET", "/api/v1/status", Optional.empty(), Map.of("Host", blue.origin.getAuthority()));
        }
        blue.put("/api/v1/drafts/draft-0001", "{\"revision\":0,\"content\":{}}");
        List<JsonNode> lines = lines();
        assertThat(lines).hasSize(Audit.REFUSED_A_MINUTE + 1);
        assertThat(lines.getLast().path("missed").asInt()).isEqualTo(12);
    }

    @Test
    void what_is_done_to_the_file_is_found_with_its_lines() throws SQLException {
        acts(6);
        String mark = verification("").path("mark").asText();
        assertThat(verification(mark).path("whole").asBoolean()).isTrue();
        tamper(
                "UPDATE ledger SET content = CAST(replace(CAST(content AS TEXT), 'PUT', 'GET') AS BLOB) WHERE book = 'audit' AND number = 3");
        assertThat(verification("").at("/faults/0").toString()).isEqualTo("{\"kind\":\"altered\",\"from\":2,\"to\":3}");
        tamper("DELETE FROM ledger WHERE book = 'audit' AND number IN (3, 4)");
        assertThat(verification("").at("/faults/0").toString()).isEqualTo("{\"kind\":\"missing\",\"from\":3,\"to\":4}");
        tamper("DELETE FROM ledger WHERE book = 'audit' AND number > 2");
        assertThat(verification(mark).findValuesAsText("kind")).contains("not_as_marked");
        assertThat(blue.get("/api/v1/audit/verification?mark=x").code()).isEqualTo("TG-6005");
    }

    private static final String LINE = " WHERE book = 'audit' AND number = ";

    @Test
    void lines_that_were_swapped_put_in_or_cut_are_named_and_the_station_writes_on() throws SQLException {
        acts(6);
        tamper("UPDATE ledger SET number = 999" + LINE + 2);
        tamper("UPDATE ledger SET number = 2" + LINE + 3);
        tamper("UPDATE ledger SET number = 3" + LINE + 999);
        assertThat(verification("").at("/faults/0").toString()).isEqualTo("{\"kind\":\"altered\",\"from\":1,\"to\":2}");
        tamper("INSERT INTO ledger SELECT book, number + 1, at, content, digest FROM ledger"
                + " WHERE book = 'audit' ORDER BY number DESC LIMIT 1");
        JsonNode verdict = verification("");
        assertThat(verdict.findValuesAsText("to"))
                .last()
                .isEqualTo(verdict.path("lines").asText());
        blue.put("/api/v1/drafts/draft-0007", "{\"revision\":0,\"content\":{}}");
        assertThat(lines().getLast().path("path").asText()).endsWith("draft-0007");
    }

    @Test
    void a_line_that_was_cut_is_named_and_hides_none_of_the_others() throws SQLException {
        acts(4);
        tamper("UPDATE ledger SET content = substr(content, 1, 9)" + LINE + 2);
        tamper("UPDATE ledger SET content = x'', digest = zeroblob(32)" + LINE + 4);
        assertThat(verification("").path("whole").asBoolean()).isFalse();
        blue.put("/api/v1/drafts/draft-0007", "{\"revision\":0,\"content\":{}}");
        List<JsonNode> lines = lines();
        assertThat(lines).extracting(line -> line.path("line").asInt()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(lines).extracting(line -> line.has("path")).containsExactly(true, false, true, false, true, true);
        assertThat(lines)
                .extracting(line -> line.path("broken").asBoolean())
                .containsExactly(false, true, false, true, false, false);
    }

    @Test
    void a_line_that_says_what_no_station_writes_passes_for_no_other_line() throws SQLException {
        acts(3);
        tamper(
                "UPDATE ledger SET content = CAST('{\"line\":3,\"method\":\"PUT\",\"path\":\"/x\",\"status\":200}' AS BLOB)"
                        + LINE + 2);
        List<JsonNode> lines = lines();
        assertThat(lines.get(1).toString())
                .contains("\"line\":2", "\"broken\":true")
                .doesNotContain("/x");
        assertThat(blue.get("/api/v1/audit?limit=1&before=3")
                        .json()
                        .at("/lines/0/broken")
                        .asBoolean())
                .isTrue();
        assertThat(blue.get("/api/v1/audit?limit=1&before=4")
                        .json()
                        .at("/lines/0")
                        .has("broken"))
                .isFalse();
    }

    private void tamper(String sql) throws SQLException {
        line.blue.close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + line.blue.home.desk());
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
        line.blue.start();
        blue = line.blue.client();
    }
}
