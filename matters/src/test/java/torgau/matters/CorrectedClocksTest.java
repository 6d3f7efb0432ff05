package torgau.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import torgau.catalogue.value.Value;
import torgau.journal.Entry;

/// A clock that starts only if a field says so follows what its author makes of that field.
class CorrectedClocksTest {
    private final Scene scene = new Scene();
    private int station = Scene.BLUE;
    private final Entry trip = scene.file(Scene.BLUE, "AC", "ACT", null);

    private Entry word(String status) {
        return scene.file(
                Scene.BLUE, "AC", "ACB", Map.of("status", new Value.Code(status)), trip.reference(), trip.reference());
    }

    private Entry corrected(Entry wrong, String field, String now) {
        Map<String, Value> row =
                Map.of("field", new Value.Name(field), "was", new Value.Words("-"), "now", new Value.Words(now));
        return correction(wrong, "correct", Map.of("changes", new Value.Rows(List.of(new TreeMap<>(row)))));
    }

    private Entry correction(Entry wrong, String kind, Map<String, Value> more) {
        var values = new LinkedHashMap<>(Scene.values("AC", "CR", wrong.reference()));
        values.keySet().retainAll(List.of("message", "kind", "effective"));
        values.put("kind", new Value.Code(kind));
        more.forEach(values::put);
        return scene.say(station, Scene.notification("AC", 1, "CR", values), trip.reference(), wrong.reference());
    }

    private List<Awaited> items() {
        return scene.fold(trip.reference()).awaited().stream()
                .filter(item -> item.clock().name().equals("back_after_delay"))
                .toList();
    }

    private List<Awaited> open() {
        return items().stream().filter(Awaited::open).toList();
    }

    /// Row 5.
    @Test
    void what_was_filed_as_back_and_is_corrected_to_late_is_awaited_again() {
        Entry word = word("back");
        assertThat(items()).isEmpty();

        Entry late = corrected(word, "status", "late");
        assertThat(open()).hasSize(1);
        Awaited item = open().getFirst();
        assertThat(item.demand().place()).isEqualTo(word.reference());
        assertThat(item.countsFrom()).isEqualTo(late.reference());
        assertThat(item.due(_ -> 0)).isNotNull();
    }

    /// Row 5.
    @Test
    void what_was_filed_as_late_and_is_corrected_to_back_is_awaited_no_more_and_may_be_again() {
        Entry word = word("late");
        assertThat(open()).hasSize(1);

        Entry back = corrected(word, "status", "back");
        assertThat(open()).isEmpty();
        assertThat(items().getFirst().fate())
                .isInstanceOfSatisfying(
                        Awaited.Fate.Ended.class,
                        ended -> assertThat(ended.by().place()).isEqualTo(back.reference()));

        corrected(word, "status", "late");
        assertThat(open()).hasSize(1);
        corrected(word, "status", "late");
        assertThat(open()).as("said twice").hasSize(1);
    }

    @Test
    void the_time_from_which_it_runs_is_read_as_it_was_corrected() {
        Entry word = word("back");
        corrected(word, "back", "211830ZNOV26");
        corrected(word, "status", "late");
        long back = 1_795_285_800_000L; // 21 November 2026, 18:30 UTC
        assertThat(open()).extracting(Awaited::event).containsExactly(back);
    }

    /// A new notice has ended the trip since: a correction of the old one wakes nothing.
    @Test
    void what_was_filed_since_does_to_it_what_it_would_have_done() {
        Entry word = word("back");
        scene.file(
                Scene.BLUE,
                "AC",
                "ACB",
                Map.of("status", new Value.Code("back")),
                trip.reference(),
                trip.reference(),
                word.reference());
        corrected(word, "status", "late");
        assertThat(open()).as("word was given since").isEmpty();
    }

    @Test
    void what_was_taken_back_or_cannot_be_read_starts_nothing() {
        Entry word = word("back");
        corrected(word, "status", "nobody knows");
        assertThat(items()).isEmpty();
        correction(word, "cancel", Map.of());
        corrected(word, "status", "late");
        assertThat(open()).isEmpty();
    }

    /// Two stations of one party correct without knowing of each other, and what they said comes in any
    /// order.
    @Test
    void the_order_of_arrival_changes_nothing() {
        List<Integer> stations = List.of(Scene.BLUE, Scene.BLUE_TOO);
        for (int seed = 0; seed < 30; seed++) {
            var line = new CorrectedClocksTest();
            var random = new Random(seed);
            Entry word = line.word(random.nextBoolean() ? "late" : "back");
            line.scene.tellAll();
            for (int i = 0; i < 8; i++) {
                line.station = stations.get(random.nextInt(2));
                line.corrected(word, "status", random.nextBoolean() ? "late" : "back");
                if (random.nextInt(3) == 0) {
                    line.scene.tell(stations.get(random.nextInt(2)), stations.get(random.nextInt(2)));
                }
            }
            List<String> right = described(line.scene.fold(line.trip.reference()));
            for (int order = 0; order < 6; order++) {
                List<Entry> shuffled = AnyOrderTest.arrival(line.scene.all, random);
                assertThat(described(line.scene.fold(shuffled, line.trip.reference())))
                        .as("seed " + seed + " order " + order)
                        .isEqualTo(right);
            }
        }
    }

    /// One word is corrected forth and back as often as a matter takes.
    @Test
    void what_is_corrected_forth_and_back_thousands_of_times_takes_little_time() {
        Entry word = word("late");
        for (int i = 2; i < Matter.MOST; i++) {
            corrected(word, "status", i % 2 == 0 ? "back" : "late");
        }
        var book = new Book(Scene.EDITIONS, scene.roster(), _ -> Optional.empty(), 1);
        scene.all.forEach(book::add);
        ThreadMXBean own = ManagementFactory.getThreadMXBean();
        long began = own.getCurrentThreadCpuTime();
        Matter matter = book.matter(trip.reference()).orElseThrow();
        assertThat(Duration.ofNanos(own.getCurrentThreadCpuTime() - began)).isLessThan(Duration.ofSeconds(5));
        assertThat(matter.awaited())
                .filteredOn(item -> item.clock().name().equals("back_after_delay"))
                .hasSize(Matter.MOST / 2);
    }

    private static List<String> described(Matter matter) {
        return matter.awaited().stream()
                .map(item -> item.clock().name() + " " + item.demand().place() + " " + item.party() + " "
                        + Objects.requireNonNullElse(item.event(), 0L) + " " + item.countsFrom() + " "
                        + by(item.fate()))
                .toList();
    }

    private static Optional<String> by(Awaited.Fate fate) {
        return switch (fate) {
            case Awaited.Fate.Open _ -> Optional.empty();
            case Awaited.Fate.Done(Turn by) -> Optional.of("done " + by.place());
            case Awaited.Fate.Ended(Turn by) -> Optional.of("ended " + by.place());
        };
    }
}
