package torgau.catalogue.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import torgau.catalogue.Procedure;
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
