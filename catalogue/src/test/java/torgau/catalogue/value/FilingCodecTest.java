package torgau.catalogue.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import torgau.catalogue.Examples;
import torgau.journal.Decoded;
import torgau.journal.cbor.CborValue;

/// Fields and their bytes determine each other, whatever stands in them and whoever wrote them.
final class FilingCodecTest {
    static LongStream seeds() {
        return LongStream.range(0, 2);
    }

    static List<Examples.Example> examples() {
        return Examples.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_survives_and_keeps_its_order(Examples.Example example) {
        SequencedMap<String, Value> fields = FormatVectors.ordered(example);

        SequencedMap<String, Value> again =
                FilingCodec.decode(FilingCodec.encode(fields)).orThrow();

        assertThat(again).isEqualTo(fields);
        assertThat(List.copyOf(again.keySet())).isEqualTo(List.copyOf(fields.keySet()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatever_can_be_filed_survives(long seed) {
        var random = new Random(seed);
        for (Examples.Example example : examples()) {
            var drawn = FormatVectors.journaled(
                    example,
                    new RandomValues(random, example.lists(), () -> "№ " + random.nextInt())
                            .of(example.format().fields()));
            assertThat(FilingCodec.decode(FilingCodec.encode(drawn)).orThrow()).isEqualTo(drawn);
        }
    }

    @Test
    void every_cut_is_refused() {
        for (Value value : FormatVectors.values()) {
            var field = new LinkedHashMap<String, Value>();
            field.put("f", value);
            byte[] whole = FilingCodec.encode(field);
            for (int length = 0; length < whole.length; length++) {
                assertThat(FilingCodec.decode(Arrays.copyOf(whole, length)))
                        .as(value + " cut at " + length)
                        .isInstanceOf(Decoded.Refusal.class);
            }
            assertThat(FilingCodec.decode(Arrays.copyOf(whole, whole.length + 1)))
                    .isInstanceOf(Decoded.Refusal.class);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_flipped_bit_that_still_decodes_encodes_to_the_same_bytes(long seed) {
        var random = new Random(seed);
        int decoded = 0;
        for (Examples.Example example : examples()) {
            byte[] whole = FilingCodec.encode(FormatVectors.journaled(
                    example,
                    new RandomValues(random, example.lists(), () -> "text")
                            .of(example.format().fields())));
            for (int tries = 0; tries < 20; tries++) {
                byte[] flipped = whole.clone();
                flipped[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
                if (FilingCodec.decode(flipped) instanceof Decoded.Value<SequencedMap<String, Value>>(var fields)) {
                    decoded++;
                    assertThat(FilingCodec.encode(fields)).isEqualTo(flipped);
                    assertThat(Written.of(fields, MadeUpNumbers.ANY).values()).hasSameSizeAs(fields);
                }
            }
        }
        assertThat(decoded).isPositive();
    }

    @Test
    void an_unknown_kind_is_kept_as_it_came() {
        var data = new CborValue.ArrayValue(List.of(
                new CborValue.TextValue("x"),
                new CborValue.NullValue(),
                new CborValue.TagValue(40, new CborValue.IntegerValue(-3))));
        byte[] bytes = one(new CborValue.IntegerValue(77), data);

        SequencedMap<String, Value> fields = FilingCodec.decode(bytes).orThrow();

        assertThat(fields).containsEntry("f", new Value.Foreign(77, data));
        assertThat(FilingCodec.encode(fields)).isEqualTo(bytes);
    }

    @Test
    void what_cannot_be_is_refused() {
        assertRefused(Kinds.COUNT, numbers(2, 1));
        assertRefused(Kinds.PERIOD, numbers(2, 1));
        assertRefused(Kinds.HEADING, new CborValue.IntegerValue(360));
        assertRefused(Kinds.POSITION, place(Long.MIN_VALUE, 0, false));
        assertRefused(Kinds.POSITION, place(5_400_001, 0, false));
        assertRefused(Kinds.POSITION, place(60_001, 0, true));
        assertRefused(Kinds.MOST + 1, new CborValue.NullValue());
        assertRefused(Kinds.ALTITUDE, new CborValue.ArrayValue(List.of(numbers(0, 1), numbers(1))));
    }

    @Test
    void a_field_twice_and_columns_out_of_order_are_refused() {
        var nothing = new CborValue.IntegerValue(Kinds.UNDISCLOSED);
        CborValue b = field("b", nothing, new CborValue.NullValue());
        CborValue a = field("a", nothing, new CborValue.NullValue());
        assertThat(FilingCodec.decode(new CborValue.ArrayValue(List.of(b, a)).encode()))
                .isInstanceOf(Decoded.Value.class);
        assertThat(FilingCodec.decode(new CborValue.ArrayValue(List.of(b, b)).encode()))
                .isInstanceOf(Decoded.Refusal.class);
        assertRefused(Kinds.ROWS, new CborValue.ArrayValue(List.of(new CborValue.ArrayValue(List.of(b, a)))));
    }

    @Test
    void rows_within_rows_end_in_a_refusal_and_not_in_the_stack() {
        byte[] oneDeep = {(byte) 0x81, (byte) 0x83, 0x61, 'f', Kinds.ROWS, (byte) 0x81};
        var deep = new ByteArrayOutputStream();
        for (int depth = 0; depth < 8_000; depth++) {
            deep.writeBytes(oneDeep);
        }
        assertThat(FilingCodec.decode(deep.toByteArray())).isInstanceOf(Decoded.Refusal.class);
    }

    private static void assertRefused(int kind, CborValue data) {
        assertThat(FilingCodec.decode(one(new CborValue.IntegerValue(kind), data)))
                .as(kind + " of " + data)
                .isInstanceOf(Decoded.Refusal.class);
    }

    private static CborValue numbers(long... numbers) {
        return new CborValue.ArrayValue(LongStream.of(numbers)
                .<CborValue>mapToObj(CborValue.IntegerValue::new)
                .toList());
    }

    private static CborValue place(long north, long east, boolean coarse) {
        return new CborValue.ArrayValue(List.of(
                new CborValue.IntegerValue(north), new CborValue.IntegerValue(east), new CborValue.BoolValue(coarse)));
    }

    private static byte[] one(CborValue kind, CborValue data) {
        return new CborValue.ArrayValue(List.of(field("f", kind, data))).encode();
    }

    private static CborValue field(String name, CborValue kind, CborValue data) {
        return new CborValue.ArrayValue(List.of(new CborValue.TextValue(name), kind, data));
    }
}
