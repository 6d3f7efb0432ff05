package torgau.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import torgau.catalogue.value.Value;
import torgau.journal.Digest;
import torgau.journal.Entry;

/// An answer that is to come later for some persons of a delegation is awaited for each of them.
class AwaitedRowsTest {
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final Scene scene = new Scene();
    private final Entry request =
            scene.file(Scene.BLUE, "RV", "RV", Map.of("delegation", new Value.Rows(listed(1, 2, 3))), null);

    private static List<NavigableMap<String, Value>> listed(long... numbers) {
        return Arrays.stream(numbers)
                .<NavigableMap<String, Value>>mapToObj(number -> new TreeMap<>(Map.of(
                        "number", new Value.Count(number, number),
                        "part", new Value.Code("member"),
                        "person", new Value.Annexed(Digest.over(), 1))))
                .toList();
    }

    private static Map<String, Value> answers(String... answers) {
        var rows = new ArrayList<NavigableMap<String, Value>>();
        for (int i = 0; i < answers.length; i++) {
            if (!answers[i].isEmpty()) {
                rows.add(new TreeMap<>(
                        Map.of("number", new Value.Count(i + 1, i + 1), "answer", new Value.Code(answers[i]))));
            }
        }
        return Map.of("persons", new Value.Rows(List.copyOf(rows)));
    }

    private Entry by(int station, String format, Map<String, Value> changed, Entry to) {
        scene.tell(Scene.BLUE, Scene.RED);
        scene.tell(Scene.RED, Scene.BLUE);
        return scene.file(station, "RV", format, changed, request.reference(), to.reference());
    }

    private List<Awaited> items() {
        return scene.fold(request.reference()).awaited().stream()
                .filter(item -> item.clock().name().equals("persons_left"))
                .toList();
    }

    private List<Long> open() {
        return items().stream().filter(Awaited::open).map(Awaited::row).toList();
    }

    /// Requirement 29; row 9.
    @Test
    void a_person_whose_answer_comes_later_is_awaited_by_number_until_it_is_there() {
        Entry first = by(Scene.RED, "RVA", answers("approved", "later", "later"), request);
        assertThat(open()).containsExactly(2L, 3L);
        assertThat(items()).allMatch(item -> item.party() == 2);
        assertThat(items())
                .allSatisfy(item -> assertThat(Objects.requireNonNull(item.due(_ -> 0)))
                        .isEqualTo(first.payload().time() + 5 * DAY));

        Entry second = by(Scene.RED, "RVA", answers("", "refused"), request);
        assertThat(open()).containsExactly(3L);
        assertThat(items().getFirst().fate())
                .isInstanceOfSatisfying(
                        Awaited.Fate.Done.class,
                        done -> assertThat(done.by().place()).isEqualTo(second.reference()));
    }

    /// Who says once more that it examines still gains no time by that.
    @Test
    void to_say_later_once_more_begins_nothing_anew() {
        Entry first = by(Scene.RED, "RVA", answers("", "later"), request);
        scene.now += 2 * DAY;
        by(Scene.RED, "RVA", answers("", "later"), request);
        assertThat(items()).hasSize(1);
        assertThat(items().getFirst().demand().place()).isEqualTo(first.reference());

        by(Scene.RED, "RVA", answers("", "approved"), request);
        assertThat(open()).isEmpty();
        by(Scene.RED, "RVA", answers("", "later"), request);
        assertThat(open()).as("an answer that is taken back").containsExactly(2L);
    }

    /// Row 9: whoever does not come is not awaited for; a refusal of all answers all.
    @Test
    void a_person_who_does_not_come_ends_it_and_a_refusal_does_it_for_all() {
        Entry answer = by(Scene.RED, "RVA", answers("later", "later", "later"), request);
        Map<String, Value> removed = Map.of(
                "removed",
                new Value.Rows(List.of(new TreeMap<>(Map.of("number", new Value.Count(2, 2))))),
                "added",
                new Value.Rows(listed(4)));
        by(Scene.BLUE, "RVC", removed, answer);
        assertThat(open()).containsExactly(1L, 3L);
        assertThat(items().get(1).fate()).isInstanceOf(Awaited.Fate.Ended.class);

        by(Scene.RED, "RVD", Map.of(), answer);
        assertThat(open()).isEmpty();
        assertThat(items().getFirst().fate()).isInstanceOf(Awaited.Fate.Done.class);
    }

    /// However often it is said, no more rows are open than there are numbers.
    @Test
    void what_is_open_is_bounded_by_the_numbers_of_the_table() {
        for (int i = 0; i < 45; i++) {
            by(Scene.RED, "RVA", answers("later", "later", "later"), request);
            assertThat(open()).hasSize(3);
            if (i % 7 == 0) {
                by(Scene.RED, "RVA", answers("approved"), request);
                assertThat(open()).containsExactly(2L, 3L);
            }
        }
        assertThat(items())
                .as("one more each time that an answer was taken back")
                .hasSize(3 + 7);
    }
}
