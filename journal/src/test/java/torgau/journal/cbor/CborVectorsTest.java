package torgau.journal.cbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import torgau.journal.Code;
import torgau.journal.vectors.Vectors;

/// The published CBOR vectors: what is in our profile decodes and encodes to the same bytes; every other category is
/// refused with the code that it shall have.
class CborVectorsTest {
    private static final Pattern INPUT = Pattern.compile(
            "\"description\": \"([^\"]*)\",(?:(?!\"description\").)*?\"encoded\": h'([^']*)'", Pattern.DOTALL);
    private static final int GOOD = 88;
    private static final int BAD = 47;

    private static final List<String> NOT_INTEGERS = List.of("f0", "f7", "f8", "f9", "fa", "fb");
    private static final List<String> SECOND_ENCODINGS = List.of("c0", "c1", "c2", "c3");
    private static final List<String> BEYOND_64_BITS = List.of("1bffffffffffffffff", "3bffffffffffffffff");

    @TestFactory
    Stream<DynamicTest> appendix_a_of_rfc_8949() {
        return Vectors.json(Vectors.published("cbor/appendix_a.json"))
                .valueStream()
                .map(each -> DynamicTest.dynamicTest(each.path("hex").asText(), () -> {
                    byte[] bytes = Vectors.hex(each, "hex");
                    check(bytes, expected(each));
                    if (expected(each).isEmpty() && each.has("decoded")) {
                        assertThat(same(CborValue.decode(bytes), each.path("decoded")))
                                .isTrue();
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> good_inputs() throws IOException {
        return inputs("rfc8949-good.edn", GOOD)
                .map(each -> DynamicTest.dynamicTest(
                        each.description(), () -> check(each.bytes(), expected(each.description()))));
    }

    @TestFactory
    Stream<DynamicTest> bad_inputs() throws IOException {
        return inputs("rfc8949-bad.edn", BAD)
                .map(each -> DynamicTest.dynamicTest(each.description(), () -> {
                    assertThat(catchThrowableOfType(CborFault.class, () -> CborValue.decode(each.bytes())))
                            .isNotNull();
                    assertThat(catchThrowableOfType(CborFault.class, () -> skipped(each.bytes())))
                            .isNotNull();
                }));
    }

    private static Optional<Code> expected(JsonNode each) {
        String hex = each.path("hex").asText();
        if (NOT_INTEGERS.contains(hex.substring(0, 2))) {
            return Optional.of(Code.MALFORMED);
        }
        if (BEYOND_64_BITS.contains(hex)) {
            return Optional.of(Code.OVER_LIMIT);
        }
        boolean indefinite = !each.path("roundtrip").asBoolean();
        boolean second = SECOND_ENCODINGS.contains(hex.substring(0, 2));
        return indefinite || second ? Optional.of(Code.NON_CANONICAL) : Optional.empty();
    }

    private static Optional<Code> expected(String description) {
        if (description.matches("f(16|32|64): .*|M.._SAFE_INTEGER [+-].*|Map: -0 key")) {
            return Optional.of(Code.MALFORMED);
        }
        if (description.contains("deeply-nested")) {
            return Optional.of(Code.OVER_LIMIT);
        }
        boolean second = description.matches(".*(non-|not )preferred.*|bigint: .*|Date: .*|Map: interesting keys");
        return second ? Optional.of(Code.NON_CANONICAL) : Optional.empty();
    }

    private static void check(byte[] bytes, Optional<Code> refusal) {
        CborFault fault = catchThrowableOfType(CborFault.class, () -> CborValue.decode(bytes));
        CborFault skipping = catchThrowableOfType(CborFault.class, () -> skipped(bytes));
        assertThat(Optional.ofNullable(fault).map(CborFault::code)).isEqualTo(refusal);
        assertThat(Optional.ofNullable(skipping).map(CborFault::code)).isEqualTo(refusal);
        if (refusal.isEmpty()) {
            assertThat(CborValue.decode(bytes).encode()).isEqualTo(bytes);
        }
    }

    private static void skipped(byte[] bytes) {
        CborReader reader = new CborReader(bytes);
        reader.skip();
        reader.end();
    }

    private static boolean same(CborValue ours, JsonNode theirs) {
        return switch (ours) {
            case CborValue.IntegerValue(long value) -> theirs.isIntegralNumber() && theirs.asLong() == value;
            case CborValue.TextValue(String value) ->
                theirs.isTextual() && theirs.asText().equals(value);
            case CborValue.BoolValue(boolean value) -> theirs.isBoolean() && theirs.asBoolean() == value;
            case CborValue.NullValue() -> theirs.isNull();
            case CborValue.ArrayValue(List<CborValue> items) -> sameItems(items, theirs);
            case CborValue.MapValue(List<CborValue.Pair> pairs) ->
                theirs.isObject()
                        && theirs.size() == pairs.size()
                        && pairs.stream().allMatch(pair -> same(pair.value(), theirs.path(text(pair.key()))));
            case CborValue.BytesValue bytes -> false;
            case CborValue.TagValue tag -> false;
        };
    }

    private static boolean sameItems(List<CborValue> items, JsonNode theirs) {
        boolean same = theirs.isArray() && theirs.size() == items.size();
        for (int i = 0; same && i < items.size(); i++) {
            same = same(items.get(i), theirs.get(i));
        }
        return same;
    }

    private static String text(CborValue key) {
        return ((CborValue.TextValue) key).value();
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Input(String description, byte[] bytes) {}

    /// The descriptions and inputs of a file in diagnostic notation; nothing else of it is needed.
    private static Stream<Input> inputs(String file, int count) throws IOException {
        List<Input> inputs = INPUT.matcher(Files.readString(Vectors.published("cbor/" + file)))
                .results()
                .map(each -> new Input(
                        each.group(1), HexFormat.of().parseHex(each.group(2).replaceAll("\\s", ""))))
                .toList();
        assertThat(inputs).hasSize(count);
        return inputs.stream();
    }
}
