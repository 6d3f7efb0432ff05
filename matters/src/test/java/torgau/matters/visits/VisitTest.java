package torgau.matters.visits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import torgau.catalogue.value.Value;
import torgau.journal.Code;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.matters.Outcome;
import torgau.matters.Scene;

class VisitTest {
    private final Scene scene = new Scene();
    private final Entry request = scene.file(Scene.BLUE, "RV", "RV", Map.of("delegation", listed(1, 2)), null);

    private Visit visit() {
        return Visit.of(scene.fold(request.reference())).orElseThrow();
    }

    private static Value listed(long... numbers) {
        return rows(Arrays.stream(numbers)
                .mapToObj(number -> Map.of(
                        "number", new Value.Count(number, number),
                        "part", new Value.Code("member"),
                        "person", new Value.Annexed(Digest.over(), 1)))
                .toList());
    }

    private static Value numbers(long... numbers) {
        return rows(Arrays.stream(numbers)
                .mapToObj(number -> Map.<String, Value>of("number", new Value.Count(number, number)))
                .toList());
    }

    @SafeVarargs
    private static Value answers(Map.Entry<Long, String>... answers) {
        var rows = new ArrayList<Map<String, Value>>();
        for (Map.Entry<Long, String> each : answers) {
            rows.add(Map.of(
                    "number", new Value.Count(each.getKey(), each.getKey()),
                    "answer", new Value.Code(each.getValue())));
        }
        return rows(rows);
    }

    private static Value rows(List<? extends Map<String, ? extends Value>> rows) {
        return new Value.Rows(
                rows.stream().<NavigableMap<String, Value>>map(TreeMap::new).toList());
    }

    private Entry host(String format, Map<String, Value> changed, Entry to) {
        scene.tell(Scene.BLUE, Scene.RED);
        return scene.file(Scene.RED, "RV", format, changed, request.reference(), to.reference());
    }

    private Entry visitor(String format, Map<String, Value> changed, Entry to) {
        scene.tell(Scene.RED, Scene.BLUE);
        return scene.file(Scene.BLUE, "RV", format, changed, request.reference(), to.reference());
    }

    private static Map<String, Value> approving(Value persons) {
        return Map.of("persons", persons);
    }

    private List<Standing> standings() {
        return visit().members().stream().map(Member::standing).toList();
    }

    /// Requirement 29; row 9.
    @Test
    void each_person_stands_as_the_host_last_answered() {
        assertThat(standings()).containsExactly(Standing.AWAITED, Standing.AWAITED);
        assertThat(visit().awaited()).anyMatch(item -> item.clock().name().equals("answer") && item.party() == 2);

        Entry first = host("RVA", approving(answers(Map.entry(1L, "approved"), Map.entry(2L, "later"))), request);
        assertThat(standings()).containsExactly(Standing.APPROVED, Standing.EXAMINED);
        assertThat(visit().awaited()).noneMatch(item -> item.clock().name().equals("answer"));

        host("RVA", approving(answers(Map.entry(2L, "refused"))), request);
        assertThat(standings()).containsExactly(Standing.NOT_NAMED, Standing.REFUSED);
        assertThat(visit().approval()).isPresent();
        assertThat(visit().sites()).hasSize(2);
        assertThat(first).isNotNull();
    }

    /// Requirement 29; row 9.
    @Test
    void who_is_added_after_the_approval_is_not_approved_by_it() {
        Entry approval = host("RVA", approving(answers(Map.entry(1L, "approved"), Map.entry(2L, "approved"))), request);
        Entry change = visitor("RVC", Map.of("removed", numbers(2), "added", listed(3)), approval);

        assertThat(standings()).containsExactly(Standing.APPROVED, Standing.REMOVED, Standing.AWAITED);
        assertThat(visit().change())
                .hasValueSatisfying(asked -> assertThat(asked.answer()).isEmpty());

        host("RVK", Map.of(), change);
        assertThat(standings()).containsExactly(Standing.APPROVED, Standing.REMOVED, Standing.REFUSED);
        assertThat(visit().coming()).hasSize(2);
    }

    /// Requirement 29; row 9.
    @Test
    void what_was_approved_does_not_extend_to_what_was_corrected_after_it() {
        host("RVA", approving(answers(Map.entry(1L, "approved"), Map.entry(2L, "refused"))), request);
        corrected("dates", "090500ZJUN27..111800ZJUN27");

        assertThat(standings()).containsExactly(Standing.CHANGED_SINCE, Standing.REFUSED);
        assertThat(visit().dates().orElseThrow().from()).isEqualTo(1_812_517_200_000L);

        host("RVA", approving(answers(Map.entry(1L, "approved"), Map.entry(2L, "with_limits"))), request);
        assertThat(standings()).containsExactly(Standing.APPROVED, Standing.WITH_LIMITS);
    }

    private void corrected(String field, String now) {
        var values = new LinkedHashMap<>(Scene.values("RV", "CR", request.reference()));
        values.keySet().retainAll(List.of("message", "kind", "effective"));
        values.put("kind", new Value.Code("correct"));
        values.put(
                "changes",
                rows(List.of(Map.of(
                        "field", new Value.Name(field),
                        "was", new Value.Words("what was there"),
                        "now", new Value.Words(now)))));
        scene.tell(Scene.RED, Scene.BLUE);
        scene.say(Scene.BLUE, Scene.notification("RV", 1, "CR", values), request.reference(), request.reference());
    }

    /// Requirement 29; row 9.
    @Test
    void an_approval_that_is_withdrawn_approves_nobody() {
        Entry approval = host("RVA", approving(answers(Map.entry(1L, "approved"))), request);
        host("RVD", Map.of("scope", new Value.Code("approval")), approval);

        assertThat(standings()).containsExactly(Standing.REFUSED, Standing.REFUSED);
        assertThat(visit().approval()).isEmpty();
        assertThat(visit().stands()).isFalse();
    }

    /// Requirement 29; row 9.
    @Test
    void both_sides_say_when_the_delegation_came_and_went() {
        Entry approval = host("RVA", approving(answers(Map.entry(1L, "approved"))), request);
        Entry journey = visitor("RVG", Map.of("travellers", numbers(1)), approval);
        Entry arrived = host("RVB", Map.of("absent", numbers(1)), journey);
        visitor("RVB", Map.of("absent", numbers(1)), journey);
        host("RVL", Map.of(), arrived);
        visitor("RVG", Map.of("travellers", numbers(1)), approval);

        List<Journey> journeys = visit().journeys();
        assertThat(journeys).hasSize(2);
        assertThat(journeys.getFirst().arrivals()).hasSize(2);
        assertThat(journeys.getFirst().departures()).hasSize(1);
        assertThat(journeys.getLast().announced()).isPresent();
        assertThat(journeys.getLast().arrivals()).isEmpty();
    }

    /// Requirement 29; row 9.
    @Test
    void an_emergency_visit_has_one_place() {
        Entry urgent = scene.file(Scene.BLUE, "RV", "RVE", null);
        Visit visit = Visit.of(scene.fold(urgent.reference())).orElseThrow();

        assertThat(visit.emergency()).isTrue();
        assertThat(visit.sites()).hasSize(1);
        assertThat(visit.kind()).contains("casualties");
        assertThat(visit.overlaps(visit())).isFalse();
        assertThat(visit().overlaps(visit())).isTrue();
    }

    private void isVoid(Entry entry, Code code) {
        assertThat(scene.fold(request.reference()).outcome(entry.reference()))
                .isInstanceOfSatisfying(
                        Outcome.Voided.class,
                        outcome -> assertThat(outcome.code()).isEqualTo(code));
    }

    /// Row 9: an answer to a person who is on no list, and a member twice, have no effect.
    @Test
    void numbers_that_are_not_on_the_list_or_are_there_twice_are_void() {
        isVoid(host("RVA", approving(answers(Map.entry(3L, "approved"))), request), Code.ROW_NOT_THERE);
        isVoid(
                host("RVA", approving(answers(Map.entry(1L, "approved"), Map.entry(1L, "refused"))), request),
                Code.ROW_TWICE);
        Entry approval = host("RVA", approving(answers(Map.entry(1L, "approved"))), request);
        isVoid(visitor("RVC", Map.of("removed", numbers(1), "added", listed(2)), approval), Code.ROW_TWICE);
        Entry added = visitor("RVC", Map.of("removed", numbers(1), "added", listed(3)), approval);
        host("RVA", approving(answers(Map.entry(3L, "approved"))), added);

        assertThat(standings()).containsExactly(Standing.REMOVED, Standing.NOT_NAMED, Standing.APPROVED);
        assertThat(scene.fold(request.reference()).rowFault("RVB", Map.of("absent", numbers(9))))
                .hasValueSatisfying(
                        fault -> assertThat(fault.detail())
                                .isEqualTo(
                                        "absent[1].number: 9 is the number of no row of RV.delegation, RVE.delegation, RVC.added"));
    }

    @Test
    void another_matter_is_no_visit() {
        Entry other = scene.file(Scene.BLUE, "UA", "UA", null);
        assertThat(Visit.of(scene.fold(other.reference()))).isEmpty();
    }
}
