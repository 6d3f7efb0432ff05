package torgau.catalogue.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import torgau.catalogue.Examples;

/// What was filed can be written down and filed again, and is the same.
final class WrittenTest {
    static LongStream seeds() {
        return LongStream.range(0, 4);
    }

    static List<Examples.Example> examples() {
        return Examples.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_reads_back_to_itself(Examples.Example example) {
        var written = Written.of(example.values(), MadeUpNumbers.ANY);

        var read = FilingReader.read(example.format().fields(), written, example.lists(), MadeUpNumbers.ANY);

        assertThat(read.faults()).isEmpty();
        assertThat(read.values()).isEqualTo(example.values()).isNotEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatever_can_be_filed_reads_back_to_itself(long seed) {
        var random = new Random(seed);
        for (Examples.Example example : examples()) {
            var drawn = new RandomValues(random, example.lists(), () -> text(random));
            var values = drawn.of(example.format().fields());
            var written = Written.of(values, MadeUpNumbers.ANY);

            var read = FilingReader.read(example.format().fields(), written, example.lists(), MadeUpNumbers.ANY);

            assertThat(read.faults()).as(example + " " + written).isEmpty();
            assertThat(read.values()).as(example.toString()).isEqualTo(values);
        }
    }

    @Test
    void a_band_says_of_each_height_what_it_is_measured_from() {
        var low = new Value.Level.Height(new Value.Quantity(300_500, "m"), true);
        var high = new Value.Level.Height(new Value.Quantity(5_000_000, "ft"), false);

        assertThat(word(new Value.Altitude(low, high))).isEqualTo("300.5 m AGL..5000 ft AMSL");
        assertThat(Amounts.altitude("300.5 m AGL..5000 ft AMSL")).contains(new Value.Altitude(low, high));
        assertThat(word(new Value.Altitude(low, new Value.Level.Unlimited()))).isEqualTo("300.5 m..UNL AGL");
    }

    @Test
    void a_time_keeps_its_seconds_and_its_century() {
        for (long millis : new long[] {0, 999, 1_795_285_805_000L, 1_795_285_800_000L, 4_102_444_800_000L}) {
            assertThat(Times.instant(Times.written(millis))).contains(millis);
        }
        assertThat(Times.written(1_795_285_800_000L)).isEqualTo("211830ZNOV26");
        assertThat(Times.written(1_795_285_805_000L)).isEqualTo("2026-11-21T18:30:05Z");
    }

    @Test
    void what_is_of_an_unknown_kind_is_shown_and_never_read() {
        var data = new torgau.journal.cbor.CborValue.IntegerValue(7);
        assertThat(word(new Value.Foreign(77, data))).isEqualTo("kind 77: 07");
    }

    private static String word(Value value) {
        return ((Raw.Word) Written.of(value, MadeUpNumbers.ANY)).text();
    }

    private static String text(Random random) {
        String letters = "abc XYZ äß жЩі ’“”—… 019 \n\t;:,.()[]{}#'\"- 😀";
        int[] points = letters.codePoints().toArray();
        String text = IntStream.range(0, 1 + random.nextInt(80))
                .map(_ -> points[random.nextInt(points.length)])
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return text.isEmpty() ? "x" : text;
    }
}
