package torgau.catalogue.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import torgau.catalogue.Procedure;
import torgau.catalogue.Recurring;
import torgau.catalogue.Shipped;
import torgau.catalogue.change.Change.Kind;
import torgau.catalogue.change.Change.Nature;
import torgau.catalogue.yaml.CatalogueReader;

/// What differs between two editions is found, named by its place, and nothing else is.
final class ChangesTest {
    private static Procedure procedure(String code) {
        return Shipped.READ.catalogue().procedure(code).orElseThrow();
    }

    private static List<Change> changed(String was, String now) {
        return changed("UA", was, now);
    }

    private static List<Change> changed(String code, String was, String now) {
        var texts = Shipped.texts();
        String file = CatalogueReader.PROCEDURES + code + ".yaml";
        String text = Objects.requireNonNull(texts.get(file));
        assertThat(text).contains(was);
        texts.put(file, text.replace(was, now));
        return Changes.between(
                procedure(code),
                CatalogueReader.read(texts).catalogue().procedure(code).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            en: "Activity observed"               | en: "What was seen"             | CHANGED FIELD UA.activity: label / wording
            {type: period, label: {en: "Time of o | {type: instant, label: {en: "Time of o | CHANGED FIELD UA.observed: type / field
            questions: {type: numbered, min: 1    | questions: {type: numbered, min: 2 | CHANGED FIELD UA.questions: type / field
            wanted: {type: codes, list: ways, min: 1, max: 4, optional: true, | wanted: {type: codes, list: ways, min: 1, max: 4, | CHANGED FIELD UA.wanted: optional true → false / field
            read_back: [activity, area, observed] | read_back: [activity, area]     | CHANGED FORMAT UA: read_back [activity, area, observed] → [activity, area] / field
            precedence: IMMEDIATE, label          | precedence: PRIORITY, label     | CHANGED FORMAT UA: precedence immediate → priority / lifecycle
            "Clarification of unusual             | "Explanation of unusual         | CHANGED PROCEDURE UA: title / wording
            force: courtesy                       | force: political                | CHANGED PROCEDURE UA: basis / legal_effect
            stays_open: true, clocks: run         | stays_open: false, clocks: stop | CHANGED PROCEDURE UA: suspension.stays_open true → false, suspension.clocks run → stop / period lifecycle
            en: "asking Party"                    | en: "Party that asks"           | CHANGED ROLE asker: label / wording
            """)
    void a_change_is_told_by_its_place_its_keys_and_its_nature(String was, String now, String told) {
        assertThat(changed(was, now)).extracting(ChangesTest::told).contains(told);
    }

    @Test
    void a_day_of_the_calendar_that_moves_is_told_and_so_is_one_that_goes() {
        assertThat(changed("NR", "day: 12-15", "day: 12-01"))
                .extracting(ChangesTest::told)
                .containsExactly("CHANGED CALENDAR " + day().name() + ": day 12-15 → 12-01 / period");
        Procedure nr = procedure("NR");
        assertThat(Changes.between(nr, with(nr, "calendar", List.of())))
                .extracting(Change::kind, Change::part)
                .containsOnly(tuple(Kind.REMOVED, Change.Part.CALENDAR));
    }

    private static Recurring day() {
        return procedure("NR").calendar().stream()
                .filter(item -> item.day().written().equals("12-15"))
                .findFirst()
                .orElseThrow();
    }

    /// A part of a procedure that is not compared would make an edition that changes nothing.
    @Test
    void whatever_part_of_a_procedure_differs_is_told() {
        for (RecordComponent part : Procedure.class.getRecordComponents()) {
            if (!Set.of("code", "edition").contains(part.getName())) {
                assertThat(Changes.between(procedure("NR"), with(procedure("NR"), part.getName(), other(part))))
                        .as(part.getName())
                        .isNotEmpty();
            }
        }
    }

    /// What another procedure has there; all have the same languages.
    private static Object other(RecordComponent part) {
        return Shipped.READ.catalogue().procedures().values().stream()
                .map(each -> value(each, part))
                .filter(Objects::nonNull)
                .filter(value -> !value.equals(value(procedure("NR"), part)))
                .findFirst()
                .orElse(List.of());
    }

    private static Procedure with(Procedure of, String name, @Nullable Object value) {
        RecordComponent[] parts = Procedure.class.getRecordComponents();
        Object[] values = Stream.of(parts)
                .map(part -> part.getName().equals(name) ? value : value(of, part))
                .toArray();
        try {
            return Procedure.class
                    .getDeclaredConstructor(
                            Stream.of(parts).map(RecordComponent::getType).toArray(Class<?>[]::new))
                    .newInstance(values);
        } catch (ReflectiveOperationException fault) {
            throw new LinkageError(fault.getMessage(), fault);
        }
    }

    private static @Nullable Object value(Procedure of, RecordComponent part) {
        try {
            return part.getAccessor().invoke(of);
        } catch (ReflectiveOperationException fault) {
            throw new LinkageError(fault.getMessage(), fault);
        }
    }

    @Test
    void what_is_added_and_what_is_removed_is_told_once_whole() {
        String field = "      remarks: {type: text, optional: true, max_words: 20,"
                + " label: {en: Remarks, ru: Примечания, uk: Примітки}}\n";
        List<Change> added =
                changed("      concern:\n        type: text\n", field + "      concern:\n        type: text\n");
        assertThat(added).extracting(ChangesTest::told).containsExactly("ADDED FIELD UA.remarks: / field");
        assertThat(added.getFirst().named())
                .extracting(words -> words.in("en").orElseThrow())
                .isEqualTo("Remarks");
    }

    @Test
    void the_way_back_removes_what_the_way_there_adds() {
        Procedure af = procedure("AF");
        Procedure iq = procedure("IQ");
        List<Change> there = Changes.between(af, iq);
        List<Change> back = Changes.between(iq, af);
        assertThat(there.stream().filter(each -> each.kind() == Kind.ADDED).map(Change::at))
                .containsExactlyInAnyOrderElementsOf(back.stream()
                        .filter(each -> each.kind() == Kind.REMOVED)
                        .map(Change::at)
                        .toList());
        assertThat(there.stream().filter(each -> each.kind() == Kind.CHANGED))
                .hasSameSizeAs(back.stream()
                        .filter(each -> each.kind() == Kind.CHANGED)
                        .toList());
    }

    @Test
    void layout_and_remarks_change_nothing() {
        assertThat(changed("edition: 1\n", "edition:   1   # the first\n\n")).isEmpty();
        for (Procedure each : Shipped.READ.catalogue().procedures().values()) {
            assertThat(Changes.between(each, each)).isEmpty();
        }
    }

    /// FV takes the natures as they are called here.
    @Test
    void the_natures_are_those_that_a_proposal_can_name() {
        assertThat(procedure("FV").codes().get("change_natures").items().keySet())
                .containsExactly(List.of(Nature.values()).stream()
                        .map(nature -> nature.name().toLowerCase(Locale.ROOT))
                        .toArray(String[]::new));
    }

    private static String told(Change change) {
        var natures = new StringBuilder(" /");
        change.natures().forEach(each -> natures.append(' ').append(each.name().toLowerCase(Locale.ROOT)));
        String how = String.join(", ", change.how());
        return change.kind() + " " + change.part() + " " + change.at() + ":" + (how.isEmpty() ? "" : " " + how)
                + natures;
    }
}
