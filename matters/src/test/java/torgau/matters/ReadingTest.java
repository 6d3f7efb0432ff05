package torgau.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import torgau.catalogue.value.Value;
import torgau.journal.Entry;

class ReadingTest {
    private final Scene scene = new Scene();
    private final Entry event = scene.file(Scene.BLUE, "WP", "WP", null);

    private Reading reading() {
        return new Reading(scene.fold(event.reference()));
    }

    private Entry agreed(int station, Map<String, Value> changed, Entry of) {
        scene.seen(station);
        return scene.file(station, "WP", "WPA", changed, event.reference(), of.reference());
    }

    private void corrected(int station, Entry wrong, String kind, Map<String, String> nows) {
        var rows = nows.entrySet().stream()
                .map(each -> new TreeMap<String, Value>(Map.of(
                        "field", new Value.Name(each.getKey()),
                        "was", new Value.Words("what was there"),
                        "now", new Value.Words(each.getValue()))))
                .toList();
        var said = new LinkedHashMap<String, Value>();
        said.put("message", new Value.Message(wrong.reference()));
        said.put("kind", new Value.Code(kind));
        if (!rows.isEmpty()) {
            said.put("changes", new Value.Rows(List.copyOf(rows)));
        }
        var example = Scene.values("WP", "CR", wrong.reference());
        example.keySet().retainAll(List.of("message", "kind", "effective"));
        example.putAll(said);
        var act = Scene.notification("WP", 1, "CR", example);
        scene.say(station, act, event.reference(), wrong.reference());
    }

    @Test
    void a_value_is_what_its_author_last_made_of_it() {
        corrected(Scene.BLUE, event, "correct", Map.of("host", "other"));
        corrected(Scene.BLUE, event, "correct", Map.of("level", "no level of the list"));
        corrected(Scene.RED, event, "correct", Map.of("host", "both"));

        var reading = reading();
        var opening = reading.turns().getFirst();
        assertThat(reading.code(opening, "host")).contains("other");
        assertThat(reading.code(opening, "level"))
                .isEqualTo(opening.value("level").map(value -> ((Value.Code) value).code()));
    }

    @Test
    void what_was_taken_back_says_nothing() {
        scene.tellAll();
        Entry agreed = agreed(Scene.RED, Map.of(), event);
        assertThat(reading().last(2, "WPA"))
                .hasValueSatisfying(turn -> assertThat(turn.place()).isEqualTo(agreed.reference()));

        corrected(Scene.RED, agreed, "cancel", Map.of());

        assertThat(reading().last("WPA")).isEmpty();
        assertThat(reading().last(2, "WP")).isEmpty();
        assertThat(reading().last(1, "WP")).isPresent();
    }

    @Test
    void what_was_void_says_nothing() {
        Entry own = agreed(Scene.BLUE, Map.of(), event);

        assertThat(scene.fold(event.reference()).outcome(own.reference())).isInstanceOf(Outcome.Voided.class);
        assertThat(reading().turns("WPA")).isEmpty();
    }
}
