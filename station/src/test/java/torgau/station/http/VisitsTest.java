package torgau.station.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import torgau.station.shell.RunningLine;

/// A visit is asked for with names, answered person by person, and seen alike at both ends.
final class VisitsTest extends OnOneLine {
    private static String rv(String dates) {
        return """
            {"kind":"one_time","aim":"Talks.","dates":"%s","access":"open",
             "sites":[{"number":1,"site":"Порт «Маяк»","subject":"Talks."}],
             "delegation":[
               {"number":1,"part":"head","person":{"name":"John Miller","document":"passport 471100"}},
               {"number":2,"part":"interpreter","person":{"name":"Олена Іваненко","latin":"Elena Ivanenko","document":"passport 588321"}},
               {"number":3,"part":"member","person":{"name":"J. Miller","document":"PASSPORT 471-100"}}],
             "persons_in_all":3,"way":"sea","entry_point":"Порт «Маяк»",
             "items":[{"item":"camera","quantity":2}],
             "requester":{"title":"Chief of plans","capacity":"Northern fleet command"},
             "certified":{"title":"Security officer","capacity":"Joint staff"}}""".formatted(dates);
    }

    private static String approval(String request) {
        return """
            {"request":"%s","decision":"with_limits","valid":"080000ZJUN27..112359ZJUN27",
             "persons":[{"number":1,"answer":"approved"},{"number":2,"answer":"with_limits","limits":"Только место 1."}],
             "items_answer":"kept","escort":"always","contact":{"title":"Дежурный","capacity":"Штаб"}}""".formatted(request);
    }

    private static JsonNode visit(Client client, String name) {
        return client.get("/api/v1/visits/" + name).json();
    }

    private static String standings(JsonNode visit) {
        var words = new StringBuilder();
        visit.path("members")
                .forEach(each -> words.append(each.path("standing").asText()).append(' '));
        return words.toString().strip();
    }

    /// Requirements 29 and 42; row 9.
    @Test
    void a_delegation_is_seen_by_both_as_the_host_answered_it() {
        String asked = Line.say(blue, FilingTest.filing("RV", rv("080500ZJUN27..111800ZJUN27"), ""));
        Line.await(red, asked);
        assertThat(standings(visit(blue, asked))).isEqualTo("awaited awaited awaited");
        RunningLine.awaitUntil(
                "the names have come",
                () -> visit(red, asked).at("/members/0/person/name").asText().equals("John Miller"));

        String number = visit(red, asked).path("number").asText();
        String answered = Line.say(red, FilingTest.filing("RVA", approval(number), ",\"re\":\"" + asked + "\""));
        Line.await(blue, answered);
        for (Client client : List.of(blue, red)) {
            JsonNode visit = visit(client, answered);
            assertThat(standings(visit)).isEqualTo("approved with_limits not_named");
            assertThat(visit.at("/members/1/limits").asText()).isEqualTo("Только место 1.");
            assertThat(visit.at("/members/0/part/words/ru").asText()).isEqualTo("глава делегации");
            assertThat(visit.at("/state/code").asText()).isEqualTo("approved");
            assertThat(visit.at("/persons/approved").asInt()).isEqualTo(1);
            assertThat(visit.path("remarks").toString())
                    .contains("\"number\":2,\"kind\":\"spelling\",\"expected\":[\"Olena Ivanenko\"]")
                    .contains("\"number\":3,\"kind\":\"twice\",\"other\":1,\"by\":\"document\"");
        }
        JsonNode listed = blue.get("/api/v1/visits").json();
        assertThat(listed.toString()).contains(asked).doesNotContain("Miller");
    }

    /// Requirement 29; row 9: whoever signs sees what may be wrong with a name while it can still be mended.
    @Test
    void a_list_is_remarked_on_before_it_is_filed_and_no_remark_holds_it_up() {
        String filing = FilingTest.filing("RV", rv("080500ZSEP27..111800ZSEP27"), "");
        Client.Reply preview = blue.post("/api/v1/notification-sentence", filing);
        assertThat(preview.json().path("remarks").toString())
                .contains("\"number\":2,\"kind\":\"spelling\",\"expected\":[\"Olena Ivanenko\"]")
                .contains("\"number\":3,\"kind\":\"twice\",\"other\":1,\"by\":\"document\"");
        assertThat(blue.post("/api/v1/entries", filing).status()).isEqualTo(201);
    }

    /// Row 9.
    @Test
    void a_person_in_two_visits_on_the_same_days_is_told() {
        String one = Line.say(blue, FilingTest.filing("RV", rv("010500ZJUL27..031800ZJUL27"), ""));
        String other = Line.say(blue, FilingTest.filing("RV", rv("031200ZJUL27..051800ZJUL27"), ""));

        JsonNode visit = visit(blue, other);
        assertThat(visit.path("remarks").toString()).contains("\"kind\":\"elsewhere\"", one);
        assertThat(visit.at("/compared/complete").asBoolean()).isTrue();
    }

    /// Row 9: after a visit there is a joint part, and one that is one's own.
    @Test
    void a_note_on_a_visit_stays_on_the_desk_and_nothing_of_it_is_in_the_journal_or_its_blobs() throws Exception {
        String asked = Line.say(blue, FilingTest.filing("RV", rv("080500ZAUG27..111800ZAUG27"), ""));
        Line.await(red, asked);
        String path = "/api/v1/visits/" + asked + "/notes";
        String body = "{\"part\":\"%s\",\"words\":\"%s\",\"revision\":%d}";
        assertThat(blue.post(path, body.formatted("note", "Unquotable-7731 at the gate", 0))
                        .status())
                .isEqualTo(200);
        assertThat(blue.post(path, body.formatted("note", "lost", 0)).code()).isEqualTo("TG-6119");
        assertThat(blue.post(path, body.formatted("note", "Unquotable-7731 at both gates", 1))
                        .status())
                .isEqualTo(200);
        assertThat(blue.post(path, body.formatted("after_action", "Unquotable-7732", 0))
                        .status())
                .isEqualTo(200);
        assertThat(blue.post(path, body.formatted("joint", "no such part", 0)).status())
                .isEqualTo(400);

        assertThat(visit(blue, asked).path("notes").toString())
                .contains("both gates", "\"after_action\"", "\"private\":true")
                .doesNotContain("at the gate");
        assertThat(blue.get(path).json().path("notes")).hasSize(3);
        assertThat(visit(red, asked).path("notes")).isEmpty();
        String later = Line.say(blue, Line.message("ROUTINE", "Carries what was kept before it."));
        Line.await(red, later);
        assertThat(holding("Unquotable-773")).isNotEmpty().allMatch(name -> name.startsWith("desk.db"));
        assertThat(holding("Carries what was kept")).anyMatch(name -> name.startsWith("journal.db"));
    }

    /// Names of the files of both homes in which words stand, in clear.
    private static List<String> holding(String words) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> read(file).contains(words))
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void what_is_no_visit_is_not_found() {
        String other = Line.say(blue, Line.message("ROUTINE", "No visit."));
        assertThat(blue.get("/api/v1/visits/" + other).code()).isEqualTo("TG-6004");
    }

    /// Requirement 29: letters that nobody can check against a document are refused.
    @Test
    void letters_of_no_known_alphabet_are_refused_before_anything_is_signed() {
        Client.Reply refused = blue.post(
                "/api/v1/entries",
                FilingTest.filing("RV", rv("080500ZJUN27..111800ZJUN27").replace("John Miller", "Jоhn Miller"), ""));
        assertThat(refused.code()).isEqualTo("TG-6025");
        assertThat(refused.json().toString()).contains("\"rule\":\"ALPHABET\"");
    }
}
