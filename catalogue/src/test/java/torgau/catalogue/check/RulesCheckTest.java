package torgau.catalogue.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import torgau.catalogue.Finding;
import torgau.catalogue.Shipped;

/// What is said of rows, quotas and named roles is checked before anybody agrees on it.
class RulesCheckTest {
    private static List<Finding> check(String code, String was, String now) {
        var texts = Shipped.texts();
        String file = "procedures/" + code + ".yaml";
        texts.keySet().removeIf(name -> name.startsWith("procedures/") && !name.equals(file));
        String text = texts.get(file);
        assertThat(text).as("what the test changes").contains(was);
        texts.put(file, text.replaceFirst(Pattern.quote(was), Matcher.quoteReplacement(now)));
        return CatalogueCheck.of(texts, Shipped.identical());
    }

    /// Requirement 35; row 9.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            AC | "  AC.staff: {}\\n"                         | ""                                      | TG-5050
            AC | "  ACP.passes: {of: [AC.staff]}\\n"         | ""                                      | TG-5050
            AC | "ACP.passes: {of: [AC.staff]}"             | "ACP.passes: {of: [AC.vehicles]}"       | TG-5050
            AC | "ACP.passes: {of: [AC.staff]}"             | "ACP.passes: {of: [AC.staff], besides: [AC.staff]}" | TG-5050
            AC | "ACP.passes: {of: [AC.staff]}"             | "ACP.privileges: {of: [AC.staff]}"      | TG-5050
            AC | "ACP.passes: {of: [AC.staff]}"             | "ACP.passes: {in: [AC.staff]}"          | TG-5002
            AC | "ACP.passes: {of: [AC.staff]}"             | "ACP.passes: {of: [staff]}"             | TG-5004
            AC | "{row_of: passes, where: {answer: later}}"  | "{row_of: privileges}"                   | TG-5050
            AC | "{row_of: passes, where: {answer: later}}"  | "{row_of: passes, where: {answer: never}}" | TG-5050
            AC | "{row_of: passes, where: {answer: later}}"  | "{of: passes}"                          | TG-5002
            AC | "done_by: [ACP.passes]"                     | "done_by: [ACP.privileges]"             | TG-5050
            AC | "done_by: [ACP.passes]"                     | "done_by: [ACP.passes, ACP.form]"       | TG-5004
            AC | "done_by: [ACP, RF]"                        | "done_by: [ACP.passes, RF]"             | TG-5004
            RV | "done_by: [RVA.persons, RVD]"               | "done_by: [RVA.sites, RVD]"             | TG-5050
            AC | "most: [AC.quota]"                         | "most: [AC.mission]"                    | TG-5052
            AC | "taken: ACP.passes"                        | "taken: ACP.privileges"                 | TG-5052
            AC | "where: {answer: [issued, with_limits]}"   | "where: {answer: [given]}"              | TG-5052
            AC | "where: {answer: [issued, with_limits]}"   | "where: {limits: [issued]}"             | TG-5052
            AC | "until: ACP.valid\\n    ended"              | "until: ACP.form\\n    ended"            | TG-5052
            AC | "ended: ACV.credential"                    | "ended: ACV.cause"                      | TG-5052
            AC | "effective: ACV.effective"                 | "effective: ACV.balance"                | TG-5052
            WP | "    is: named\\n    by: [WP.host, WPA.host, WPN.host]" | "    is: named\\n    by: [WP.place]" | TG-5051
            WP | "third: either, nobody: either"            | "third: either"                         | TG-5051
            WP | "third: either, nobody: either"            | "third: either, nobody: named"          | TG-5051
            WP | "    is: named\\n"                          | "    is: either\\n"                      | TG-5051
            WP | "  WP:\\n    by: proposer"                  | "  WP:\\n    by: host"                   | TG-5051
            """)
    void a_fault_is_found(String procedure, String was, String now, String code) {
        List<Finding> found = check(procedure, line(was), line(now));
        assertThat(found).extracting(finding -> finding.code().code()).contains(code);
        assertThat(found).allMatch(finding -> !finding.wayOut().isEmpty());
    }

    private static String line(String text) {
        return text.replace("\\n", "\n");
    }

    @Test
    void what_is_shipped_has_no_fault_of_these() {
        assertThat(check("AC", "AC.staff", "AC.staff"))
                .noneMatch(finding -> finding.code().code().matches("TG-505[0-2]"));
        assertThat(check("WP", "WP.host", "WP.host"))
                .noneMatch(finding -> finding.code().code().matches("TG-505[0-2]"));
    }

    /// A clock follows so many rows and no more.
    @Test
    void numbers_beyond_what_a_clock_can_follow_are_refused() {
        String numbered = "label: {en: \"Number\", ru: \"Номер лица\"";
        assertThat(check("AC", "max: 999, " + numbered, "max: 1000, " + numbered))
                .isEmpty();
        assertThat(check("AC", "max: 999, " + numbered, "max: 1001, " + numbered))
                .extracting(finding -> finding.code().code())
                .containsExactly("TG-5050");
    }
}
