package torgau.matters.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import torgau.catalogue.value.Value;
import torgau.journal.Entry;
import torgau.matters.Scene;

/// What is to be done for an event, counted back from its beginning: Tuesday 8 June 2027.
class StepsTest {
    private final Year year = new Year();

    private List<String> steps(String now, Holidays holidays) {
        var steps = new Steps(code -> Scene.EDITIONS.procedure(code, 1), holidays, Year.at(now));
        return steps.of(year.plan().events()).stream()
                .map(step -> step.day() + " " + step.what() + " " + step.by() + " "
                        + step.fate().name().toLowerCase(java.util.Locale.ROOT)
                        + (step.day().equals(step.asked()) ? "" : " (" + step.asked() + ")"))
                .toList();
    }

    /// Requirements 40 and 10: lead times of the procedure.
    @Test
    void what_the_event_itself_does_not_say_follows_from_the_lead_times_of_the_procedures() {
        year.agreed("dates", Year.period(Year.FIXED), "steps", Year.NONE, "kind", Year.code("visit"));
        assertThat(steps("080600ZAPR27", Holidays.NONE))
                .containsExactly(
                        "2027-04-09 dates [1, 2] to_come",
                        "2027-04-24 invitation [2] to_come",
                        "2027-05-09 RV [1] to_come",
                        "2027-06-01 confirmation [2] to_come");
        assertThat(steps("092359ZAPR27", Holidays.NONE)).startsWith("2027-04-09 dates [1, 2] to_come");
        assertThat(steps("100000ZAPR27", Holidays.NONE)).startsWith("2027-04-09 dates [1, 2] passed");
    }

    /// Requirements 40 and 10: by the lead times of SE, HZ and FT, and by whom each is.
    @Test
    void notices_that_the_event_names_are_counted_back_by_their_own_lead_times() {
        year.agreed(
                "dates",
                Year.period(Year.FIXED),
                "steps",
                Year.NONE,
                "kind",
                Year.code("seminar"),
                "notices",
                new Value.Codes(List.of("transit", "strategic_exercise", "hazardous_area")));
        assertThat(steps("080600ZAPR27", Holidays.NONE))
                .containsExactly(
                        "2027-04-09 dates [1, 2] to_come",
                        "2027-04-24 invitation [2] to_come",
                        "2027-05-25 SE [2] to_come",
                        "2027-06-01 confirmation [2] to_come",
                        "2027-06-05 HZ [2] to_come",
                        "2027-06-07 FT [1] to_come");
    }

    /// Requirement 40: holidays of both sides as data.
    @Test
    void who_rests_on_the_day_does_it_on_the_last_working_day_before() {
        year.agreed("dates", Year.period(Year.FIXED), "steps", Year.NONE, "kind", Year.code("visit"));
        assertThat(steps("010000ZJAN27", ClashesTest.holidays(Year.RED, "2027-04-23", "2027-06-01")))
                .containsExactly(
                        "2027-04-09 dates [1, 2] to_come",
                        "2027-04-22 invitation [2] to_come (2027-04-24)",
                        "2027-05-09 RV [1] to_come",
                        "2027-05-31 confirmation [2] to_come (2027-06-01)");
    }

    /// Row 7.
    @Test
    void a_step_of_the_event_itself_goes_before_that_of_the_procedure() {
        year.agreed(
                "dates", Year.period(Year.FIXED), "steps", table("dates", "both", 10), "kind", Year.code("seminar"));
        assertThat(steps("010000ZJAN27", Holidays.NONE))
                .containsExactly(
                        "2027-04-24 invitation [2] to_come",
                        "2027-05-29 dates [1, 2] to_come",
                        "2027-06-01 confirmation [2] to_come");
    }

    private static Value table(String step, String by, long days) {
        return new Value.Rows(List.of(new TreeMap<>(Map.of(
                "step", Year.code(step),
                "by", Year.code(by),
                "before", new Value.Quantity(days * 1_000, "d")))));
    }

    @Test
    void entries_show_what_was_done_and_a_postponement_ends_what_they_show() {
        Entry event = year.proposed(Scene.BLUE, "dates", Year.period(Year.JUNE), "kind", Year.code("exercise"));
        Entry agreed = year.file(Scene.RED, "WPA", event, event, "dates", Year.period(Year.JUNE));
        Entry fixed = year.file(Scene.RED, "WPF", event, agreed, "dates", Year.period(Year.FIXED));
        year.file(Scene.BLUE, "WPA", event, fixed, "dates", Year.period(Year.FIXED), "precision", Year.code("exact"));
        Entry invited = year.file(Scene.RED, "WPI", event, agreed, "dates", Year.period(Year.FIXED));
        year.file(Scene.BLUE, "WPG", event, invited);
        assertThat(steps("010000ZMAR27", Holidays.NONE))
                .containsExactlyInAnyOrder(
                        "2027-03-10 planning [1, 2] to_come",
                        "2027-04-09 dates [1, 2] done",
                        "2027-04-24 invitation [2] done",
                        "2027-04-27 MA [2] to_come",
                        "2027-05-09 delegation [1] done",
                        "2027-06-01 confirmation [2] to_come");
        year.file(Scene.RED, "WPP", event, agreed, "new_dates", Year.period("080600ZJUL27..111800ZJUL27"));
        assertThat(steps("010000ZMAR27", Holidays.NONE))
                .contains("2027-05-24 invitation [2] to_come", "2027-06-08 delegation [1] to_come");
    }

    @Test
    void a_side_states_its_next_step_itself() {
        Entry event = year.agreed("dates", Year.period(Year.FIXED));
        year.file(Scene.BLUE, "WPS", event, event);
        assertThat(steps("010000ZMAR27", Holidays.NONE)).contains("2027-05-01 dates [1] to_come");
    }

    @Test
    void an_event_without_dates_or_over_has_no_steps() {
        Entry event = year.agreed("dates", Year.period(Year.FIXED));
        Entry agreed = year.scene.all.getLast();
        Entry declined = year.proposed(Scene.BLUE);
        year.file(Scene.RED, "WPD", declined, declined);
        assertThat(steps("010000ZMAR27", Holidays.NONE)).hasSize(5);
        year.file(Scene.RED, "WPP", event, agreed, "new_dates", Year.NONE);
        assertThat(steps("010000ZMAR27", Holidays.NONE)).isEmpty();
    }

    @Test
    void no_time_however_long_is_too_long() {
        year.agreed("dates", Year.period(Year.FIXED), "steps", table("dates", "guest", 999_999_999));
        assertThat(steps("010000ZJAN27", Holidays.NONE)).startsWith("1970-01-01 dates [1] passed");
    }
}
