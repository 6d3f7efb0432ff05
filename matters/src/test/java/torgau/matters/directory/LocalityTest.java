package torgau.matters.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import torgau.catalogue.value.Places;
import torgau.catalogue.value.Value;
import torgau.journal.Entry;
import torgau.matters.Reading;
import torgau.matters.Scene;

class LocalityTest {
    private static final Value.Position HERE =
            Places.position("58-21.0N 019-44.0E").orElseThrow();
    private static final Value.Position THERE =
            Places.position("60-00.0N 020-00.0E").orElseThrow();

    private final Scene scene = new Scene();

    private java.util.Optional<Value> found(Entry matter) {
        return Locality.of(new Reading(scene.fold(matter.reference())));
    }

    @Test
    void a_matter_is_where_its_newest_format_that_says_so_puts_it() {
        Value area = new Value.Area.Polygon(List.of(HERE, THERE, HERE));
        Entry asked = scene.file(Scene.RED, "AS", "AS", Map.of("area", area), null);
        scene.tellAll();
        assertThat(found(asked)).contains(area);
        Value later = new Value.Area.Circle(THERE, new Value.Quantity(5_000, "km"));
        scene.file(Scene.RED, "AS", "ASC", Map.of("area", later), asked.reference(), asked.reference());
        scene.tellAll();
        assertThat(found(asked)).contains(later);
    }

    @Test
    void a_matter_that_names_no_place_is_nowhere() {
        Entry entry = scene.file(Scene.RED, "DC", "DC", Map.of(), null);
        scene.tellAll();
        assertThat(found(entry)).isEmpty();
    }
}
