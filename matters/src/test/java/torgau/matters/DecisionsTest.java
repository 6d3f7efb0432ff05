package torgau.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import torgau.catalogue.value.Value;
import torgau.journal.Entry;

/// Whom a field names as host is whom the confirmation is awaited from, and nobody else.
class DecisionsTest {
    private final Scene scene = new Scene();
    private final Entry event = scene.file(Scene.BLUE, "WP", "WP", Map.of("host", new Value.Code("other")), null);

    private List<Integer> awaited(String clock) {
        return scene.fold(event.reference()).awaited().stream()
                .filter(item -> item.open() && item.clock().name().equals(clock))
                .map(Awaited::party)
                .toList();
    }

    private Entry by(int station, String format, Map<String, Value> changed, Entry... of) {
        scene.tell(Scene.BLUE, Scene.RED);
        scene.tell(Scene.RED, Scene.BLUE);
        return scene.file(station, "WP", format, changed, event.reference(), of[0].reference());
    }

    private Entry invited(String host) {
        Entry agreed = by(Scene.RED, "WPA", Map.of("host", new Value.Code(host)), event);
        return by(host.equals("proposer") ? Scene.BLUE : Scene.RED, "WPI", Map.of(), agreed);
    }

    /// Requirements 35 and 40; row 9.
    @Test
    void the_list_is_awaited_from_the_guest_and_the_confirmation_from_the_host() {
        Entry invitation = invited("other");
        assertThat(awaited("delegation")).containsExactly(1);

        by(Scene.BLUE, "WPG", Map.of(), invitation);
        assertThat(awaited("delegation")).isEmpty();
        assertThat(awaited("confirmation_by_host")).containsExactly(2);
    }

    /// Requirement 35.
    @Test
    void what_was_agreed_later_decides_and_not_what_was_proposed_first() {
        invited("proposer");
        assertThat(awaited("delegation")).containsExactly(2);
    }

    @Test
    void nobody_awaits_anything_of_itself() {
        Entry agreed = by(Scene.RED, "WPA", Map.of("host", new Value.Code("other")), event);
        by(Scene.BLUE, "WPI", Map.of(), agreed);
        assertThat(awaited("delegation")).as("the guest invites").isEmpty();
    }

    /// Row 9: a correction says who is the host, and what is open moves to the other side.
    @Test
    void a_correction_moves_what_is_open_to_whom_it_names() {
        Entry agreed = by(Scene.RED, "WPA", Map.of("host", new Value.Code("other")), event);
        Entry invitation = by(Scene.RED, "WPI", Map.of(), agreed);
        assertThat(awaited("delegation")).containsExactly(1);

        corrected(agreed, "proposer");
        assertThat(awaited("delegation")).as("the guest now is who invited").isEmpty();
        corrected(agreed, "both");
        assertThat(awaited("delegation")).as("what has ended stays so").isEmpty();
        assertThat(invitation).isNotNull();
    }

    @Test
    void jointly_is_of_the_side_that_did_not_ask() {
        Entry invitation = invited("both");
        by(Scene.BLUE, "WPG", Map.of(), invitation);
        assertThat(awaited("confirmation_by_host")).containsExactly(2);
    }

    private void corrected(Entry wrong, String host) {
        var values = new LinkedHashMap<>(Scene.values("WP", "CR", wrong.reference()));
        values.keySet().retainAll(List.of("message", "kind", "effective"));
        values.put("kind", new Value.Code("correct"));
        values.put(
                "changes",
                new Value.Rows(List.of(new TreeMap<>(Map.of(
                        "field", new Value.Name("host"),
                        "was", new Value.Words("other"),
                        "now", new Value.Words(host))))));
        scene.tell(Scene.BLUE, Scene.RED);
        scene.say(Scene.RED, Scene.notification("WP", 1, "CR", values), event.reference(), wrong.reference());
    }
}
