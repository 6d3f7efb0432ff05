package torgau.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import torgau.catalogue.Recurring.Day;
import torgau.catalogue.Recurring.Every;
import torgau.catalogue.Recurring.Span;

/// By which days something is awaited, and for which days it then reports.
class RecurringTest {
    @ParameterizedTest
    @CsvSource({
        "YEAR,    12, 15, TO_COME, 2026-11-22, 2026-12-15, 2027-01-01, 2027-12-31",
        "YEAR,    12, 15, TO_COME, 2026-12-31, 2026-12-15, 2027-01-01, 2027-12-31",
        "YEAR,    4,  30, CURRENT, 2028-01-01, 2028-04-30, 2028-01-01, 2028-12-31",
        "YEAR,    3,  1,  BEFORE,  2028-02-29, 2028-03-01, 2027-01-01, 2027-12-31",
        "QUARTER, 1,  15, BEFORE,  2027-02-10, 2027-01-15, 2026-10-01, 2026-12-31",
        "QUARTER, 2,  28, CURRENT, 2028-03-31, 2028-02-28, 2028-01-01, 2028-03-31",
        "MONTH,   1,  5,  BEFORE,  2028-03-01, 2028-03-05, 2028-02-01, 2028-02-29",
        "MONTH,   1,  28, TO_COME, 2026-12-01, 2026-12-28, 2027-01-01, 2027-01-31",
        "YEAR,    1,  1,  BEFORE,  0001-05-05, 0001-01-01, 0000-01-01, 0000-12-31"
    })
    void a_day_reports_for_its_days(
            Every every, int month, int day, Span span, LocalDate in, LocalDate by, LocalDate first, LocalDate last) {
        Recurring item = item(new Day(every, month, day), span);
        long millis = Instant.parse(in + "T12:00:00Z").toEpochMilli();
        assertThat(item.occurrence(item.number(millis))).isEqualTo(new Recurring.Occurrence(by, first, last));
    }

    @Test
    void the_whole_day_is_in_time() {
        Recurring item = item(new Day(Every.YEAR, 12, 15), Span.TO_COME);
        assertThat(Instant.ofEpochMilli(item.occurrence(2026).due())).isEqualTo("2026-12-15T23:59:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "YEAR, 2, 29",
        "YEAR, 13, 1",
        "YEAR, 0, 1",
        "QUARTER, 1, 31",
        "QUARTER, 4, 1",
        "MONTH, 1, 29",
        "MONTH, 2, 1"
    })
    void a_day_that_some_years_lack_is_none(Every every, int month, int day) {
        assertThat(Day.exists(every, month, day)).isFalse();
        assertThatThrownBy(() -> new Day(every, month, day)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Recurring item(Day day, Span span) {
        var title = new Words(new TreeMap<>());
        return new Recurring(
                "data",
                title,
                day,
                span,
                Recurring.By.EACH,
                List.of("NRD"),
                List.of("NR"),
                "period",
                new TreeMap<>(),
                "LINE",
                List.of(),
                List.of());
    }
}
