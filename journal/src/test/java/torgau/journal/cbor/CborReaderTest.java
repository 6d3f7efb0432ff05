package torgau.journal.cbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HexFormat;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import torgau.journal.Code;

/// What the reader takes and what it refuses, with which code and at which byte.
class CborReaderTest {
    @Test
    void what_was_written_reads_back() {
        byte[] bytes = new CborWriter()
                .array(9)
                .integer(Long.MIN_VALUE)
                .integer(Long.MAX_VALUE)
                .bytes(new byte[] {1, 2})
                .text("Эльба, «Торгау» 🜨")
                .bool(true)
                .nil()
                .tag(18)
                .bool(false)
                .map(2)
                .integer(1)
                .array(0)
                .text("a")
                .map(0)
                .raw(new byte[] {0x17})
                .toByteArray();

        CborReader reader = new CborReader(bytes);
        reader.array(9);
        assertThat(reader.integer()).isEqualTo(Long.MIN_VALUE);
        assertThat(reader.integer()).isEqualTo(Long.MAX_VALUE);
        assertThat(reader.bytesExactly(2)).containsExactly(1, 2);
        assertThat(reader.text(100)).isEqualTo("Эльба, «Торгау» 🜨");
        assertThat(reader.bool()).isTrue();
        assertThat(reader.nextIsNull()).isTrue();
        reader.nil();
        assertThat(reader.tag()).isEqualTo(18);
        assertThat(reader.bool()).isFalse();
        assertThat(reader.map()).isEqualTo(2);
        assertThat(reader.integer()).isEqualTo(1);
        reader.array(0);
        assertThat(reader.text(1)).isEqualTo("a");
        assertThat(reader.map()).isZero();
        assertThat(reader.unsigned(23)).isEqualTo(23);
        reader.end();
        assertThat(CborValue.decode(bytes).encode()).isEqualTo(bytes);
    }

    @Test
    void a_window_is_read_as_if_it_were_all() {
        byte[] bytes = {(byte) 0xff, (byte) 0x82, 1, 2, (byte) 0xff};
        CborReader reader = new CborReader(bytes, 1, 3);
        assertThat(reader.item()).containsExactly(0x82, 1, 2);
        reader.end();
        CborFault fault = fault("820118", r -> {});
        assertThat(fault.offset()).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource({
        "longer integer, 1800, TG-1001",
        "longer integer, 1817, TG-1001",
        "longer integer, 1900ff, TG-1001",
        "longer integer, 1a0000ffff, TG-1001",
        "longer integer, 1b00000000ffffffff, TG-1001",
        "longer negative, 3800, TG-1001",
        "longer length, 5800, TG-1001",
        "longer text length, 780161, TG-1001",
        "longer count, 980101, TG-1001",
        "longer tag, d81201, TG-1001",
        "indefinite bytes, 5f4101ff, TG-1001",
        "indefinite array, 9fff, TG-1001",
        "indefinite map, bfff, TG-1001",
        "keys out of order, a202010102, TG-1001",
        "key twice, a201010102, TG-1001",
        "keys out of order within, 81a2616201616102, TG-1001",
        "shorter key later, a2187801 0101, TG-1001",
        "map as key out of order, a2a1020101a1010101, TG-1001",
        "bignum, c24101, TG-1001",
        "negative bignum, c3410100, TG-1001",
        "date as text, c06131, TG-1001",
        "date as number, c101, TG-1001",
        "decimal fraction, c4820101, TG-1001",
        "bigfloat, c5820101, TG-1001",
        "tag 6, c601, OK",
        "integer of 64 bits without sign, 1b8000000000000000, TG-1005",
        "negative beyond, 3b8000000000000000, TG-1005",
        "tag beyond, db800000000000000001, TG-1005",
        "string beyond 2 GiB, 5b7fffffffffffffff, TG-1005",
        "nested 17 deep, 8181818181818181818181818181818181, TG-1005",
        "tags 16 deep, d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d201, OK",
        "tags 17 deep, d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d201, TG-1005",
        "strings within an array, 8443010203626162a141076161 f6, OK",
        "the replacement character itself, 63efbfbd, OK",
        "the replacement character and a fault, 64efbfbd80, TG-1006",
        "nothing, '', TG-1006",
        "truncated argument, 19ff, TG-1006",
        "truncated string, 4301, TG-1006",
        "string longer than the input, 5a7fffffff00, TG-1006",
        "array longer than the input, 9a7fffffff00, TG-1006",
        "array of 2^63, 9b8000000000000000, TG-1006",
        "map with half a pair, a2010101, TG-1006",
        "truncated array, 8201, TG-1006",
        "trailing byte, 0000, TG-1006",
        "reserved argument, 1c, TG-1006",
        "break, ff, TG-1006",
        "half float, f93c00, TG-1006",
        "double, fb3ff0000000000000, TG-1006",
        "undefined, f7, TG-1006",
        "simple 16, f0, TG-1006",
        "simple 255, f8ff, TG-1006",
        "false in two bytes, f814, TG-1006",
        "lone continuation, 6180, TG-1006",
        "overlong slash, 62c0af, TG-1006",
        "overlong three, 63e08080, TG-1006",
        "surrogate, 63eda080, TG-1006",
        "above U+10FFFF, 64f4908080, TG-1006",
        "cut sequence, 62e282, TG-1006",
        "valid 2 3 and 4 byte sequences, 69c3bfe282acf09f9ca8, OK",
    })
    void whole_items_are_refused_with_their_code(String name, String hex, String code) {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
        assertThat(verdict(bytes, r -> r.skip())).isEqualTo(code);
        assertThat(verdict(bytes, r -> CborValue.read(r))).isEqualTo(code);
    }

    @Test
    void keys_read_one_by_one_must_ascend_too() {
        CborFault fault = fault("a202010102", r -> {
            int pairs = r.map();
            for (int i = 0; i < 2 * pairs; i++) {
                assertThat(r.integer()).isPositive();
            }
        });
        assertThat(fault.code()).isEqualTo(Code.NON_CANONICAL);
        assertThat(fault.offset()).isEqualTo(3);
    }

    @Test
    void limits_of_the_caller_are_held() {
        assertThat(fault("43010203", r -> r.bytes(2)).code()).isEqualTo(Code.OVER_LIMIT);
        assertThat(fault("63616263", r -> r.text(2)).code()).isEqualTo(Code.OVER_LIMIT);
        assertThat(fault("1864", r -> r.unsigned(99)).code()).isEqualTo(Code.OVER_LIMIT);
        assertThat(fault("20", r -> r.unsigned(99)).code()).isEqualTo(Code.MALFORMED);
        assertThat(fault("43010203", r -> r.bytesExactly(4)).code()).isEqualTo(Code.MALFORMED);
        assertThat(fault("8101", r -> r.array(2)).code()).isEqualTo(Code.MALFORMED);
    }

    @Test
    void another_type_than_asked_for_is_malformed() {
        assertThat(fault("61", CborReader::integer).code()).isEqualTo(Code.MALFORMED);
        assertThat(fault("01", CborReader::bool).code()).isEqualTo(Code.MALFORMED);
        assertThat(fault("01", CborReader::nil).code()).isEqualTo(Code.MALFORMED);
        assertThat(fault("01", CborReader::tag).code()).isEqualTo(Code.MALFORMED);
        assertThat(fault("01", CborReader::map))
                .hasMessage("TG-1006: an unsigned integer where a map is due at byte 0");
    }

    private static CborFault fault(String hex, Consumer<CborReader> reading) {
        CborReader reader = new CborReader(HexFormat.of().parseHex(hex));
        CborFault fault = catchThrowableOfType(CborFault.class, () -> {
            reading.accept(reader);
            while (!reader.atEnd()) {
                reader.skip();
            }
        });
        assertThat(fault).as(hex).isNotNull();
        return fault;
    }

    private static String verdict(byte[] bytes, Consumer<CborReader> reading) {
        CborReader reader = new CborReader(bytes);
        try {
            reading.accept(reader);
            reader.end();
            return "OK";
        } catch (CborFault fault) {
            return fault.code().code();
        }
    }
}
