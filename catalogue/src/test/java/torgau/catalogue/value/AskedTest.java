package torgau.catalogue.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import torgau.catalogue.CodeList;
import torgau.catalogue.Field;
import torgau.catalogue.FieldType;
import torgau.catalogue.OnlyIf;
import torgau.catalogue.Words;
import torgau.catalogue.value.Fault.Rule;

/// A field that hangs on what a field before it says.
class AskedTest {
    private static final Words WORDS = Words.of(Map.of("en", "word"));
    private static final List<Field> FIELDS = List.of(
            new Field("answer", new FieldType.OneCode("answers"), WORDS, true, false, false, null, null),
            new Field("reservation", new FieldType.Text(9), WORDS, false, false, false, null, only("reserved")),
            new Field("remarks", new FieldType.Text(9), WORDS, true, false, false, null, only("reserved", "noted")));

    private static OnlyIf only(String... items) {
        return new OnlyIf("answer", List.of(items));
    }

    private static Optional<CodeList> lists(String name) {
        var items = new LinkedHashMap<String, Words>();
        List.of("clear", "noted", "reserved").forEach(item -> items.put(item, WORDS));
        return Optional.of(new CodeList(name, items));
    }

    private static List<Fault> faults(Map<String, String> given) {
        var written = new LinkedHashMap<String, Raw>();
        given.forEach((name, value) -> written.put(name, new Raw.Word(value)));
        return FilingReader.read(FIELDS, new Raw.Pairs(written), AskedTest::lists, MadeUpNumbers.ANY)
                .faults();
    }

    private static Fault fault(String field, Rule rule, String... limits) {
        return new Fault(field, "", rule, List.of(limits));
    }

    @Test
    void it_is_needed_where_the_other_says_so() {
        assertThat(faults(Map.of("answer", "reserved"))).containsExactly(fault("reservation", Rule.NEEDED));
        assertThat(faults(Map.of("answer", "reserved", "reservation", "the width")))
                .isEmpty();
    }

    @Test
    void it_is_refused_where_the_other_says_something_else_or_nothing() {
        assertThat(faults(Map.of("answer", "clear"))).isEmpty();
        assertThat(faults(Map.of("answer", "clear", "remarks", "fine")))
                .containsExactly(fault("remarks", Rule.NOT_ASKED, "answer", "reserved", "noted"));
        assertThat(faults(Map.of("remarks", "fine")))
                .containsExactly(fault("remarks", Rule.NOT_ASKED, "answer", "reserved", "noted"));
        assertThat(faults(Map.of("answer", "noted", "remarks", "fine"))).isEmpty();
    }

    @Test
    void nothing_is_said_of_it_while_the_other_cannot_be_read() {
        assertThat(faults(Map.of("answer", "perhaps", "remarks", "fine")))
                .extracting(Fault::rule)
                .containsExactly(Rule.CODE);
    }

    @Test
    void what_another_station_filed_fits_without_it_and_with_too_much_but_not_where_it_is_needed() {
        assertThat(unfit(Map.of("answer", new Value.Code("clear")))).isEmpty();
        assertThat(unfit(Map.of("answer", new Value.Code("clear"), "remarks", new Value.Words("fine"))))
                .isEmpty();
        assertThat(unfit(Map.of("answer", new Value.Code("reserved")))).contains("reservation is missing");
    }

    private static Optional<String> unfit(Map<String, Value> values) {
        return Fits.unfit(FIELDS, values, AskedTest::lists);
    }

    @Test
    void named_by_itself_it_hangs_on_nothing() {
        assertThat(FIELDS.get(1).alone().onlyIf()).isNull();
        assertThat(FIELDS.get(1).alone().optional()).isTrue();
    }
}
