package torgau.matters.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import torgau.journal.Entry;
import torgau.matters.Scene;

/// What does not go together in a plan.
class ClashesTest {
    private static final Object[] EXACT = {"precision", Year.code("exact")};

    private final Year year = new Year();

    private List<String> found() {
        return found(Persons.UNKNOWN, Holidays.NONE);
    }

    private List<String> found(Persons persons, Holidays holidays) {
        return described(Clashes.of(year.plan(), persons, holidays));
    }

    private static List<String> described(Clashes clashes) {
        return clashes.found().stream()
                .map(clash -> clash.kind().word() + (clash.certain() ? " " : " perhaps ") + clash.what())
                .map(String::strip)
                .toList();
    }

    private Entry event(int station, String dates, Object... more) {
        var pairs = new java.util.ArrayList<Object>(List.of("dates", Year.period(dates)));
        pairs.addAll(List.of(EXACT));
        pairs.addAll(List.of(more));
        return year.proposed(station, pairs.toArray());
    }

    /// Requirement 40; row 10.
    @ParameterizedTest
    @CsvSource({
        "010000ZJUN27..050000ZJUN27, 050000ZJUN27..080000ZJUN27, 0",
        "010000ZJUN27..050001ZJUN27, 050000ZJUN27..080000ZJUN27, 1",
        "050000ZJUN27..080000ZJUN27, 010000ZJUN27..050000ZJUN27, 0",
        "010000ZJUN27..300000ZJUN27, 050000ZJUN27..080000ZJUN27, 1",
        "050000ZJUN27..050000ZJUN27, 050000ZJUN27..080000ZJUN27, 1"
    })
    void one_place_holds_one_event_at_a_time_and_dates_that_touch_at_midnight_do_not_overlap(
            String one, String other, int clashes) {
        event(Scene.BLUE, one, "place", Year.name("Порт «Маяк»"));
        event(Scene.RED, other, "place", Year.name("  порт  «маяк» "), "kind", Year.code("seminar"));
        assertThat(found()).hasSize(clashes).allMatch("place Порт «Маяк»"::equals);
    }

    /// Requirement 40; row 10.
    @ParameterizedTest
    @CsvSource({
        "Severomorsk, Североморск, 1",
        "Pier 4 Odesa, Pier-4 Одеса, 0",
        "Причал 4 Одеса, PRYCHAL 4 ODESA, 1",
        "Причал 4 Одеса, Причал 4 Одесса, 0",
        "Kyiv, Київ, 1",
        "Киев, Kiev, 1",
        "Гавань, HAVAN, 1",
        "Гавань, Gavan, 1",
        "京都, 京都, 1",
        "***, ***, 1",
        "***, **, 0"
    })
    void a_place_is_one_place_in_any_alphabet_and_is_said_once(String one, String other, int clashes) {
        event(Scene.BLUE, Year.FIXED, "place", Year.name(one));
        event(Scene.RED, Year.FIXED, "place", Year.name(other), "kind", Year.code("seminar"));
        event(Scene.RED, Year.FIXED, "place", Year.name("Elsewhere"), "kind", Year.code("seminar"));
        assertThat(found()).hasSize(clashes).allMatch(("place " + one)::equals);
    }

    /// Requirement 40; row 10.
    @Test
    void one_office_is_in_charge_of_one_event_at_a_time_and_within_a_window_that_is_only_possible() {
        event(Scene.BLUE, Year.FIXED, "owner", Year.office("A"));
        event(Scene.BLUE_TOO, Year.FIXED, "owner", Year.office("A"));
        event(Scene.RED, Year.FIXED, "owner", Year.office("A"));
        assertThat(found()).as("that of RED is another office").containsExactly("owner A, Command of A");
        year.proposed(Scene.RED, "dates", Year.period(Year.JUNE), "owner", Year.office("A"));
        assertThat(found()).containsExactly("owner A, Command of A", "owner perhaps A, Command of A");
    }

    @Test
    void an_event_that_was_given_up_held_or_put_off_takes_nobodys_time() {
        Entry event = event(Scene.BLUE, Year.FIXED, "place", Year.name("X"));
        Entry agreed = agreed(event);
        Entry other = event(Scene.BLUE, Year.FIXED, "place", Year.name("X"), "kind", Year.code("seminar"));
        assertThat(found()).containsExactly("place X");
        year.file(Scene.RED, "WPD", other, other);
        assertThat(found()).isEmpty();
        event(Scene.BLUE, Year.FIXED, "place", Year.name("X"), "kind", Year.code("seminar"));
        assertThat(found()).containsExactly("place X");
        year.file(Scene.RED, "WPP", event, agreed, "new_dates", Year.period("220600ZJUN27..251800ZJUN27"));
        assertThat(found()).isEmpty();
    }

    /// Requirement 40; row 10.
    @Test
    void what_looks_like_one_event_filed_by_two_offices_or_in_two_plans_is_said_as_that_and_not_as_a_place() {
        event(Scene.BLUE, Year.FIXED, "place", Year.name("X"));
        event(Scene.RED, Year.FIXED, "place", Year.name("x"), "host", Year.code("proposer"));
        assertThat(found()).containsExactly("double X");
        event(Scene.BLUE, Year.FIXED, "place", Year.name("X"), "plan", Year.name("2028"));
        assertThat(found()).containsExactlyInAnyOrder("double X", "two_plans X", "two_plans X");
    }

    @Test
    void a_number_stands_once_in_a_plan_of_one_side() {
        year.proposed(Scene.BLUE, "number", Year.name("OPS-1"));
        year.proposed(Scene.RED, "number", Year.name("OPS-1"));
        year.proposed(Scene.BLUE, "number", Year.name("OPS-1"), "plan", Year.name("2028"));
        assertThat(found()).noneMatch(clash -> clash.startsWith("number"));
        year.proposed(Scene.BLUE_TOO, "number", Year.name("ops-1"));
        assertThat(found()).contains("number OPS-1");
    }

    @Test
    void one_person_goes_to_one_event_at_a_time() {
        Entry one = named(event(Scene.BLUE, Year.FIXED), "A");
        Entry other = named(event(Scene.BLUE, Year.FIXED), "B");
        assertThat(found()).isEmpty();
        Persons persons = event -> List.of(one.reference(), other.reference()).contains(event.id())
                ? List.of(new Persons.Person(Year.BLUE, "passport 1", "John Miller"))
                : List.of();
        assertThat(found(persons, Holidays.NONE)).containsExactly("person John Miller");
        named(event(Scene.BLUE, Year.FIXED), "B");
        assertThat(found()).containsExactly("head B, Command of B");
    }

    private Entry agreed(Entry event) {
        return year.file(
                Scene.RED, "WPA", event, event, "dates", Year.period(Year.FIXED), "precision", Year.code("exact"));
    }

    private Entry named(Entry event, String head) {
        Entry agreed = agreed(event);
        Entry invited = year.file(Scene.RED, "WPI", event, agreed);
        year.file(Scene.BLUE, "WPG", event, invited, "head", Year.office(head));
        return event;
    }

    static Holidays holidays(int party, String... days) {
        var named = new TreeMap<LocalDate, java.util.NavigableMap<String, String>>();
        for (String day : days) {
            named.put(LocalDate.parse(day), new TreeMap<>(Map.of("en", "Day of " + day)));
        }
        var weekly = new TreeSet<>(List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
        return new Holidays(new TreeMap<>(Map.of(party, new Holidays.Rest(ZoneOffset.UTC, weekly, named))));
    }

    /// Requirement 40: holidays of both sides as data.
    @Test
    void days_of_an_event_that_are_holidays_of_either_side_are_named() {
        event(Scene.BLUE, "080600ZJUN27..120000ZJUN27");
        assertThat(found(Persons.UNKNOWN, holidays(Year.RED, "2027-06-07", "2027-06-12", "2027-06-13")))
                .as("it ends at midnight")
                .isEmpty();
        assertThat(found(Persons.UNKNOWN, holidays(Year.RED, "2027-06-08", "2027-06-11")))
                .containsExactly("holiday");
        year.proposed(Scene.BLUE, "dates", Year.period(Year.JUNE));
        assertThat(found(Persons.UNKNOWN, holidays(Year.BLUE, "2027-06-02")))
                .as("a window holds days enough")
                .isEmpty();
    }

    /// Row 8.
    @ParameterizedTest
    @CsvSource({"080600ZJUN27..111800ZJUN27, 0", "080559ZJUN27..111800ZJUN27, 1", "090600ZJUN27..111801ZJUN27, 1"})
    void a_visit_of_an_event_lies_within_its_dates(String dates, int clashes) {
        Entry event = event(Scene.BLUE, Year.FIXED);
        year.scene.file(Scene.RED, "RV", "RV", Map.of("dates", Year.period(dates)), null, event.reference());
        assertThat(found()).hasSize(clashes).allMatch("outside RV"::equals);
    }

    @Test
    void both_sides_find_the_same_in_whatever_order_the_entries_came() {
        event(Scene.BLUE, Year.FIXED, "place", Year.name("X"), "owner", Year.office("A"));
        event(Scene.RED, Year.FIXED, "place", Year.name("X"));
        event(Scene.BLUE_TOO, Year.FIXED, "place", Year.name("X"), "owner", Year.office("A"));
        List<String> found = found();
        assertThat(found).hasSizeGreaterThan(2);
        for (int seed = 0; seed < 5; seed++) {
            var entries = Year.arrival(year.scene.all, seed);
            var plan = Plan.of(year.book(entries), year.scene.now);
            assertThat(described(Clashes.of(plan, Persons.UNKNOWN, Holidays.NONE)))
                    .isEqualTo(found);
        }
    }

    /// A hostile station fills the plan with events without end at one place and under one office.
    @Test
    void nobody_can_drown_what_others_have_filed() {
        Entry real = event(Scene.BLUE, "010000ZJAN28..020000ZJAN28", "place", Year.name("Y"));
        event(Scene.BLUE, "010000ZJAN28..020000ZJAN28", "place", Year.name("Y"), "kind", Year.code("seminar"));
        var hostile = Scene.values("WP", "WP");
        hostile.putAll(Year.fields(
                "dates", Year.period("020000ZJAN28.."),
                "place", Year.name("Y"),
                "number", Year.name("1"),
                "owner", Year.office("A")));
        var act = Scene.notification("WP", 1, "WP", hostile);
        for (int i = 0; i < 2_000; i++) {
            year.scene.say(Scene.RED, act, null);
        }
        Plan plan = year.plan();
        ThreadMXBean own = ManagementFactory.getThreadMXBean();
        long began = own.getCurrentThreadCpuTime();
        Clashes clashes = Clashes.of(plan, Persons.UNKNOWN, Holidays.NONE);
        assertThat(Duration.ofNanos(own.getCurrentThreadCpuTime() - began)).isLessThan(Duration.ofSeconds(5));
        assertThat(clashes.complete()).isFalse();
        assertThat(clashes.found())
                .hasSizeLessThan(2_002 * Sweep.MOST)
                .anyMatch(clash -> clash.kind() == Clash.Kind.PLACE
                        && clash.events().stream()
                                .allMatch(each -> each.opening().party() == Year.BLUE)
                        && clash.events().stream().anyMatch(each -> each.id().equals(real.reference())));
    }
}
