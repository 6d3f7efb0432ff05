package torgau.catalogue.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import torgau.catalogue.Finding;
import torgau.catalogue.Recurring;
import torgau.catalogue.Shipped;
import torgau.catalogue.yaml.CatalogueReader;

/// Each thing that could be wrong in a calendar is found where it is.
class CalendarCheckTest {
    private static final String NR = "procedures/NR.yaml";

    @Test
    void requirement_34_an_exchange_by_15_december_and_another_in_april_with_nil_reports() {
        List<Recurring> calendar =
                Shipped.READ.catalogue().procedure("NR").orElseThrow().calendar();
        assertThat(calendar).extracting(Recurring::name).containsExactly("activities", "forces", "holdings");
        assertThat(calendar.get(1).day()).isEqualTo(new Recurring.Day(Recurring.Every.YEAR, 12, 15));
        assertThat(calendar.get(2).day()).isEqualTo(new Recurring.Day(Recurring.Every.YEAR, 4, 30));
        assertThat(calendar).allSatisfy(item -> {
            assertThat(item.nilBy()).containsExactly("NR");
            assertThat(item.warnings().stream().map(before -> before.toDays())).containsExactly(30L, 7L, 1L);
        });
    }

    /// One change to the first item, and what is then found.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            every: year                        | every: week                         | TG-5004
            day: 11-15                         | day: 02-29                          | TG-5004
            day: 11-15                         | day: 13-01                          | TG-5004
            day: 11-15                         | day: 15                             | TG-5004
            for: to_come                       | for: ever                           | TG-5004
            by: each                           | by: observers                       | TG-5004
            "warn_own_watch: [P30D, P7D"       | "warn_own_watch: [P400D, P7D"       | TG-5004
            day: 11-15                         | date: 11-15                         | TG-5002
            day: 11-15                         | "# none"                            | TG-5003
            "warn_own_watch: [P30D, P7D, P1D]" | "warn_own_watch: []"                | TG-5003
            "done_by: [NRD]"                   | "done_by: []"                       | TG-5003
            "done_by: [NRD]"                   | "done_by: [NRZ]"                    | TG-5009
            "period: period"                   | "period: category"                  | TG-5009
            "{category: activities}"           | "{category: weather}"               | TG-5009
            "{category: activities}"           | "{period: activities}"              | TG-5009
            basis: LINE                        | basis: CUSTOM                       | TG-5009
            "may: [NRM]"                       | "may: [NRZ]"                        | TG-5009
            "nil_by: [NR]"                     | "nil_by: [NRA]"                     | TG-5011
            "may: [NRM]"                       | "may: [RM]"                         | TG-5011
            effect: mark_only                  | effect: close                       | TG-5012
            sends: nothing                     | sends: NRM                          | TG-5012
            """)
    void a_fault_is_found(String was, String now, String code) {
        String text = text();
        int calendar = text.indexOf("\ncalendar:\n");
        assertThat(text.substring(calendar)).as("what the test changes").contains(was);
        String changed = text.substring(0, calendar)
                + text.substring(calendar).replaceFirst(Pattern.quote(was), Matcher.quoteReplacement(now));
        assertThat(check(changed))
                .anyMatch(finding -> finding.code().code().equals(code)
                        && finding.file().equals(NR)
                        && finding.line() > text.substring(0, calendar).lines().count());
    }

    @Test
    void nothing_is_to_be_mended_as_it_is() {
        assertThat(check(text())).isEmpty();
    }

    @Test
    void who_can_only_be_addressed_can_report_nothing_unasked() {
        String text = text().replaceFirst(Pattern.quote("party: {is: either,"), "party: {is: addressee,");
        assertThat(check(text))
                .anyMatch(finding -> finding.code().code().equals("TG-5011")
                        && finding.what().equals("`NRD` can open no matter"));
    }

    @Test
    void what_must_follow_something_cannot_be_filed_unasked() {
        String text =
                text().replaceFirst("\\n  NRD:\\n    by: party\\n", "\n  NRD:\n    by: party\n    must_follow: NRM\n");
        assertThat(check(text)).anyMatch(finding -> finding.what().equals("`NRD` can open no matter"));
    }

    @Test
    void more_items_than_anybody_keeps_are_refused() {
        String text = text();
        int from = text.indexOf("  activities:\n    title");
        String item = text.substring(from, text.indexOf("  forces:\n    title"));
        String many = IntStream.range(0, 20)
                .mapToObj(number -> item.replaceFirst("activities:", "item" + number + ":"))
                .collect(Collectors.joining());
        assertThat(check(text.substring(0, from) + many + text.substring(from)))
                .anyMatch(finding -> finding.what().equals("the calendar has 23 items"));
    }

    private static String text() {
        return Shipped.texts().getOrDefault(NR, "");
    }

    private static List<Finding> check(String text) {
        SortedMap<String, String> texts = Shipped.texts();
        texts.keySet().retainAll(List.of(NR, CatalogueReader.COMMON, CatalogueReader.SIGNALS));
        texts.put(NR, text);
        return CatalogueCheck.of(texts, Shipped.identical());
    }
}
