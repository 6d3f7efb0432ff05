package torgau.catalogue.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Two structures side by side: nothing overlaps, no text leaves its box, the same words make the same
/// bytes.
class FacingTest {
    private static final List<String> LEVELS = List.of("министерство", "генеральный штаб", "штаб", "дежурная служба");

    private static Facing.Side side(Random random, String name, int offices, int subjects) {
        var all = new ArrayList<Facing.Office>();
        for (int i = 0; i < offices; i++) {
            List<Integer> decides = IntStream.range(0, subjects)
                    .filter(_ -> random.nextInt(3) == 0)
                    .boxed()
                    .toList();
            List<Integer> transmits = IntStream.range(0, subjects)
                    .filter(each -> !decides.contains(each) && random.nextInt(4) == 0)
                    .boxed()
                    .toList();
            String words =
                    "Начальник Главного управления ".repeat(1 + random.nextInt(3)) + "W".repeat(random.nextInt(60));
            all.add(new Facing.Office(random.nextInt(LEVELS.size()), words, "Северные воды", decides, transmits));
        }
        return new Facing.Side(name, all, "на этом уровне орган не заявлен");
    }

    private static Facing facing(long seed) {
        var random = new Random(seed);
        int subjects = random.nextInt(18);
        return new Facing(
                "ru",
                "BLUE и RED",
                LEVELS,
                side(random, "BLUE", random.nextInt(13), subjects),
                side(random, "RED", random.nextInt(13), subjects),
                IntStream.range(0, subjects)
                        .mapToObj(i ->
                                new Facing.Subject("предмет " + i, i % 2 == 0 ? List.of() : List.of("RED: не заявлен")))
                        .toList(),
                List.of("Сплошная линия: решает."));
    }

    /// Requirement 38; row 11.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void boxes_are_apart_and_hold_their_words(long seed) {
        var cells = new FacingPicture(facing(seed)).cells();
        for (var one : cells) {
            assertThat(one.x()).isGreaterThanOrEqualTo(FacingPicture.MARGIN);
            assertThat(one.x() + one.width()).isLessThanOrEqualTo(FacingPicture.WIDTH - FacingPicture.MARGIN);
            one.name().forEach(line -> assertThat(Lettering.width(line, 10.5)).isLessThanOrEqualTo(one.width() - 6));
            one.under().forEach(line -> assertThat(Lettering.width(line, 9)).isLessThanOrEqualTo(one.width() - 6));
            for (var other : cells) {
                boolean apart = one.equals(other)
                        || one.x() + one.width() <= other.x()
                        || other.x() + other.width() <= one.x()
                        || one.y() + one.height() <= other.y()
                        || other.y() + other.height() <= one.y();
                assertThat(apart).as(one + " and " + other).isTrue();
            }
        }
    }

    @Test
    void the_same_words_make_the_same_picture_and_marks_are_escaped() {
        assertThat(Facing.svg(facing(3))).isEqualTo(Facing.svg(facing(3)));
        var odd = new Facing(
                "en",
                "<script>&\"",
                List.of("staff"),
                new Facing.Side(
                        "BLUE", List.of(new Facing.Office(0, "</text><a>\n", "", List.of(), List.of())), "none"),
                new Facing.Side("RED", List.of(), "none"),
                List.of(),
                List.of());
        assertThat(Facing.svg(odd)).doesNotContain("<script>", "<a>").contains("&lt;script&gt;");
    }
}
