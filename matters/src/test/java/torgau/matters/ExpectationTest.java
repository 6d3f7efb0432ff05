package torgau.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import torgau.catalogue.value.Value;
import torgau.journal.Entry;
import torgau.journal.TrafficClass;
import torgau.matters.figures.Expectation;
import torgau.matters.figures.Figures;
import torgau.matters.figures.Measured;
import torgau.matters.figures.Scope;

class ExpectationTest {
    private static final long DAY = 86_400_000;

    private final Scene scene = new Scene();
    private final Entry stated = scene.file(Scene.BLUE, "EP", "EP", null);

    private Expectation expectation() {
        return Expectation.of(List.of(scene.fold(stated.reference()))).getFirst();
    }

    /// Row 18.
    @Test
    void what_is_expected_is_what_was_last_stated_with_what_was_answered_and_found() {
        scene.tellAll();
        scene.file(Scene.RED, "EP", "EPR", stated.reference(), stated.reference());
        scene.tellAll();
        scene.file(Scene.BLUE, "EP", "EPM", stated.reference(), stated.reference());
        scene.tellAll();
        scene.file(Scene.RED, "EP", "EPV", stated.reference(), stated.reference());

        Expectation now = expectation();
        assertThat(now.party()).isEqualTo(1);
        assertThat(now.track()).isEqualTo("global_stability");
        assertThat(now.rows()).extracting(Expectation.Row::number).containsExactly(1L, 2L, 4L);
        Expectation.Row first = now.rows().getFirst();
        assertThat(first.measure()).isEqualTo("answer_time");
        assertThat(first.target()).isEqualTo(48);
        assertThat(first.answers()).isEqualTo(new TreeMap<>(Map.of(2, "shared")));
        assertThat(first.findings().get(2).view()).isEqualTo("met");
        assertThat(first.findings().get(2).found()).isEqualTo(31);
    }

    @Test
    void what_is_stated_in_a_drill_is_expected_by_nobody() {
        scene.trafficClass = TrafficClass.EXERCISE;
        Entry drill = scene.file(Scene.BLUE, "EP", "EP", null);
        assertThat(Expectation.of(List.of(scene.fold(drill.reference())))).isEmpty();
    }

    private Figures figures() {
        var book = new Book(Scene.EDITIONS, scene.roster(), _ -> Optional.empty(), 100);
        scene.all.forEach(book::add);
        while (!book.tally(1_000)) {
            assertThat(book.failures()).isEmpty();
        }
        return Figures.of(book.tallies(), new Scope(Scene.START, Scene.START + 30 * DAY, ""));
    }

    /// Row 18: side by side, and plainly nothing where nothing can be measured.
    @Test
    void each_measure_is_taken_from_a_figure_or_said_not_to_be_measured() {
        for (int i = 0; i < 3; i++) {
            scene.tellAll();
            Entry asked = scene.file(Scene.BLUE, "UA", "UA", null);
            scene.tellAll();
            if (i < 2) {
                scene.file(Scene.RED, "UA", "UR", asked.reference(), asked.reference());
            }
        }
        scene.file(Scene.BLUE, "CM", "CM", Map.of("until", new Value.Instant(scene.now + DAY)), null);

        Figures figures = figures();
        Measured unanswered = Measured.of(figures, "unanswered", "in_all").stream()
                .filter(each -> each.party() == 2)
                .findFirst()
                .orElseThrow();
        // the third request, and the statement and the commitment, which await an answer, too
        assertThat(unanswered.written()).isEqualTo("3");
        assertThat(unanswered.places()).hasSize(3);
        assertThat(Measured.of(figures, "unanswered", "percent").getFirst().written())
                .isEqualTo("60");
        assertThat(Measured.of(figures, "commitments", "").getFirst().written()).isEqualTo("0");
        assertThat(Measured.of(figures, "answer_time", "hours")).isEmpty();
        assertThat(Measured.of(figures, "cadence", "hours")).isEmpty();
        assertThat(Measured.of(figures, "cadence", "per_month")).isNotEmpty();
        for (String none : List.of("events_held", "incidents", "visits", "line", "other", "no measure of the list")) {
            assertThat(Measured.of(figures, none, "")).as(none).isEmpty();
        }
    }
}
