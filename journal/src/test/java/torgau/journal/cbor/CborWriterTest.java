package torgau.journal.cbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the writer writes, and which mistakes of ours it will not put into bytes.
class CborWriterTest {
    @ParameterizedTest
    @CsvSource({
        "0,00",
        "23,17",
        "24,1818",
        "255,18ff",
        "256,190100",
        "65535,19ffff",
        "65536,1a00010000",
        "4294967295,1affffffff",
        "4294967296,1b0000000100000000",
        "-1,20",
        "-24,37",
        "-25,3818",
        "-9223372036854775808,3b7fffffffffffffff"
    })
    void integers_take_their_shortest_form(long value, String hex) {
        assertThat(new CborWriter().integer(value).toByteArray())
                .isEqualTo(HexFormat.of().parseHex(hex));
    }

    @Test
    void the_buffer_grows_as_needed() {
        byte[] big = new byte[100_000];
        byte[] written = new CborWriter(0).array(2).bytes(big).bytes(big).toByteArray();
        assertThat(written).hasSize(1 + 2 * (5 + big.length));
    }

    @Test
    void keys_out_of_order_or_twice_are_our_own_bug() {
        assertThatThrownBy(() -> new CborWriter().map(2).integer(2).nil().integer(1))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new CborWriter().map(2).text("a").nil().text("a"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_missing_item_is_our_own_bug() {
        assertThatThrownBy(() -> new CborWriter().array(2).nil().toByteArray())
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new CborWriter().tag(18).toByteArray()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_is_outside_the_profile_cannot_be_written() {
        assertThatThrownBy(() -> new CborWriter().text("\ud800")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CborWriter().text("a\udc00\ud800")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CborWriter().tag(2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CborWriter().array(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> {
                    CborWriter writer = new CborWriter();
                    for (int i = 0; i < 17; i++) {
                        writer.array(1);
                    }
                })
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_map_is_sorted_by_encoded_key() {
        CborValue nil = new CborValue.NullValue();
        CborValue map = new CborValue.MapValue(List.of(
                new CborValue.Pair(new CborValue.TextValue("aa"), nil),
                new CborValue.Pair(new CborValue.IntegerValue(-1), nil),
                new CborValue.Pair(new CborValue.TextValue("b"), nil),
                new CborValue.Pair(new CborValue.IntegerValue(100), nil)));
        assertThat(HexFormat.of().formatHex(map.encode())).isEqualTo("a41864f620f66162f6626161f6");
        assertThat(CborValue.decode(map.encode())).isEqualTo(map);
    }
}
