package torgau.matters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import torgau.catalogue.value.Value;
import torgau.journal.Entry;
import torgau.journal.Label;
import torgau.journal.TrafficClass;
import torgau.matters.told.Precision;
import torgau.matters.told.Region;
import torgau.matters.told.Told;
import torgau.matters.told.Wanted;

class ToldTest {
    private static final int DEGREE = 60_000;
    private static final Wanted ALL = new Wanted(0, "", 0, Long.MAX_VALUE, Optional.empty(), "");

    private final Scene scene = new Scene();

    private List<Told> told(Entry opening) {
        return Told.of(scene.fold(opening.reference()));
    }

    private static Precision of(Told told, String field) {
        return told.facts().stream()
                .filter(fact -> fact.field().equals(field))
                .map(Told.Fact::precision)
                .findFirst()
                .orElseThrow();
    }

    /// Row 13; requirement 30.
    @Test
    void what_was_told_has_its_theme_label_and_precision() {
        var around = new Value.Area.Circle(
                new Value.Position(54 * DEGREE, 20 * DEGREE, true), new Value.Quantity(25_000, "km"));
        Entry asked = scene.file(Scene.BLUE, "UA", "UA", Map.of("area", around), null);
        scene.tellAll();
        scene.file(Scene.RED, "UA", "UR", asked.reference(), asked.reference());

        List<Told> told = told(asked);
        assertThat(told).extracting(Told::format).containsExactly("UA", "UR");
        assertThat(told.getFirst().label()).contains(Label.PARTIES_ONLY);
        assertThat(of(told.getFirst(), "area")).isEqualTo(Precision.COARSE);
        assertThat(told.get(1).facts()).anyMatch(fact -> fact.precision() == Precision.BAND);
    }

    /// Row 13; requirement 29.
    @Test
    void the_same_told_at_another_precision_is_found() {
        var exact = new Value.Area.Circle(
                new Value.Position(54 * DEGREE + 20_000, 20 * DEGREE, false), new Value.Quantity(25_000, "km"));
        Entry asked = scene.file(Scene.BLUE, "UA", "UA", null);
        scene.tellAll();
        Entry first = scene.file(
                Scene.RED, "UA", "UR", Map.of("area", new Value.Undisclosed()), asked.reference(), asked.reference());
        assertThat(Told.uneven(told(asked))).noneMatch(uneven -> uneven.party() == 2);
        Entry second = scene.file(Scene.RED, "UA", "UR", Map.of("area", exact), asked.reference(), asked.reference());

        Told.Uneven uneven = Told.uneven(told(asked)).stream()
                .filter(each -> each.field().equals("area"))
                .findFirst()
                .orElseThrow();
        assertThat(uneven.party()).isEqualTo(2);
        assertThat(uneven.of())
                .extracting(given -> given.by().place(), Told.Given::precision)
                .containsExactly(
                        tuple(first.reference(), Precision.UNDISCLOSED), tuple(second.reference(), Precision.EXACT));
    }

    @Test
    void what_is_said_in_a_drill_was_not_told() {
        scene.trafficClass = TrafficClass.EXERCISE;
        assertThat(told(scene.file(Scene.BLUE, "UA", "UA", null))).isEmpty();
    }

    /// Row 13.
    @Test
    void it_is_narrowed_by_who_theme_time_and_place() {
        Entry asked = scene.file(Scene.BLUE, "UA", "UA", null);
        Told one = told(asked).getFirst();
        long time = asked.payload().time();

        assertThat(ALL.has(one)).isTrue();
        assertThat(new Wanted(2, "", 0, Long.MAX_VALUE, Optional.empty(), "").has(one))
                .isFalse();
        assertThat(new Wanted(1, "UA", time, time + 1, Optional.empty(), "").has(one))
                .isTrue();
        assertThat(new Wanted(1, "UA", 0, time, Optional.empty(), "").has(one)).isFalse();
        assertThat(new Wanted(1, "WP", 0, Long.MAX_VALUE, Optional.empty(), "").has(one))
                .isFalse();
        var there = new Region(54 * DEGREE, 20 * DEGREE, 55 * DEGREE, 21 * DEGREE);
        var elsewhere = new Region(-10 * DEGREE, 170 * DEGREE, 10 * DEGREE, -170 * DEGREE);
        assertThat(new Wanted(0, "", 0, Long.MAX_VALUE, Optional.of(there), "").has(one))
                .isTrue();
        assertThat(new Wanted(0, "", 0, Long.MAX_VALUE, Optional.of(elsewhere), "").has(one))
                .isFalse();
    }
}
