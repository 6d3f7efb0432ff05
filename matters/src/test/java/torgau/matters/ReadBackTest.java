package torgau.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import torgau.catalogue.value.FilingCodec;
import torgau.catalogue.value.Value;
import torgau.journal.Act;
import torgau.journal.Entry;
import torgau.journal.Text;

/// An instruction is read back; that it was read is not enough (DOMAIN.md, workflow rule 3).
class ReadBackTest {
    private final Scene scene = new Scene();
    private Entry opening;
    private Entry asked;

    @BeforeEach
    void forces_that_entered_are_asked_to_leave() {
        opening = scene.file(Scene.BLUE, "NT", "NT", null);
        scene.tellAll();
        asked = scene.file(Scene.RED, "NT", "NTI", opening.reference(), opening.reference());
        scene.tellAll();
    }

    private boolean open() {
        scene.tellAll();
        var book = new Book(Scene.EDITIONS, scene.roster(), _ -> Optional.empty(), 1);
        scene.all.stream().sorted().forEach(book::add);
        return open(book);
    }

    private boolean open(Book book) {
        return book.awaited(scene.now).stream()
                .map(Book.Item::awaited)
                .anyMatch(item -> item.clock().name().equals("read_back")
                        && item.demand().place().equals(asked.reference()));
    }

    private void restated(Map<String, Value> fields) {
        var stage = new Act.Stage.Understood(new Text("en", "leave"), FilingCodec.encode(new LinkedHashMap<>(fields)));
        scene.say(Scene.BLUE, new Act.Acknowledgement(Scene.OFFICE, stage), opening.reference(), asked.reference());
    }

    @Test
    void that_it_was_read_is_not_enough() {
        assertThat(open()).isTrue();
        scene.acknowledge(Scene.BLUE, opening.reference(), asked.reference());
        assertThat(open()).isTrue();
    }

    @Test
    void what_is_restated_as_it_was_said_is_a_read_back() {
        restated(Map.of("heading", new Value.Heading(280)));
        assertThat(open()).isFalse();
    }

    @Test
    void own_words_alone_are_a_read_back() {
        restated(Map.of());
        assertThat(open()).isFalse();
    }

    @Test
    void what_differs_or_was_never_said_is_none() {
        restated(Map.of("heading", new Value.Heading(208)));
        assertThat(open()).as("another heading").isTrue();
        restated(Map.of("heading", new Value.Heading(280), "drift", new Value.Heading(10)));
        assertThat(open()).as("a field that nobody said").isTrue();
        restated(Map.of("heading", new Value.Heading(280)));
        assertThat(open()).isFalse();
    }

    @Test
    void a_later_correction_makes_no_read_back_of_what_differed_in_whatever_order_all_comes() {
        restated(Map.of("heading", new Value.Heading(208)));
        scene.tellAll();
        corrected("heading", "270");
        scene.tellAll();
        Entry late = scene.message(Scene.BLUE_TOO, opening.reference());
        scene.message(Scene.RED, opening.reference());
        scene.message(Scene.RED, opening.reference());
        var known =
                scene.all.stream().sorted().filter(entry -> !entry.equals(late)).toList();
        var book = new Book(Scene.EDITIONS, scene.roster(), _ -> Optional.empty(), 1);
        known.forEach(book::add);
        assertThat(open(book)).isTrue();
        book.add(late);
        assertThat(open(book)).isTrue();
    }

    private void corrected(String field, String now) {
        var row = new TreeMap<String, Value>(
                Map.of("field", new Value.Name(field), "was", new Value.Words("280"), "now", new Value.Words(now)));
        Map<String, Value> changed = Map.of(
                "kind", new Value.Code("correct"),
                "changes", new Value.Rows(List.of(row)));
        scene.file(Scene.RED, "NT", "CR", changed, opening.reference(), asked.reference());
    }
}
