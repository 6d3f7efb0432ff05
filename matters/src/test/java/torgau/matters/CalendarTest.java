package torgau.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import torgau.catalogue.value.Times;
import torgau.catalogue.value.Value;
import torgau.journal.Act;
import torgau.journal.Entry;
import torgau.journal.Reference;
import torgau.journal.TrafficClass;
import torgau.journal.agreement.PartyKind;

/// What is awaited by the days of the calendar (procedure NR of the shipped catalogue: by 15 November,
/// by 15 December, by 30 April). The line is founded on 18 November 2026.
class CalendarTest {
    private static final String YEAR_2027 = "010000ZJAN27..312359ZDEC27";
    private static final String YEAR_2028 = "010000ZJAN28..312359ZDEC28";

    private final Scene scene = new Scene();

    @Test
    void requirement_34_who_has_nothing_to_report_says_so_and_until_then_it_is_awaited_at_both_ends_alike() {
        founded();
        assertThat(standing("holdings", "2027-03-30T12:00:00Z"))
                .containsExactly("2027-04-30 to come", "2027-04-30 to come");
        assertThat(standing("holdings", "2027-03-31T23:59:00Z"))
                .containsOnly("2027-04-30 awaited", "2028-04-30 to come");
        assertThat(standing("holdings", "2027-04-30T23:58:59Z"))
                .containsOnly("2027-04-30 awaited", "2028-04-30 to come");
        assertThat(standing("holdings", "2027-04-30T23:59:00Z"))
                .contains("2027-04-30 no report")
                .contains("2028-04-30 to come");

        Entry nil = report(Scene.BLUE, "NR", "holdings", YEAR_2027);
        scene.tellAll();
        assertThat(standing("holdings", "2027-05-01T00:00:00Z"))
                .as("from BLUE and from RED")
                .containsExactly(
                        "2027-04-30 nil " + nil.reference(),
                        "2027-04-30 no report",
                        "2028-04-30 to come",
                        "2028-04-30 to come");
        long may = Instant.parse("2027-05-01T00:00:00Z").toEpochMilli();
        assertThat(described(book(scene.heldBy(Scene.RED)), 2, may))
                .isEqualTo(described(book(scene.heldBy(Scene.BLUE)), 1, may));
    }

    @Test
    void data_end_what_was_awaited_whenever_they_came() {
        founded();
        Entry early = report(Scene.RED, "NRD", "forces", YEAR_2028);
        scene.tellAll();
        assertThat(standing("forces", "2027-12-20T00:00:00Z"))
                .containsExactly(
                        "2027-12-15 no report",
                        "2027-12-15 done " + early.reference(),
                        "2028-12-15 to come",
                        "2028-12-15 to come");
    }

    @Test
    void data_that_follow_a_nil_report_take_its_place() {
        founded();
        Entry nil = report(Scene.BLUE, "NR", "holdings", YEAR_2027);
        var said = new LinkedHashMap<String, Value>();
        said.put("category", new Value.Code("holdings"));
        said.put("period", Times.period(YEAR_2027).orElseThrow());
        Entry data = scene.file(Scene.BLUE, "NR", "NRD", said, nil.reference(), nil.reference());
        assertThat(standing("holdings", "2027-05-01T00:00:00Z")).contains("2027-04-30 done " + data.reference());
    }

    @Test
    void nothing_is_awaited_with_less_notice_than_the_calendar_gives() {
        founded();
        assertThat(standing("forces", "2026-12-20T00:00:00Z"))
                .as("the line was 27 days old on 15 December 2026")
                .containsOnly("2027-12-15 to come");
        assertThat(standing("holdings", "2026-12-20T00:00:00Z")).containsOnly("2027-04-30 to come");
    }

    @Test
    void nothing_is_awaited_of_whom_nobody_has_heard() {
        scene.seen(Scene.BLUE);
        scene.tellAll();
        scene.seen(Scene.RED);
        assertThat(standing("holdings", "2028-01-01T00:00:00Z"))
                .as("RED has heard of BLUE, BLUE not of RED: awaited from BLUE alone")
                .hasSize(2);
    }

    /// Each comes close, and is not what is awaited.
    @ParameterizedTest
    @ValueSource(
            strings = {"another category", "another period", "no end", "a drill", "cancelled", "withdrawn", "a reminder"
            })
    void what_is_not_what_is_awaited_does_not_end_it(String how) {
        founded();
        switch (how) {
            case "another category" -> report(Scene.BLUE, "NR", "forces", YEAR_2027);
            case "another period" -> report(Scene.BLUE, "NR", "holdings", "020000ZJAN27..312359ZDEC27");
            case "no end" -> report(Scene.BLUE, "NR", "holdings", "010000ZJAN27..");
            case "a drill" -> {
                scene.trafficClass = TrafficClass.EXERCISE;
                report(Scene.BLUE, "NR", "holdings", YEAR_2027);
            }
            case "cancelled" -> takenBack("CR", "cancel");
            case "withdrawn" -> takenBack("WD", "withdrawn");
            default -> report(Scene.BLUE, "NRM", "holdings", YEAR_2027);
        }
        scene.tellAll();
        assertThat(standing("holdings", "2027-05-01T00:00:00Z"))
                .filteredOn(each -> each.startsWith("2027"))
                .containsExactly("2027-04-30 no report", "2027-04-30 no report");
    }

    private void takenBack(String by, String kind) {
        Entry nil = report(Scene.BLUE, "NR", "holdings", YEAR_2027);
        scene.tellAll();
        assertThat(standing("holdings", "2027-05-01T00:00:00Z")).contains("2027-04-30 nil " + nil.reference());
        var said = new LinkedHashMap<String, Value>();
        said.put("message", new Value.Message(nil.reference()));
        said.put("kind", new Value.Code(kind));
        scene.file(Scene.BLUE, "NR", by, said, nil.reference(), nil.reference());
    }

    @Test
    void a_corrected_period_counts_as_corrected() {
        founded();
        Entry wrong = report(Scene.BLUE, "NR", "holdings", YEAR_2028);
        var row = new TreeMap<String, Value>(Map.of(
                "field", new Value.Name("period"),
                "was", new Value.Words(YEAR_2028),
                "now", new Value.Words(YEAR_2027)));
        var said = new LinkedHashMap<String, Value>();
        said.put("message", new Value.Message(wrong.reference()));
        said.put("kind", new Value.Code("correct"));
        said.put("changes", new Value.Rows(List.of(row)));
        scene.file(Scene.BLUE, "NR", "CR", said, wrong.reference(), wrong.reference());
        scene.tellAll();
        assertThat(standing("holdings", "2027-05-01T00:00:00Z")).contains("2027-04-30 nil " + wrong.reference());
    }

    @Test
    void a_day_on_which_the_procedure_was_suspended_is_marked_and_nothing_is_awaited_for_it() {
        founded();
        scene.now = Instant.parse("2027-04-01T00:00:00Z").toEpochMilli();
        var scope = new Act.Scope.Procedure("NR");
        Entry suspension =
                scene.say(Scene.RED, new Act.Suspension(Scene.OFFICE, scope, "Decision 7", 0, null, List.of()), null);
        scene.tellAll();
        assertThat(standing("holdings", "2027-05-20T00:00:00Z"))
                .containsOnly("2027-04-30 suspended", "2028-04-30 suspended");

        scene.now = Instant.parse("2027-06-01T00:00:00Z").toEpochMilli();
        scene.say(Scene.RED, new Act.Resumption(Scene.OFFICE, "Decision 9", 0), null, suspension.reference());
        scene.tellAll();
        assertThat(standing("holdings", "2027-07-01T00:00:00Z"))
                .containsOnly("2027-04-30 suspended", "2028-04-30 to come");
    }

    @Test
    void of_many_years_of_silence_the_last_days_are_shown_and_the_next() {
        founded();
        assertThat(standing("holdings", "2099-01-01T00:00:00Z"))
                .containsOnly(
                        "2096-04-30 no report", "2097-04-30 no report", "2098-04-30 no report", "2099-04-30 to come")
                .hasSize(2 * (Calendar.LAST + 1));
    }

    @Test
    void observers_report_nothing_and_are_awaited_by_nobody_and_what_was_said_to_one_is_not_said_to_all() {
        scene.kinds = List.of(PartyKind.STATE, PartyKind.STATE, PartyKind.ORGANISATION, PartyKind.OBSERVER);
        List.of(Scene.BLUE, Scene.RED, Scene.GREEN, Scene.GREY).forEach(scene::seen);
        scene.tellAll();
        List.of(Scene.BLUE, Scene.RED, Scene.GREEN, Scene.GREY).forEach(scene::seen);
        scene.to = List.of(2);
        Entry nil = report(Scene.BLUE, "NR", "holdings", YEAR_2027);
        scene.tellAll();
        long now = Instant.parse("2027-05-01T00:00:00Z").toEpochMilli();
        assertThat(book(scene.all).calendar(1, now))
                .filteredOn(item -> item.rule().name().equals("holdings") && item.due() < now)
                .extracting(item -> item.party() + " to " + item.creditor() + " " + item.open())
                .containsExactlyInAnyOrder("1 to 2 false", "1 to 3 true", "2 to 1 true", "3 to 1 true");
        assertThat(book(scene.all).calendar(4, now)).isEmpty();
        assertThat(nil.payload().to()).containsExactly(2);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4", "5", "6"})
    void the_order_of_arrival_never_decides(int seed) {
        founded();
        var random = new Random(seed);
        var reports = new ArrayList<Reference>();
        List<Integer> stations = List.of(Scene.BLUE, Scene.BLUE_TOO, Scene.RED);
        for (int i = 0; i < 30; i++) {
            scene.now += random.nextLong(40 * 86_400_000L);
            int station = stations.get(random.nextInt(3));
            if (!reports.isEmpty() && random.nextInt(3) == 0) {
                Reference some = reports.get(random.nextInt(reports.size()));
                var said = new LinkedHashMap<String, Value>();
                said.put("message", new Value.Message(some));
                said.put("kind", new Value.Code(random.nextBoolean() ? "withdrawn" : "waived"));
                scene.file(station, "NR", random.nextBoolean() ? "WD" : "NRQ", said, some, some);
            } else {
                String category = List.of("holdings", "forces", "activities").get(random.nextInt(3));
                int year = 26 + random.nextInt(5);
                String period = "010000ZJAN%d..312359ZDEC%d".formatted(year, year);
                reports.add(report(station, random.nextBoolean() ? "NR" : "NRD", category, period)
                        .reference());
            }
            scene.tell(stations.get(random.nextInt(3)), stations.get(random.nextInt(3)));
        }
        scene.tellAll();
        String expected = described(book(scene.all.stream().sorted().toList()), 1, scene.now);
        assertThat(expected).contains(" nil ").contains(" no report");
        for (int order = 0; order < 6; order++) {
            List<Entry> arrival = AnyOrderTest.arrival(scene.all, random);
            assertThat(described(book(arrival), 1, scene.now)).isEqualTo(expected);
            assertThat(described(askedNowAndThen(arrival, random), 2, scene.now))
                    .isEqualTo(expected);
        }
    }

    private Book askedNowAndThen(List<Entry> arrival, Random random) {
        Book book = book(List.of());
        for (Entry entry : arrival) {
            book.add(entry);
            if (random.nextInt(4) == 0) {
                book.calendar(1, scene.now);
            }
        }
        return book;
    }

    /// Both sides have heard of each other on 18 November 2026.
    private void founded() {
        scene.seen(Scene.BLUE);
        scene.seen(Scene.RED);
        scene.tellAll();
        scene.seen(Scene.BLUE);
        scene.seen(Scene.RED);
        scene.tellAll();
    }

    private Entry report(int station, String format, String category, String period) {
        var said = new LinkedHashMap<String, Value>();
        said.put("category", new Value.Code(category));
        said.put("period", Times.period(period).orElseThrow());
        return scene.file(station, "NR", format, said, null);
    }

    private Book book(List<Entry> entries) {
        Map<Reference, Entry> byPlace = new TreeMap<>();
        scene.all.forEach(entry -> byPlace.put(entry.reference(), entry));
        var book = new Book(Scene.EDITIONS, scene.roster(), place -> Optional.ofNullable(byPlace.get(place)), 1);
        entries.forEach(book::add);
        return book;
    }

    /// How one item stands between the two, from BLUE first.
    private List<String> standing(String rule, String at) {
        long now = Instant.parse(at).toEpochMilli();
        return book(scene.all).calendar(1, now).stream()
                .filter(item -> item.rule().name().equals(rule))
                .map(item -> described(item, now))
                .toList();
    }

    private static String described(Book book, int party, long now) {
        var lines = new StringBuilder();
        book.calendar(party, now)
                .forEach(item -> lines.append(item.rule().name())
                        .append(' ')
                        .append(item.party())
                        .append(' ')
                        .append(described(item, now))
                        .append('\n'));
        return lines.toString();
    }

    private static String described(CalendarItem item, long now) {
        String how = switch (item.fate()) {
            case CalendarItem.Fate.Done(Turn by, boolean nil) -> (nil ? "nil " : "done ") + by.place();
            case CalendarItem.Fate.Suspended _ -> "suspended";
            case CalendarItem.Fate.Open _ -> item.due() <= now ? "no report" : item.begun(now) ? "awaited" : "to come";
        };
        return item.occurrence().day() + " " + how;
    }
}
