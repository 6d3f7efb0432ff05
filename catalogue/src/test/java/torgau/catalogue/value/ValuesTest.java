package torgau.catalogue.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import torgau.catalogue.CodeList;
import torgau.catalogue.Field;
import torgau.catalogue.FieldType;
import torgau.catalogue.FieldType.Dimension;
import torgau.catalogue.FieldType.Range;
import torgau.catalogue.Words;

/// What officers type is read as they meant it, or refused with the rule; never guessed.
final class ValuesTest {
    @ParameterizedTest
    @CsvSource({
        "211830ZNOV26, 1795285800000", "21 1830Z NOV 26, 1795285800000", "211830znov26, 1795285800000",
        "2026-11-21T18:30Z, 1795285800000", "2026-11-21 18:30:05 Z, 1795285805000", "290000ZFEB28, 1835395200000"
    })
    void times_that_are_read(String written, long millis) {
        assertThat(Times.instant(written)).contains(millis);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "311830ZNOV26",
                "290000ZFEB26",
                "212430ZNOV26",
                "211830NOV26",
                "211830AZNOV26",
                "211830ZNOX26",
                "2026-11-21T18:30",
                "2026-11-21T18:30+03:00",
                "1969-12-31T23:59Z",
                "tomorrow"
            })
    void times_that_are_none(String written) {
        assertThat(Times.instant(written)).isEmpty();
    }

    @Test
    void a_time_is_written_as_it_was_read() {
        assertThat(Times.group(Times.instant("010005ZJAN27").orElseThrow())).isEqualTo("010005ZJAN27");
    }

    @ParameterizedTest
    @CsvSource({
        "211830ZNOV26..220600ZNOV26, true",
        "211830ZNOV26.., true",
        "220600ZNOV26..211830ZNOV26, false",
        "211830ZNOV26, false",
        "..211830ZNOV26, false"
    })
    void periods_do_not_end_before_they_begin(String written, boolean read) {
        assertThat(Times.period(written).isPresent()).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({
        "58-21.0N 019-44.0E, 58-21.0N 019-44.0E", "58-21N 19-44E, 58-21.0N 019-44.0E",
                "'58°21,25′N, 019°44.5′E', 58-21.25N 019-44.5E",
        "00-00.5S 179-59.999W, 00-00.5S 179-59.999W", "near 58N 019E, near 58N 019E",
                "90-00N 000-00E, 90-00.0N 000-00.0E"
    })
    void positions_that_are_read(String written, String again) {
        assertThat(Places.position(written).map(Places::written)).contains(again);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "58-21.0 019-44.0",
                "58-60.0N 019-44.0E",
                "91-00N 000-00E",
                "90-00.1N 000-00E",
                "10-00N 181-00E",
                "19-44E 58-21N"
            })
    void positions_that_are_none(String written) {
        assertThat(Places.position(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"12.5 km, 12500", "3000m, 3000000", "'0,25 nm', 250"})
    void amounts_that_are_read(String written, long thousandths) {
        assertThat(Amounts.quantity(written, Dimension.LENGTH))
                .map(Value.Quantity::thousandths)
                .contains(thousandths);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.5", "km", "12.5 miles", "-3 km", "1e3 m", "12.5555 km", "9999999999 m", "3 kn"})
    void amounts_that_are_none(String written) {
        assertThat(Amounts.quantity(written, Dimension.LENGTH)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GND..FL245, true",
        "300 m..1500 m AMSL, true",
        "500 ft..UNL AGL, true",
        "300 m..1500 m, false",
        "FL100, false",
        "300 km..500 km AMSL, false"
    })
    void heights_say_what_they_are_measured_from(String written, boolean read) {
        assertThat(Amounts.altitude(written).isPresent()).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({"121.5 MHz, 121500000", "4125 kHz, 4125000", "9.41 GHz, 9410000000"})
    void frequencies(String written, long hertz) {
        assertThat(Amounts.frequency(written)).contains(new Value.Frequency(hertz));
    }

    @Test
    void each_field_that_cannot_be_filed_is_named_with_its_rule() {
        var words = Words.of(new TreeMap<>());
        var fields = List.of(
                field("kind", new FieldType.OneCode("kinds"), false, words),
                field("area", new FieldType.Area(false), false, words),
                field("number", new FieldType.Count(new Range(1, 10)), true, words),
                field(
                        "rows",
                        new FieldType.Table(
                                List.of(field("what", new FieldType.Name(3), false, words)), new Range(1, 2)),
                        false,
                        words),
                field("missing", new FieldType.YesNo(), false, words));
        var written = new LinkedHashMap<String, Raw>();
        written.put("kind", new Raw.Word("tank"));
        written.put("area", new Raw.Word("undisclosed"));
        written.put("number", new Raw.Word("11"));
        written.put("rows", new Raw.Several(List.of(pair("what", "four"))));
        written.put("surplus", new Raw.Word("x"));
        var kinds = new LinkedHashMap<String, Words>();
        kinds.put("ship", words);
        var read = FilingReader.read(
                fields, new Raw.Pairs(written), name -> Optional.of(new CodeList(name, kinds)), MadeUpNumbers.ANY);

        assertThat(read.faults())
                .extracting(fault -> fault.field() + " " + fault.rule())
                .containsExactlyInAnyOrder(
                        "kind CODE",
                        "area NOT_UNDISCLOSED",
                        "number BAND",
                        "rows[1].what LETTERS",
                        "missing NEEDED",
                        "surplus UNKNOWN");
        assertThat(read.values().keySet()).containsExactly("rows");
    }

    @Test
    void what_is_huge_or_of_another_shape_is_refused_and_nothing_breaks() {
        var words = Words.of(new TreeMap<>());
        for (FieldType type : List.of(
                new FieldType.Text(0),
                new FieldType.Numbered(new Range(1, 3), 5),
                new FieldType.Quantity(Dimension.SPEED),
                new FieldType.Instant(),
                new FieldType.Period(),
                new FieldType.Position(true),
                new FieldType.Area(true),
                new FieldType.Altitude(),
                new FieldType.Route(),
                new FieldType.Frequency(),
                new FieldType.Heading(),
                new FieldType.Office(),
                new FieldType.PerItem("UA", "questions"),
                new FieldType.ReferenceTo(List.of()))) {
            for (Raw raw : List.of(
                    new Raw.Word("9".repeat(20_000)),
                    new Raw.Word(""),
                    new Raw.Several(List.of()),
                    pair("polygon", "x"),
                    pair("circle", "x"),
                    new Raw.Several(List.of(new Raw.Several(List.of()), new Raw.Word("\u0000"))))) {
                var written = new LinkedHashMap<String, Raw>();
                written.put("f", raw);
                var read = FilingReader.read(
                        List.of(field("f", type, false, words)),
                        new Raw.Pairs(written),
                        _ -> Optional.empty(),
                        MadeUpNumbers.ANY);
                assertThat(read.faults()).as(type + " of " + raw.getClass()).isNotEmpty();
                assertThat(read.values()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x202E, 0x2066, 0x200B, 0xFEFF, 0xE0041})
    void a_character_that_nobody_sees_is_named_and_not_signed(int hidden) {
        String written = "EX" + Character.toString(hidden) + "gnp.exe";
        String name = "U+%04X".formatted(hidden);
        for (FieldType type : List.of(new FieldType.Text(0), new FieldType.Name(40))) {
            var read = FilingReader.read(
                    List.of(field("f", type, false, Words.of(new TreeMap<>()))),
                    pair("f", written),
                    _ -> Optional.empty(),
                    MadeUpNumbers.ANY);
            assertThat(read.faults())
                    .containsExactly(new Fault("f", "EX‹" + name + "›gnp.exe", Fault.Rule.HIDDEN, List.of(name)));
        }
    }

    private static Raw.Pairs pair(String key, String word) {
        var pair = new LinkedHashMap<String, Raw>();
        pair.put(key, new Raw.Word(word));
        return new Raw.Pairs(pair);
    }

    private static Field field(String name, FieldType type, boolean optional, Words words) {
        return new Field(name, type, words, optional, false, false, null, null);
    }
}
