package torgau.journal.cbor;

import static org.assertj.core.api.Assertions.assertThat;

import com.upokecenter.cbor.CBORException;
import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import com.upokecenter.numbers.EInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Another implementation agrees with ours: on the bytes of every value, and on which bytes are one.
class CborOracleTest {
    private static final int VALUES = 200;
    private static final int MUTATIONS = 15;

    static LongStream seeds() {
        return LongStream.range(0, 5);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void our_bytes_are_their_bytes(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < VALUES; i++) {
            CborValue value = Arbitrary.value(random, 5);
            byte[] bytes = value.encode();
            assertThat(bytes).isEqualTo(theirs(value).EncodeToBytes());
            assertThat(CborValue.decode(bytes)).isEqualTo(value);
        }
    }

    /// What we accept encodes to itself again, and is accepted exactly where the other implementation decodes it, finds
    /// nothing outside the profile in it, and encodes it to the same bytes.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void both_accept_and_refuse_the_same_mutations(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < VALUES; i++) {
            byte[] bytes = Arbitrary.value(random, 4).encode();
            for (int j = 0; j < MUTATIONS; j++) {
                byte[] mutated = Arbitrary.mutated(bytes, random);
                assertThat(accepted(mutated))
                        .as(() -> HexFormat.of().formatHex(mutated))
                        .isEqualTo(acceptedByThem(mutated));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void garbage_is_refused_or_means_itself(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 10 * VALUES; i++) {
            byte[] garbage = new byte[1 + random.nextInt(24)];
            random.nextBytes(garbage);
            assertThat(accepted(garbage))
                    .as(() -> HexFormat.of().formatHex(garbage))
                    .isEqualTo(acceptedByThem(garbage));
        }
    }

    /// Whether we decode it; passing over it must come to the same.
    private static boolean accepted(byte[] bytes) {
        boolean decoded = decodes(bytes);
        assertThat(skips(bytes)).as(() -> HexFormat.of().formatHex(bytes)).isEqualTo(decoded);
        return decoded;
    }

    private static boolean skips(byte[] bytes) {
        try {
            CborReader reader = new CborReader(bytes);
            assertThat(reader.item()).isEqualTo(Arrays.copyOf(bytes, reader.offset()));
            reader.end();
            return true;
        } catch (CborFault fault) {
            return false;
        }
    }

    private static boolean decodes(byte[] bytes) {
        try {
            byte[] again = CborValue.decode(bytes).encode();
            assertThat(again).isEqualTo(bytes);
            return true;
        } catch (CborFault fault) {
            return false;
        }
    }

    private static boolean acceptedByThem(byte[] bytes) {
        try {
            CBORObject value = CBORObject.DecodeFromBytes(bytes);
            return inProfile(value, 0) && Arrays.equals(value.EncodeToBytes(), bytes);
        } catch (CBORException refused) {
            return false;
        }
    }

    private static boolean inProfile(CBORObject value, int above) {
        List<CBORObject> within = new ArrayList<>();
        int depth = above + value.GetAllTags().length;
        for (var tag : value.GetAllTags()) {
            if (tag.compareTo(EInteger.FromInt32(6)) < 0 || !tag.CanFitInInt64()) {
                return false;
            }
        }
        CBORObject bare = value.Untag();
        boolean container = bare.getType() == CBORType.Array || bare.getType() == CBORType.Map;
        if (bare.getType() == CBORType.Array) {
            within.addAll(bare.getValues());
        } else if (bare.getType() == CBORType.Map) {
            within.addAll(bare.getKeys());
            within.addAll(bare.getValues());
        }
        int inside = container ? depth + 1 : depth;
        return inside <= CborReader.MAX_DEPTH
                && (container || ourKind(bare))
                && within.stream().allMatch(each -> inProfile(each, inside));
    }

    private static boolean ourKind(CBORObject bare) {
        return switch (bare.getType()) {
            case Integer -> bare.CanValueFitInInt64();
            case ByteString, TextString, Boolean -> true;
            case SimpleValue -> bare.isNull();
            default -> false;
        };
    }

    private static CBORObject theirs(CborValue value) {
        return switch (value) {
            case CborValue.IntegerValue(long number) -> CBORObject.FromObject(number);
            case CborValue.BytesValue(byte[] bytes) -> CBORObject.FromObject(bytes);
            case CborValue.TextValue(String text) -> CBORObject.FromObject(text);
            case CborValue.BoolValue(boolean bool) -> bool ? CBORObject.True : CBORObject.False;
            case CborValue.NullValue() -> CBORObject.Null;
            case CborValue.TagValue(long tag, CborValue content) ->
                CBORObject.FromObjectAndTag(theirs(content), EInteger.FromInt64(tag));
            case CborValue.ArrayValue(List<CborValue> items) -> {
                CBORObject array = CBORObject.NewArray();
                items.forEach(item -> array.Add(theirs(item)));
                yield array;
            }
            case CborValue.MapValue(List<CborValue.Pair> pairs) -> {
                CBORObject map = CBORObject.NewMap();
                pairs.forEach(pair -> map.Add(theirs(pair.key()), theirs(pair.value())));
                yield map;
            }
        };
    }
}
