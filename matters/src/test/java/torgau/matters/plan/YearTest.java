package torgau.matters.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import torgau.catalogue.value.Value;
import torgau.journal.Act;
import torgau.journal.Entry;
import torgau.journal.Office;
import torgau.journal.Reference;
import torgau.matters.Book;
import torgau.matters.Scene;

/// A year between two parties with three offices a side, and what a hostile station can do to it.
class YearTest {
    private static final List<String> OFFICES = List.of("Fleet", "Air force", "Staff college");

    private final Year year = new Year();

    /// Twelve events, one a month, hosts in turn; every third is postponed by RED.
    private List<Entry> twelve() {
        var events = new ArrayList<Entry>();
        for (int month = 1; month <= 12; month++) {
            String dates = period(month);
            Object[] terms = {
                "dates", Year.period(dates),
                "precision", Year.code("exact"),
                "host", Year.code(month % 2 == 0 ? "other" : "proposer"),
                "owner", Year.office(OFFICES.get(month % 3))
            };
            Entry event = year.proposed(month % 2 == 0 ? Scene.BLUE : Scene.BLUE_TOO, terms);
            Entry agreed = year.file(Scene.RED, "WPA", event, event, terms);
            if (month % 3 == 0) {
                year.file(Scene.RED, "WPP", event, agreed, "new_dates", Year.NONE, "reason", Year.code("duty"));
            }
            events.add(event);
        }
        return events;
    }

    private static String period(int month) {
        String name = List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
                .get(month - 1);
        return "080600Z" + name + "27..111800Z" + name + "27";
    }

    /// Requirements 40 and 41; rows 7, 8 and 10.
    @Test
    void a_year_of_three_offices_a_side_is_one_plan_without_clashes_and_can_be_suspended_as_a_whole() {
        List<Entry> events = twelve();
        Plan plan = year.plan();
        assertThat(plan.events()).hasSize(12);
        assertThat(Clashes.of(plan, Persons.UNKNOWN, Holidays.NONE)).isEqualTo(new Clashes(List.of(), true));
        Completion completion = Completion.of(plan.events(), Year.at("010000ZJAN28"));
        assertThat(completion.all()).isEqualTo(new Completion.Sum(12, 0, 0, 4, 0));
        assertThat(completion.slips()).hasSize(4);
        Balance balance = Balance.of(plan.events());
        assertThat(balance.hosts())
                .extracting(Balance.Hosted::sum)
                .extracting(Balance.Sum::agreed)
                .containsExactly(6, 6);
        assertThat(balance.offices()).hasSize(6);
        assertThat(balance.turns().getFirst().repeats()).isZero();

        year.suspend(Scene.RED, new Act.Scope.Procedure("WP"));
        assertThat(year.plan().events())
                .allMatch(event -> event.side(Year.RED).orElseThrow().isSuspended())
                .noneMatch(event -> event.side(Year.BLUE).orElseThrow().isSuspended());
        Entry suspension = year.scene.all.getLast();
        year.scene.say(Scene.RED, new Act.Resumption(Scene.OFFICE, "Joint staff", 0), null, suspension.reference());
        year.scene.tellAll();
        assertThat(year.plan().events())
                .noneMatch(event -> event.side(Year.RED).orElseThrow().isSuspended());
        assertThat(year.status(events.getFirst())).isEqualTo("proposed | agreed");
    }

    @Test
    void the_order_of_arrival_never_decides() {
        twelve();
        year.suspend(Scene.BLUE, new Act.Scope.Track("peace_effort"));
        Entry event = year.proposed(Scene.BLUE);
        year.scene.tellAll();
        year.scene.file(Scene.BLUE, "WP", "WPS", event.reference(), event.reference());
        year.scene.file(Scene.RED, "WP", "WPD", event.reference(), event.reference());
        year.scene.tellAll();
        String inOrder = described(year.plan());
        assertThat(inOrder).contains("POSTPONED", "PROPOSED", "SUSPENDED");
        for (int seed = 0; seed < 10; seed++) {
            Book book = year.book(Year.arrival(year.scene.all, seed));
            if (new Random(seed).nextBoolean()) {
                book.awaited(year.scene.now);
            }
            assertThat(described(Plan.of(book, year.scene.now)))
                    .as("seed " + seed)
                    .isEqualTo(inOrder);
        }
    }

    private static String described(Plan plan) {
        var text = new StringBuilder();
        plan.events()
                .forEach(event -> text.append(event.id())
                        .append(event.what())
                        .append(event.state())
                        .append(event.dates())
                        .append(event.sides())
                        .append('\n'));
        return text.toString();
    }

    /// Random acts of three stations that hear of each other at random, some of them void.
    @Test
    void whatever_anybody_files_in_whatever_order_gives_a_plan() {
        var random = new Random(40);
        var codes = List.of("WP", "WPA", "WPA", "WPN", "WPF", "WPI", "WPG", "WPC", "WPK", "WPP", "WPS");
        var stations = List.of(Scene.BLUE, Scene.BLUE_TOO, Scene.RED);
        Entry event = year.proposed(Scene.BLUE);
        var places = new ArrayList<Reference>(List.of(event.reference()));
        for (int i = 0; i < 300; i++) {
            if (i % 25 == 24) {
                event = year.proposed(stations.get(random.nextInt(3)));
                places.clear();
                places.add(event.reference());
            }
            Reference of = places.get(random.nextInt(places.size()));
            places.add(year.scene
                    .file(
                            stations.get(random.nextInt(3)),
                            "WP",
                            codes.get(random.nextInt(codes.size())),
                            event.reference(),
                            of)
                    .reference());
            if (random.nextInt(3) > 0) {
                year.scene.tellAll();
            }
        }
        year.scene.tellAll();
        String inOrder = described(year.plan());
        assertThat(inOrder).contains("AGREED", "OTHER_TERMS", "SUSPENDED");
        for (int seed = 0; seed < 3; seed++) {
            assertThat(described(Plan.of(year.book(Year.arrival(year.scene.all, seed)), year.scene.now)))
                    .isEqualTo(inOrder);
        }
        all(year.plan());
    }

    /// Everything that is computed of a plan.
    private static void all(Plan plan) {
        long now = Year.at("010000ZJUL27");
        assertThat(Clashes.of(plan, Persons.UNKNOWN, ClashesTest.holidays(Year.RED, "2027-06-08"))
                        .found())
                .isNotNull();
        assertThat(new Steps(code -> Scene.EDITIONS.procedure(code, 1), Holidays.NONE, now).of(plan.events()))
                .allMatch(step -> !step.by().isEmpty());
        Balance.of(plan.events());
        Completion.of(plan.events(), now);
    }

    /// A hostile station: values of other kinds, times at the end of time, texts with line breaks,
    /// nothing disclosed.
    @Test
    void values_that_no_officer_would_file_break_nothing() {
        long end = 9_007_199_254_740_991L;
        for (Value when : List.of(
                new Value.Period(end, end),
                new Value.Period(0, end),
                new Value.Period(end, null),
                new Value.Undisclosed(),
                new Value.Code("never"))) {
            hostile("dates", when, "place", new Value.Undisclosed());
        }
        hostile("host", Year.code("nobody at all"), "owner", new Value.Office("A\nB\u202e", ""));
        hostile("plan", Year.name("20\u000027"), "number", Year.name("\n"), "place", Year.name(" "));
        var row = new TreeMap<String, Value>();
        row.put("step", Year.code("dates"));
        row.put("by", Year.code("someone"));
        row.put("before", new Value.Quantity(Long.MAX_VALUE, "d"));
        hostile("steps", new Value.Rows(List.of(row, row)));
        Plan plan = year.plan();
        assertThat(plan.events()).hasSizeGreaterThan(1);
        all(plan);
    }

    private void hostile(Object... pairs) {
        var values = Scene.values("WP", "WP");
        values.putAll(Year.fields(pairs));
        try {
            year.scene.say(Scene.RED, Scene.notification("WP", 1, "WP", values), null);
        } catch (IllegalArgumentException cannotBeWritten) {
            assertThat(cannotBeWritten).hasMessageNotContaining("null");
        }
        year.scene.tellAll();
    }

    /// A hostile station fills a matter to its end.
    @Test
    void a_crowded_event_is_read_all_the_same() {
        Entry event = year.agreed();
        var status = Scene.values("WP", "WPS", event.reference());
        var act = Scene.notification("WP", 1, "WPS", status);
        for (int i = 0; i < 4_100; i++) {
            year.scene.say(Scene.RED, act, event.reference(), event.reference());
        }
        Book book = year.book();
        Plan plan = Plan.of(book, year.scene.now);
        all(plan);
        assertThat(plan.event(event.reference())
                        .orElseThrow()
                        .side(Year.RED)
                        .orElseThrow()
                        .says(Status.SUSPENDED))
                .isTrue();
    }

    @Test
    void who_filed_it_is_an_office_and_not_a_person() {
        assertThat(year.event(year.proposed(Scene.BLUE)).filedBy())
                .isEqualTo(new Office("Duty officer", "Operations centre"));
    }
}
