package torgau.catalogue.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import torgau.catalogue.Finding;
import torgau.catalogue.Shipped;
import torgau.catalogue.yaml.CatalogueReader;

/// The catalogue of this repository has nothing to mend; each thing that could be wrong is found where
/// it is.
final class CatalogueCheckTest {
    private static final String UA = "procedures/UA.yaml";
    private static final Set<String> FEW = Set.of(UA, "procedures/MT.yaml", "procedures/CM.yaml");

    @Test
    void nothing_is_to_be_mended_in_the_shipped_catalogue() {
        assertThat(CatalogueCheck.of(Shipped.texts(), Shipped.identical())).isEmpty();
    }

    @Test
    void nothing_is_to_be_mended_in_a_part_of_it() {
        assertThat(CatalogueCheck.of(few(), Shipped.identical())).isEmpty();
    }

    /// One change to one file, and what is then found there.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            procedure: UA                        | procedure: [                         | TG-5001
            edition: 1                           | editon: 1                            | TG-5002
            edition: 1                           | "# edition: 1"                       | TG-5003
            edition: 1                           | edition: one                         | TG-5004
            "  asked: {is: addressee"            | "  asked: {is: nobody"               | TG-5004
            within: PT48H                        | within: two days                     | TG-5004
            type: period                         | type: perriod                        | TG-5004
            "{48}"                               | ""                                   | TG-5005
            "Запрос"                             | "Запpос"                             | TG-5006
            "Запит"                              | "Запыт"                              | TG-5006
            "{questions}"                        | "{questions"                         | TG-5007
            "few {# часов} "                     | ""                                   | TG-5007
            "{activity}"                         | "{aktivity}"                         | TG-5008
            "by: asked"                          | "by: askd"                           | TG-5009
            "UI: {by: asked, must_follow: [UA]}"  | "UI: {by: asked, whose: other}"       | TG-5004
            "wanted: {type"                      | "wanted: {only_if: {activity: [none]}, type"    | TG-5009
            "wanted: {type"                      | "wanted: {only_if: {questions: [air]}, type"    | TG-5009
            "wanted: {type"                      | "wanted: {only_if: {}, type"         | TG-5004
            "list: activities"                   | "list: activites"                    | TG-5009
            "basis: VOLUNTARY"                   | "basis: VOLUNTRY"                    | TG-5009
            "effect: mark_only"                  | "effect: close"                      | TG-5012
            "sends: nothing"                     | "sends: RM"                          | TG-5012
            "requests clarification"             | "demands what is overdue"            | TG-5015
            """)
    void a_fault_is_found(String was, String now, String code) {
        String text = few().get(UA);
        String from = was.equals("{48}") ? title(text) : was;
        assertThat(text).as("what the test changes").contains(from);
        List<Finding> found = check(text.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(now)));
        assertThat(found).extracting(finding -> finding.code().code()).contains(code);
        assertThat(found)
                .allMatch(finding ->
                        finding.file().equals(UA) && !finding.wayOut().isEmpty());
    }

    /// The Ukrainian half of the first title.
    private static String title(String text) {
        var matcher = Pattern.compile(", uk: [^}]*").matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher.group();
    }

    @Test
    void a_state_that_nothing_leads_to_is_found() {
        String text = few().get(UA).replaceFirst("\nlifecycle:\n", "\nlifecycle:\n  lonely: {}\n");
        assertThat(codes(check(text))).contains("TG-5010");
    }

    @Test
    void an_answer_that_its_side_can_never_give_is_found() {
        String text = few().get(UA).replaceFirst("(?s)(\n  UR:\n +by: )asked", "$1asker");
        assertThat(codes(check(text))).contains("TG-5011");
    }

    @Test
    void a_matter_that_nothing_can_open_because_there_is_no_such_procedure_is_found() {
        List<Finding> found = check(few().get(UA).replaceFirst("\n    opens: [A-Z]+\n", "\n    opens: NONE\n"));
        assertThat(found)
                .anyMatch(finding -> finding.toString().contains("TG-5009")
                        && finding.what().equals("`UM` opens `NONE`, which is not there"));
    }

    @Test
    void a_theme_that_no_office_can_be_declared_for_is_found() {
        SortedMap<String, String> texts = new TreeMap<>(Shipped.texts());
        texts.replace(
                UA, Pattern.compile("(?m)^theme: .*$").matcher(texts.get(UA)).replaceFirst("theme: weather"));
        assertThat(CatalogueCheck.of(texts, Shipped.identical()))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.code().code()).isEqualTo("TG-5009");
                    assertThat(found.file()).isEqualTo(UA);
                    assertThat(found.what()).isEqualTo("there is no competence `weather`");
                });
    }

    @Test
    void every_procedure_of_the_shipped_catalogue_names_its_theme() {
        assertThat(CatalogueReader.read(Shipped.texts())
                        .catalogue()
                        .procedures()
                        .values())
                .allSatisfy(procedure -> assertThat(procedure.theme()).isPresent());
    }

    @Test
    void what_nothing_uses_is_found() {
        String text =
                few().get(UA).replaceFirst("\ncodes:\n", "\ncodes:\n  idle: {one: {en: one, ru: одно, uk: одне}}\n");
        assertThat(codes(check(text))).contains("TG-5013");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | explanation received in part    | Explanation - received.
            ru | разъяснения получены частично   | РАЗЪЯСНЕНИЯ ПОЛУЧЕНЫ
            uk | роз’яснення отримано частково   | роз'яснення отримано
            en | explanation received in part    | Undisclosed
            uk | роз’яснення отримано частково   | не зазначено
            """)
    void words_that_could_not_be_told_apart_once_typed_are_found(String language, String was, String now) {
        String text = few().get(UA);
        assertThat(text).contains(was);
        List<Finding> found = check(text.replace(was, now));
        assertThat(codes(found)).containsOnly("TG-5017");
        assertThat(found.getFirst().what()).endsWith("`" + language + "`");
        assertThat(found.getFirst().line()).isPositive();
    }

    @Test
    void ukrainian_words_that_are_the_russian_ones_are_found_unless_they_are_listed() {
        SortedMap<String, String> texts = few();
        assertThat(codes(CatalogueCheck.of(texts, Set.of()))).containsOnly("TG-5014");
    }

    @Test
    void a_place_is_named_by_its_line() {
        String text = few().get(UA);
        int line = (int) text.substring(0, text.indexOf("\nedition:")).lines().count() + 1;
        assertThat(check(text.replaceFirst("\nedition: 1", "\nedition: none")))
                .anyMatch(finding ->
                        finding.line() == line && finding.toString().startsWith(UA + ":" + line + ": TG-5004"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            key: "2"                     | key: "1"                     | TG-5004
            key: KT                      | key: 1T                      | TG-5004
            answers: [ZL1, ZL3]          | answers: [ZL1, ZZ9]          | TG-5009
            source: procedure            | source: none                 | TG-5009
            list: reasons                | list: reason                 | TG-5009
            `[, reason: {reason}]`       | `, reason: {reason}`         | TG-5007
            kind: agreed                 | kind: usual                  | TG-5004
            """)
    void a_fault_of_a_signal_is_found(String was, String now, String code) {
        SortedMap<String, String> texts = few();
        String text = texts.get(CatalogueReader.SIGNALS).replaceAll("key: \"?([A-Z0-9]{2})\"?", "key: $1");
        assertThat(text).contains(was);
        texts.put(CatalogueReader.SIGNALS, text.replaceFirst(Pattern.quote(was), Matcher.quoteReplacement(now)));
        assertThat(codes(CatalogueCheck.of(texts, Shipped.identical()))).contains(code);
    }

    /// So few procedures that each test is quick, and nothing is to be mended in them.
    private static SortedMap<String, String> few() {
        SortedMap<String, String> texts = Shipped.texts();
        texts.keySet().removeIf(file -> file.startsWith(CatalogueReader.PROCEDURES) && !FEW.contains(file));
        return texts;
    }

    private static List<Finding> check(String changed) {
        SortedMap<String, String> texts = few();
        texts.put(UA, changed);
        return CatalogueCheck.of(texts, Shipped.identical());
    }

    private static List<String> codes(List<Finding> found) {
        return found.stream().map(finding -> finding.code().code()).toList();
    }
}
