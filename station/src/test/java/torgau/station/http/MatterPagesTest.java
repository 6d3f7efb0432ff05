package torgau.station.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import torgau.station.home.Address;
import torgau.station.shell.RunningLine;

/// The entries of one matter, a page at a time, and what later entries changed in it.
final class MatterPagesTest {
    @TempDir
    Path folder;

    private static String path(String matter, String query) {
        return "/api/v1/matters/" + matter + "/entries" + query;
    }

    private static List<String> references(JsonNode entries) {
        return entries.valueStream()
                .map(entry -> entry.path(entry.has("reference") ? "reference" : "entry")
                        .asText())
                .toList();
    }

    private static String word(Client client, String matter, int number) {
        return Line.say(client, Line.message("ROUTINE", "Word " + number + ".", ",\"re\":\"" + matter + "\""));
    }

    /// The two sides speak in one matter while they cannot hear each other: what came last to BLUE comes
    /// early in the total order.
    @Test
    void the_entries_of_a_matter_come_in_the_total_order_and_not_in_that_of_their_arrival() {
        try (var line = new Line(folder)) {
            String first = Line.say(line.blue, Line.message("ROUTINE", "The first."));
            Line.await(line.red, first);
            line.served.red.close();
            for (int i = 1; i <= 3; i++) {
                word(line.blue, first, i);
            }
            line.served.blue.close();
            line.served.red.start();
            Client red = line.served.red.client();
            String apart = word(red, first, 9);
            line.served.blue.dials = Optional.of(new Address(
                    "127.0.0.1", line.served.red.running().linePort().orElseThrow()));
            line.served.blue.start();
            Client blue = line.served.blue.client();
            Line.await(blue, apart);

            JsonNode matter = blue.get("/api/v1/matters/" + first).json();
            List<String> order = references(matter.path("steps"));
            List<String> arrived = references(
                    blue.get("/api/v1/entries?matter=" + first).json().path("entries"));
            assertThat(arrived).endsWith(apart).hasSize(5);
            assertThat(order.indexOf(apart)).isBetween(1, 2);
            assertThat(references(blue.get(path(first, "")).json().path("entries")))
                    .isEqualTo(order);
        }
    }

    @Test
    void a_long_matter_is_read_page_by_page_from_its_newest_entry_back() {
        try (var line = new Line(folder)) {
            String first = Line.say(line.blue, Line.message("ROUTINE", "The first."));
            for (int i = 1; i < 9; i++) {
                word(line.blue, first, i);
            }
            List<String> order =
                    references(line.blue.get("/api/v1/matters/" + first).json().path("steps"));
            assertThat(order).hasSize(9);

            var read = new ArrayList<String>();
            JsonNode page = line.blue.get(path(first, "?limit=4")).json();
            assertThat(page.path("earlier").asInt()).isEqualTo(5);
            read.addAll(references(page.path("entries")));
            while (page.path("earlier").asInt() > 0) {
                page = line.blue
                        .get(path(first, "?limit=4&before=" + read.getFirst()))
                        .json();
                read.addAll(0, references(page.path("entries")));
            }
            assertThat(read).isEqualTo(order);
            assertThat(page.path("complete").asBoolean()).isTrue();
        }
    }

    @Test
    void a_page_is_refused_of_no_matter_and_before_what_is_not_in_it() {
        try (var line = new Line(folder)) {
            String one = Line.say(line.blue, Line.message("ROUTINE", "One matter."));
            String other = Line.say(line.blue, Line.message("ROUTINE", "Another matter."));

            assertThat(line.blue.get(path(one, "?before=" + other)).code()).isEqualTo("TG-6005");
            assertThat(line.blue.get(path(one, "?before=end")).status()).isEqualTo(400);
            assertThat(line.blue.get(path(one, "?limit=201")).status()).isEqualTo(400);
            assertThat(line.blue.get(path("BLUE-OPS.00000000.99", "")).status()).isEqualTo(404);
        }
    }

    @Test
    void what_this_desk_has_translated_stands_beside_the_entries_and_only_here() {
        try (var line = new Line(folder)) {
            String said = Line.say(line.blue, Line.message("ROUTINE", "The exercise ends at 18:30."));
            Line.await(line.red, said);
            assertThat(line.red.get(path(said, "")).json().path("translations")).isEmpty();
            String draft = TranslationTest.step(0, Line.OFFICE, ",\"text\":\"Учение окончится в 18:30.\"");
            assertThat(line.red
                            .put("/api/v1/entries/" + said + "/translations", draft)
                            .status())
                    .isEqualTo(200);

            JsonNode kept = line.red.get(path(said, "")).json().at("/translations/0");
            assertThat(kept.path("entry").asText()).isEqualTo(said);
            assertThat(kept.path("part").asText()).isEmpty();
            assertThat(kept.at("/translation/state").asText()).isEqualTo("draft");
            assertThat(kept.at("/translation/text").asText()).contains("Учение");
            assertThat(line.blue.get(path(said, "")).json().path("translations"))
                    .isEmpty();
        }
    }

    @Test
    void what_a_correction_changed_is_told_field_by_field_with_who_and_when() {
        try (var line = new Line(folder)) {
            String asked = Line.say(line.blue, FilingTest.filing("UA", FilingTest.UA, ""));
            Line.await(line.red, asked);
            JsonNode opening = line.blue.get("/api/v1/entries/" + asked).json();
            JsonNode next = line.blue.get("/api/v1/matters/" + asked).json().path("next");
            assertThat(next.valueStream()
                            .filter(each -> each.path("format").asText().equals("CR")))
                    .allSatisfy(each -> assertThat(each.path("re").asText()).isEqualTo(asked))
                    .isNotEmpty();
            String fields = """
                    {"message":"%s","kind":"correct","effective":"211200ZNOV26",
                     "changes":[{"field":"activity","was":"-","now":"movement"}]}""".formatted(opening.path("message_number").asText());
            String corrected = Line.say(line.blue, FilingTest.filing("CR", fields, ",\"re\":\"" + asked + "\""));
            Line.await(line.red, corrected);

            RunningLine.awaitUntil(
                    "RED has folded it",
                    () -> !line.red
                            .get("/api/v1/matters/" + asked)
                            .json()
                            .path("history")
                            .isEmpty());
            JsonNode changed = line.red.get("/api/v1/matters/" + asked).json().at("/history/0");
            JsonNode change = changed.at("/changes/0");
            assertThat(changed.path("name").asText()).isEqualTo("activity");
            assertThat(change.path("party").asText()).isEqualTo("BLUE");
            assertThat(change.path("entry").asText()).isEqualTo(corrected);
            assertThat(change.path("of_number")).isEqualTo(opening.path("message_number"));
            assertThat(change.at("/was/words/ru").asText())
                    .isNotEqualTo(change.at("/now/words/ru").asText());
            assertThat(change.at("/now/written").asText()).isEqualTo("movement");
        }
    }
}
