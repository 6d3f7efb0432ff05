package torgau.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import torgau.catalogue.value.Value;
import torgau.journal.Entry;

/// A request for clarification is answered twice, and the answers are corrected and taken back.
class HistoryTest {
    private static final Value DRILL = new Value.Code("exercise");
    private static final Value CHECK = new Value.Code("check");
    private final Scene scene = new Scene();
    private final Entry asked = scene.file(Scene.BLUE, "UA", "UA", null);

    private Entry answered(Map<String, Value> changed) {
        scene.tellAll();
        return scene.file(Scene.RED, "UA", "UR", changed, asked.reference(), asked.reference());
    }

    private Entry correction(Entry of, String kind, Map<String, String> changes) {
        scene.tellAll();
        var values = new LinkedHashMap<>(Scene.values("UA", "CR", of.reference()));
        values.keySet().retainAll(List.of("message", "kind", "effective"));
        values.put("kind", new Value.Code(kind));
        if (!changes.isEmpty()) {
            values.put(
                    "changes",
                    new Value.Rows(
                            changes.entrySet().stream().map(HistoryTest::row).toList()));
        }
        return scene.say(Scene.RED, Scene.notification("UA", 1, "CR", values), asked.reference(), of.reference());
    }

    private static NavigableMap<String, Value> row(Map.Entry<String, String> change) {
        return new TreeMap<>(Map.of(
                "field", new Value.Name(change.getKey()),
                "was", new Value.Words("-"),
                "now", new Value.Words(change.getValue())));
    }

    private List<History.Changed> history() {
        return scene.fold(asked.reference()).history();
    }

    private List<History.Change> of(String field) {
        return history().stream()
                .filter(changed -> changed.field().name().equals(field))
                .flatMap(changed -> changed.changes().stream())
                .toList();
    }

    @Test
    void what_was_said_once_has_no_history() {
        answered(Map.of());

        assertThat(history())
                .as("both sides name an area, and neither changed its own")
                .isEmpty();
    }

    @Test
    void a_later_answer_is_compared_field_by_field_with_the_earlier_one_of_its_own_party() {
        Entry first = answered(Map.of());
        Entry second = answered(Map.of("nature", DRILL));

        assertThat(of("nature")).containsExactly(new History.Change(Turn.of(second), Turn.of(first), CHECK, DRILL));
        assertThat(history()).hasSize(1);
    }

    @Test
    void what_a_later_answer_leaves_open_no_longer_stands() {
        Entry first = answered(Map.of());
        var without = new LinkedHashMap<>(Scene.values("UA", "UR", asked.reference()));
        Value remarks = without.remove("remarks");
        scene.tellAll();
        Entry second =
                scene.say(Scene.RED, Scene.notification("UA", 1, "UR", without), asked.reference(), asked.reference());

        assertThat(of("remarks")).containsExactly(new History.Change(Turn.of(second), Turn.of(first), remarks, null));
    }

    @Test
    void a_correction_changes_the_entry_that_it_names_and_no_other() {
        Entry first = answered(Map.of());
        Entry second = answered(Map.of("nature", DRILL));
        Entry corrected = correction(first, "correct", Map.of("nature", "rotation"));

        assertThat(of("nature"))
                .containsExactly(
                        new History.Change(Turn.of(second), Turn.of(first), CHECK, DRILL),
                        new History.Change(Turn.of(corrected), Turn.of(first), CHECK, new Value.Code("rotation")));
    }

    @Test
    void of_what_was_taken_back_nothing_stands() {
        Entry first = answered(Map.of());
        Entry cancelled = correction(first, "cancel", Map.of());

        assertThat(of("nature")).containsExactly(new History.Change(Turn.of(cancelled), Turn.of(first), CHECK, null));
        assertThat(history()).extracting(changed -> changed.field().name()).contains("area", "answers", "remarks");
    }

    @Test
    void what_has_no_effect_changes_nothing() {
        Entry first = answered(Map.of());
        scene.tellAll();
        scene.file(Scene.BLUE, "UA", "UR", Map.of("nature", DRILL), asked.reference(), first.reference());

        assertThat(history()).as("the asker cannot answer itself").isEmpty();
    }

    @Test
    void of_a_field_that_changed_very_often_the_newest_changes_are_shown() {
        for (int i = 0; i <= History.MOST_CHANGES + 2; i++) {
            answered(Map.of("nature", i % 2 == 0 ? DRILL : CHECK));
        }

        List<History.Change> changes = of("nature");
        assertThat(changes).hasSize(History.MOST_CHANGES);
        assertThat(changes.getLast().by().place()).isEqualTo(scene.all.getLast().reference());
    }

    @Test
    void what_may_be_filed_next_names_the_entry_to_which_it_refers() {
        Entry reply = answered(Map.of());
        scene.tellAll();
        scene.acknowledge(Scene.BLUE, asked.reference(), reply.reference());
        scene.message(Scene.BLUE, asked.reference(), reply.reference());
        Matter matter = scene.fold(asked.reference());

        assertThat(re(matter, 2, "UR"))
                .as("it answers the request, not the earlier answer")
                .isEqualTo(asked);
        assertThat(re(matter, 2, "CR")).as("one corrects one's own word").isEqualTo(reply);
        assertThat(re(matter, 1, "CR")).isEqualTo(asked);
        assertThat(re(matter, 1, "WD")).isEqualTo(asked);
    }

    private Entry re(Matter matter, int party, String format) {
        Matter.Next next = matter.next(party).stream()
                .filter(each -> each.format().code().equals(format))
                .findFirst()
                .orElseThrow();
        return scene.all.stream()
                .filter(entry -> entry.reference().equals(next.re()))
                .findFirst()
                .orElseThrow();
    }
}
