package torgau.station.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import torgau.station.shell.RunningLine;

/// What one station says the other finds, over HTTP, whatever becomes of the index.
final class SearchApiTest extends OnOneLine {
    private static Client.Reply ask(Client client, String question, String more) {
        return client.get("/api/v1/search?q=" + URLEncoder.encode(question, StandardCharsets.UTF_8) + more);
    }

    private static List<String> references(JsonNode found) {
        var references = new ArrayList<String>();
        found.path("entries")
                .forEach(entry -> references.add(entry.path("reference").asText()));
        return references;
    }

    @Test
    void what_one_side_says_the_other_finds_by_another_form_and_through_a_slip() {
        String said = Line.say(blue, Line.message("ROUTINE", "Сообщаем о плановых учениях у Эльбы"));
        Line.await(red, said);
        JsonNode found = ask(red, "учения", "").json();
        assertThat(references(found)).containsExactly(said);
        assertThat(found.path("complete").asBoolean()).isTrue();
        assertThat(found.path("read").asLong()).isEqualTo(found.path("of").asLong());
        JsonNode snippet = found.at("/snippets/0");
        JsonNode mark = snippet.at("/marks/0");
        assertThat(snippet.path("text")
                        .asText()
                        .substring(mark.path("from").asInt(), mark.path("to").asInt()))
                .isEqualTo("учениях");
        JsonNode slipped = ask(red, "extybz 'km,s", "").json();
        assertThat(references(slipped)).containsExactly(said);
        assertThat(slipped.at("/corrected/0/typed").asText()).isEqualTo("extybz");
        assertThat(slipped.at("/corrected/1/used").asText()).isEqualTo("эльбы");
    }

    @Test
    void a_search_is_narrowed_and_goes_on_page_by_page() {
        var said = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            said.addFirst(Line.say(blue, Line.message("ROUTINE", "pontoon ferry " + i)));
        }
        JsonNode first = ask(blue, "ferry", "&limit=3&from=BLUE&class=FORMAL&since=010000ZJAN20&precedence=ROUTINE")
                .json();
        assertThat(references(first)).isEqualTo(said.subList(0, 3));
        JsonNode second = ask(
                        blue,
                        "ferry",
                        "&limit=3&before=" + first.path("previous").asText())
                .json();
        assertThat(references(second)).isEqualTo(said.subList(3, 5));
        assertThat(second.path("more").asBoolean()).isFalse();
        assertThat(references(ask(blue, "ferry", "&from=RED").json())).isEmpty();
        assertThat(references(ask(blue, "ferry", "&to=RED").json())).hasSize(5);
        assertThat(references(ask(blue, "ferry", "&until=2020-01-01T00:00Z").json()))
                .isEmpty();
        assertThat(references(ask(blue, "", "&matter=" + said.getFirst()).json()))
                .containsExactly(said.getFirst());
        assertThat(references(ask(blue, "ferry", "&awaited=true").json())).hasSize(5);
        assertThat(references(ask(blue, "ferry", "&awaited=false").json())).isEmpty();
        assertThat(references(ask(blue, "ferry", "&procedure=UA&format=UR").json()))
                .isEmpty();
    }

    @Test
    void a_question_that_is_none_is_refused_with_the_way_out() {
        assertThat(ask(blue, "", "").code()).isEqualTo("TG-6046");
        assertThat(ask(blue, "\"*\" -", "").code()).isEqualTo("TG-6046");
        assertThat(ask(blue, "word ".repeat(33), "").code()).isEqualTo("TG-6045");
        assertThat(ask(blue, "ы".repeat(513), "").code()).isEqualTo("TG-6045");
        for (String bad : List.of(
                "from=NOBODY",
                "to=red",
                "class=formal",
                "precedence=Z",
                "since=yesterday",
                "matter=7",
                "format=1",
                "limit=101",
                "awaited=perhaps",
                "before=x",
                "colour=red")) {
            assertThat(ask(blue, "ferry", "&" + bad).status()).as(bad).isBetween(400, 422);
        }
    }

    @Test
    void an_index_that_is_removed_or_damaged_is_made_again() throws IOException {
        try (Served served = new Served(Files.createDirectory(folder.resolve("again"))).start()) {
            String said = Line.say(served.blue.client(), Line.message("ROUTINE", "unmistakable"));
            Path index = served.blue.home.search();
            assertThat(references(ask(served.blue.client(), "unmistakable", "").json()))
                    .containsExactly(said);
            served.blue.close();
            Files.delete(index);
            served.blue.start();
            found(served.blue.client(), said);
            served.blue.close();
            Files.writeString(index, "this is no index");
            served.blue.start();
            found(served.blue.client(), said);
            assertThat(index.resolveSibling("search.db.damaged")).hasContent("this is no index");
            served.blue.close();
            byte[] bytes = Files.readAllBytes(index);
            for (int at = 4_096; at < bytes.length; at++) {
                bytes[at] = 0x55;
            }
            Files.write(index, bytes);
            served.blue.start();
            found(served.blue.client(), said);
        }
    }

    private static void found(Client client, String said) {
        RunningLine.awaitUntil("it is found again", () -> {
            Client.Reply reply = ask(client, "unmistakable", "");
            return reply.status() == 200
                    && reply.json().path("complete").asBoolean()
                    && references(reply.json()).equals(List.of(said));
        });
    }
}
