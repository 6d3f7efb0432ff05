package torgau.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import torgau.catalogue.value.Value;
import torgau.journal.Act;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.Reference;
import torgau.journal.Text;
import torgau.journal.TrafficClass;
import torgau.matters.figures.Delay;
import torgau.matters.figures.Figures;
import torgau.matters.figures.Line;
import torgau.matters.figures.Lives;
import torgau.matters.figures.Notices;
import torgau.matters.figures.Scope;
import torgau.matters.figures.Spread;

class FiguresTest {
    private static final long MINUTE = 60_000;
    private static final long DAY = 24 * 60 * MINUTE;
    private static final Scope ALL = new Scope(0, 253_402_300_799_999L, "");

    private final Scene scene = new Scene();

    private Figures figures(List<Entry> entries, Scope scope, int whole) {
        var held = new TreeMap<Reference, Entry>();
        var book = new Book(Scene.EDITIONS, scene.roster(), place -> Optional.ofNullable(held.get(place)), whole);
        for (Entry entry : entries) {
            held.put(entry.reference(), entry);
            book.add(entry);
        }
        while (!book.tally(3)) {
            assertThat(book.failures()).isEmpty();
        }
        return Figures.of(book.tallies(), scope);
    }

    private Figures figures(Scope scope) {
        return figures(scene.all, scope, 100);
    }

    private Spread spread(Figures figures, Delay.Kind kind, int party, Delay.By by, String value) {
        return figures.delays().stream()
                .filter(delay -> delay.key().equals(new Delay.Key(kind, party, by, value)))
                .map(Delay::spread)
                .findFirst()
                .orElseThrow();
    }

    /// A request by one, read after a minute and answered so many minutes after that.
    private Entry answered(int minutes) {
        scene.tellAll();
        Entry request = scene.file(Scene.BLUE, "UA", "UA", null);
        scene.tellAll();
        scene.now += MINUTE - 1_000;
        scene.seen(Scene.RED);
        scene.tellAll();
        scene.seen(Scene.BLUE);
        scene.now += minutes * MINUTE - 2_000;
        scene.tellAll();
        scene.file(Scene.RED, "UA", "UR", request.reference(), request.reference());
        return request;
    }

    /// Row 18: a clock that runs while its procedure is suspended is counted whole, any other without
    /// that time, at both ends alike.
    @Test
    void a_time_in_which_the_line_was_suspended_is_no_time_until_an_answer() {
        scene.tellAll();
        Entry request = scene.file(Scene.BLUE, "UA", "UA", null);
        Entry event = scene.file(Scene.BLUE, "WP", "WP", null);
        scene.tellAll();
        scene.seen(Scene.RED);
        scene.tellAll();
        scene.now += 10 * MINUTE;
        Entry stopped = scene.say(Scene.BLUE, suspension(new Act.Scope.WholeLine()), null);
        scene.say(Scene.RED, suspension(new Act.Scope.Procedure("MA")), null);
        scene.now += 3 * DAY;
        scene.tellAll();
        scene.say(Scene.BLUE, new Act.Resumption(Scene.OFFICE, "Joint staff", 0, null), null, stopped.reference());
        scene.now += 5 * MINUTE;
        scene.tellAll();
        scene.file(Scene.RED, "UA", "UR", request.reference(), request.reference());
        scene.file(Scene.RED, "WP", "WPA", event.reference(), event.reference());
        scene.tellAll();

        for (int station : List.of(Scene.BLUE, Scene.BLUE_TOO, Scene.RED)) {
            Figures figures = figures(scene.heldBy(station), ALL, 1);
            assertThat(longest(figures, "WP")).isBetween(15 * MINUTE, 16 * MINUTE);
            assertThat(longest(figures, "UA")).isBetween(3 * DAY + 15 * MINUTE, 3 * DAY + 16 * MINUTE);
        }
    }

    private long longest(Figures figures, String format) {
        return spread(figures, Delay.Kind.ANSWER, 2, Delay.By.FORMAT, format)
                .cases()
                .getFirst()
                .millis();
    }

    private static Act.Suspension suspension(Act.Scope scope) {
        return new Act.Suspension(Scene.OFFICE, scope, "Joint staff", 0, null, List.of());
    }

    /// Row 18.
    @Test
    void an_answer_is_timed_from_its_proof_of_receipt_under_every_heading() {
        Entry slowest = answered(90);
        for (int minutes : List.of(10, 20, 30, 40)) {
            answered(minutes);
        }

        Figures figures = figures(ALL);
        for (Spread spread : List.of(
                spread(figures, Delay.Kind.ANSWER, 2, Delay.By.ALL, ""),
                spread(figures, Delay.Kind.ANSWER, 2, Delay.By.PRECEDENCE, "IMMEDIATE"),
                spread(figures, Delay.Kind.ANSWER, 2, Delay.By.FORMAT, "UA"),
                spread(figures, Delay.Kind.ANSWER, 2, Delay.By.MONTH, "2026-11"))) {
            assertThat(spread.count()).isEqualTo(5);
            assertThat(spread.median()).isEqualTo(30 * MINUTE);
            assertThat(spread.ninety()).isEqualTo(90 * MINUTE);
            assertThat(spread.longest()).isEqualTo(new Spread.Case(90 * MINUTE, slowest.reference()));
        }
        assertThat(spread(figures, Delay.Kind.RECEIPT, 2, Delay.By.ALL, "").median())
                .isEqualTo(MINUTE);
    }

    @Test
    void of_fewer_than_five_the_cases_are_told_and_no_median() {
        Entry first = answered(10);
        Entry second = answered(20);

        Spread spread = spread(figures(ALL), Delay.Kind.ANSWER, 2, Delay.By.ALL, "");
        assertThat(spread.median()).isNegative();
        assertThat(spread.cases())
                .containsExactly(
                        new Spread.Case(20 * MINUTE, second.reference()),
                        new Spread.Case(10 * MINUTE, first.reference()));
    }

    /// All is as it stood at the end: what was answered after that had no reply yet.
    @Test
    void what_was_answered_after_the_end_of_the_period_had_no_reply_then() {
        Entry request = answered(10);
        long answer = scene.now;

        Figures before = figures(new Scope(0, answer, ""));
        assertThat(before.open())
                .filteredOn(open -> open.kind() == Delay.Kind.ANSWER)
                .extracting(Delay.Open::place)
                .containsExactly(request.reference());
        assertThat(figures(new Scope(0, answer + 1, "")).open()).noneMatch(open -> open.kind() == Delay.Kind.ANSWER);
        assertThat(figures(new Scope(0, answer + 1, "some track")).delays()).isEmpty();
    }

    @Test
    void what_is_said_in_a_drill_counts_for_nothing() {
        scene.trafficClass = TrafficClass.EXERCISE;
        answered(10);

        assertThat(figures(ALL).delays()).isEmpty();
        assertThat(figures(ALL).said()).isEmpty();
        assertThat(figures(ALL).cadence()).isEmpty();
    }

    /// Requirement 11; row 18.
    @Test
    void a_notice_is_measured_from_its_receipt_to_its_event() {
        long event = scene.now + 50 * DAY;
        scene.file(Scene.BLUE, "WP", "WP", Map.of("dates", new Value.Period(event, event + DAY)), null);
        scene.tellAll();
        scene.now += DAY - 1_000;
        scene.seen(Scene.RED);
        scene.tellAll();
        scene.seen(Scene.BLUE);

        Notices.Lead lead = figures(ALL).leads().getFirst();
        assertThat(lead.format()).isEqualTo("WP");
        assertThat(lead.party()).isEqualTo(1);
        assertThat(lead.wanted()).isEqualTo(90 * DAY);
        assertThat(lead.given().cases().getFirst().millis()).isBetween(49 * DAY - MINUTE, 49 * DAY);
        assertThat(lead.inTime()).isZero();
    }

    /// Row 18.
    @Test
    void a_commitment_is_kept_by_the_word_of_both() {
        long until = scene.now + 10 * DAY;
        Entry kept = commitment(until);
        done(kept, "full");
        Entry notSeen = commitment(until);
        Entry word = done(notSeen, "full");
        scene.tellAll();
        scene.file(
                Scene.RED,
                "CM",
                "CMV",
                Map.of("extent", new Value.Code("not_seen")),
                notSeen.reference(),
                word.reference());
        Entry open = commitment(until);

        List<Lives.Kept> commitments = figures(ALL).commitments();
        assertThat(commitments)
                .extracting(Lives.Kept::place)
                .containsExactly(kept.reference(), notSeen.reference(), open.reference());
        assertThat(commitments).extracting(Lives.Kept::kept).containsExactly(true, false, false);
        assertThat(commitments.get(1).seen()).isEqualTo("not_seen");
        assertThat(commitments.get(2).state()).isEqualTo("stated");
    }

    private Entry commitment(long until) {
        return scene.file(Scene.BLUE, "CM", "CM", Map.of("until", new Value.Instant(until)), null);
    }

    private Entry done(Entry commitment, String extent) {
        return scene.file(
                Scene.BLUE,
                "CM",
                "CMD",
                Map.of("extent", new Value.Code(extent)),
                commitment.reference(),
                commitment.reference());
    }

    /// Requirement 33.
    @Test
    void an_incident_is_settled_when_it_is_closed_for_the_review() {
        Entry incident = scene.file(Scene.BLUE, "IN", "IN", null);
        scene.now += DAY;
        Entry full = scene.file(Scene.BLUE, "IN", "INF", incident.reference(), incident.reference());
        scene.tellAll();
        Entry closing = scene.file(Scene.RED, "IN", "INC", incident.reference(), full.reference());
        Entry open = scene.file(Scene.RED, "PR", "PR", null);

        List<Lives.Life> incidents = figures(ALL).incidents();
        assertThat(incidents).extracting(Lives.Life::place).containsExactly(incident.reference(), open.reference());
        assertThat(incidents.get(0).state()).isEqualTo("review");
        assertThat(incidents.get(0).settled())
                .isEqualTo(closing.payload().time() - incident.payload().time());
        assertThat(incidents.get(1).settled()).isNegative();
        assertThat(figures(ALL).review()).containsEntry("incidents", 1L);
    }

    /// Row 16: notices of strategic arms, as voluntary ones, are measured as all others are.
    @Test
    void a_notice_of_a_launch_has_its_lead_time() {
        scene.file(Scene.BLUE, "BL", "BL", null);
        scene.tellAll();
        scene.seen(Scene.RED);

        assertThat(figures(ALL).leads()).extracting(Notices.Lead::format).contains("BL");
    }

    /// Requirements 33 and 34.
    @Test
    void the_yearly_review_counts_nil_reports_requests_and_answers() {
        answered(10);
        scene.file(Scene.BLUE, "NR", "NR", null);

        assertThat(figures(ALL).review())
                .containsEntry("nil_reports", 1L)
                .containsEntry("requests", 1L)
                .containsEntry("answered", 1L)
                .containsEntry("data", 0L);
    }

    /// Whoever makes up codes fills no vocabulary, and learns nothing of what others said.
    @Test
    void a_format_that_nobody_knows_counts_as_unknown() {
        var act = Scene.notification("ZZ", 1, "ZZ9", Scene.values("UA", "UA"));
        scene.say(Scene.BLUE, act, null);
        scene.tellAll();

        Figures figures = figures(ALL);
        assertThat(figures.said().getFirst().unknown()).isEqualTo(1);
        assertThat(figures.delays()).noneMatch(delay -> delay.key().value().equals("ZZ9"));
    }

    private Entry test(int station) {
        return scene.say(station, new Act.LinkTest(new Act.Passage.Sent(new Text("en", "The river."))), null);
    }

    private void returned(Entry test) {
        var passage = new Act.Passage.Returned(new Digest(1, 2, 3, 4), scene.now);
        scene.say(Scene.RED, new Act.LinkTest(passage), null, test.reference());
    }

    /// Row 18.
    @Test
    void the_line_works_as_far_as_its_tests_come_back() {
        Entry one = test(Scene.BLUE);
        Entry two = test(Scene.BLUE);
        test(Scene.BLUE);
        scene.tellAll();
        returned(one);
        scene.now += 2 * 60 * MINUTE;
        returned(two);
        returned(one);

        Figures figures = figures(ALL);
        Line.Tests month = figures.months().getFirst();
        assertThat(month).isEqualTo(new Line.Tests(1, 2, "2026-11", 3, 1, 1, 1));
        assertThat(month.none()).isEqualTo(1);
        assertThat(figures.review()).containsEntry("tests", 2L);
    }

    @Test
    void offices_are_in_contact_when_one_speaks_next_after_the_other() {
        Entry opening = scene.message(Scene.BLUE, null);
        scene.tellAll();
        scene.message(Scene.BLUE, opening.reference());
        scene.tellAll();
        scene.message(Scene.RED, opening.reference());
        scene.now += DAY;
        scene.tellAll();
        scene.message(Scene.BLUE, opening.reference());

        var cadence = figures(ALL).cadence().getFirst();
        assertThat(cadence.contacts()).isEqualTo(2);
        assertThat(cadence.office()).isEqualTo("Duty officer, Operations centre");
        assertThat(cadence.longest()).isBetween(DAY, DAY + MINUTE);
    }

    /// Both sides compute the same from the same journal, in whatever order it came, and however little
    /// of it is held in memory. Rows 13 and 18.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3})
    void the_order_of_arrival_never_decides(int seed) {
        var random = new Random(seed);
        for (String code : List.of("WP", "CM", "IN", "UA", "NR")) {
            AnyOrderTest.traffic(scene, Scene.READ.catalogue().procedure(code).orElseThrow(), random);
            Entry test = test(Scene.BLUE);
            scene.tellAll();
            returned(test);
        }
        var scope = new Scope(Scene.START, scene.now - 3 * 60 * MINUTE, "");
        Figures inOrder = figures(scene.all, scope, 100);

        assertThat(inOrder.delays()).isNotEmpty();
        for (int order = 0; order < 5; order++) {
            List<Entry> shuffled = AnyOrderTest.arrival(scene.all, random);
            assertThat(figures(shuffled, scope, order)).isEqualTo(inOrder);
            assertThat(asked(shuffled, scope, random)).isEqualTo(inOrder);
        }
    }

    /// As a station is asked now and then while the journal grows.
    private Figures asked(List<Entry> entries, Scope scope, Random random) {
        var book = new Book(Scene.EDITIONS, scene.roster(), _ -> Optional.empty(), 100);
        for (Entry entry : entries) {
            book.add(entry);
            if (random.nextInt(4) == 0) {
                book.tally(random.nextInt(20));
            }
        }
        while (!book.tally(7)) {
            assertThat(book.failures()).isEmpty();
        }
        // a pass that had begun before the last entries came is not the last
        while (!book.tally(7)) {
            assertThat(book.failures()).isEmpty();
        }
        return Figures.of(book.tallies(), scope);
    }
}
