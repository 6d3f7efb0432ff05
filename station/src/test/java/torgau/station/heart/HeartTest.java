package torgau.station.heart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import torgau.journal.Act;
import torgau.journal.Code;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.Office;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.SeenMark;
import torgau.journal.TrafficClass;
import torgau.station.heart.LineStatus.Technical;

class HeartTest {
    private final Pair pair = new Pair();

    @Test
    void two_stations_come_to_hold_the_same_journal() {
        pair.run(500);
        for (int round = 0; round < 20; round++) {
            pair.blue().release(Precedence.ROUTINE, "from blue " + round);
            pair.red().release(Precedence.PRIORITY, "from red " + round);
            pair.run(100);
        }
        pair.run(10_000);

        assertThat(ids(pair.blue())).isEqualTo(ids(pair.red())).hasSizeGreaterThan(42);
        assertThat(pair.blue().heart.lines(pair.now()).getFirst().technical()).isEqualTo(Technical.WORKING);
    }

    @Test
    void the_receipt_of_a_flash_is_signed_in_the_commit_that_holds_it() {
        pair.run(5_000);
        long before = seen(pair.red());
        pair.blue().release(Precedence.FLASH, "cease");
        pair.deliver();

        assertThat(seen(pair.red())).isEqualTo(before + 1);
        assertThat(ids(pair.blue())).isEqualTo(ids(pair.red()));
    }

    @Test
    void what_was_said_during_a_break_arrives_after_it() {
        pair.run(1_000);
        pair.cut();
        for (int i = 0; i < 100; i++) {
            pair.blue().release(Precedence.ROUTINE, "while cut " + i);
            pair.red().release(Precedence.IMMEDIATE, "on the other side " + i);
        }
        pair.run(40_000);
        assertThat(pair.red().heart.lines(pair.now()).getFirst().technical()).isEqualTo(Technical.UNANSWERED);
        assertThat(pair.red().heart.alarms()).extracting(Notice.Alarm::code).contains(Code.LINE_UNANSWERED);

        pair.mend();
        pair.run(20_000);

        assertThat(ids(pair.blue())).isEqualTo(ids(pair.red()));
        assertThat(pair.red().heart.lines(pair.now()).getFirst().technical()).isEqualTo(Technical.WORKING);
        assertThat(pair.red().heart.alarms()).extracting(Notice.Alarm::code).doesNotContain(Code.LINE_UNANSWERED);
    }

    @Test
    void two_that_never_met_and_have_much_to_say_wait_for_no_keepalive() {
        pair.cut();
        for (int i = 0; i < 50; i++) {
            pair.blue().release(Precedence.ROUTINE, "before we met " + i);
            pair.red().release(Precedence.ROUTINE, "here as well " + i);
        }
        pair.mend();
        pair.run(1_000);

        assertThat(ids(pair.blue())).isEqualTo(ids(pair.red())).hasSizeGreaterThan(100);
    }

    @Test
    void a_station_that_was_killed_goes_on_in_a_new_incarnation_and_names_the_old_one() {
        pair.run(1_000);
        pair.blue().release(Precedence.ROUTINE, "before");
        pair.run(3_000);
        var old = pair.blue().heart.feed();
        pair.cut();
        pair.blue().restart(false);
        pair.mend();
        pair.run(5_000);
        pair.blue().release(Precedence.ROUTINE, "after");
        pair.run(10_000);

        assertThat(pair.blue().heart.feed()).isNotEqualTo(old);
        assertThat(ids(pair.blue())).isEqualTo(ids(pair.red()));
        Entry first = pair.red()
                .store
                .entry(new Reference(pair.blue().heart.feed(), 1))
                .orElseThrow();
        assertThat(first.payload().seen()).extracting(SeenMark::feed).contains(old);
    }

    @Test
    void a_station_that_stopped_cleanly_goes_on_with_its_feed() {
        pair.run(3_000);
        var feed = pair.blue().heart.feed();
        pair.cut();
        pair.blue().restart(true);
        pair.mend();
        pair.run(3_000);

        assertThat(pair.blue().heart.feed()).isEqualTo(feed);
        assertThat(pair.blue().store.memory("clean-stop")).isEmpty();
    }

    @Test
    void under_a_suspension_only_what_stays_open_may_be_said_and_each_lifts_its_own() {
        pair.run(1_000);
        var office = new Office("Duty officer", "");
        var suspension = new Act.Suspension(office, new Act.Scope.WholeLine(), "order 1", 1, null, List.of());
        pair.red()
                .release(new Draft(
                        TrafficClass.FORMAL, Precedence.PRIORITY, List.of(), null, List.of(), suspension, null));
        pair.run(5_000);
        Reference place = ((Effect.Result.Authored) pair.red().answers.getLast().result())
                .entry()
                .reference();

        pair.blue().release(Precedence.ROUTINE, "ordinary");
        assertThat(refusal(pair.blue())).isEqualTo(Code.SUSPENDED);
        pair.blue().release(Precedence.FLASH, "urgent");
        assertThat(pair.blue().answers.getLast().result()).isInstanceOf(Effect.Result.Authored.class);
        var resumption = new Act.Resumption(office, "order 2", 2);
        var lift =
                new Draft(TrafficClass.FORMAL, Precedence.PRIORITY, List.of(), place, List.of(place), resumption, null);
        pair.blue().release(lift);
        assertThat(refusal(pair.blue())).isEqualTo(Code.NOT_OURS_TO_RESUME);
        pair.red().release(lift);
        pair.run(5_000);
        pair.blue().release(Precedence.ROUTINE, "ordinary again");
        assertThat(pair.blue().answers.getLast().result()).isInstanceOf(Effect.Result.Authored.class);
    }

    @Test
    void the_same_request_twice_makes_one_entry() {
        pair.run(1_000);
        Draft draft = requested(1);
        pair.blue().release(draft);
        pair.blue().release(draft);
        pair.blue().release(requested(2));

        Entry entry = ((Effect.Result.Authored) pair.blue().answers.get(0).result()).entry();
        assertThat(pair.blue().answers.get(1).result()).isEqualTo(new Effect.Result.Repeated(entry.reference()));
        assertThat(refusal(pair.blue())).isEqualTo(Code.IDEMPOTENCY_KEY_REUSED);
    }

    private static List<Draft> set(int size, String key) {
        return IntStream.rangeClosed(1, size)
                .mapToObj(number -> requested(key + "/" + number, 1, "event " + number))
                .toList();
    }

    private static long events(Pair.Side side) {
        return side.entries().stream()
                .filter(entry -> entry.payload().act() instanceof Act.Message)
                .count();
    }

    /// Requirement 41.
    @Test
    void acts_released_together_are_one_commit_and_the_same_request_makes_them_once() {
        pair.run(1_000);
        pair.blue().diskHangs = true;
        pair.blue().feed(new Input.ReleaseTogether(1, set(300, "plan")));
        pair.blue().feed(new Input.ReleaseTogether(2, set(300, "plan")));
        assertThat(pair.blue().answers).isEmpty();
        pair.blue().diskHangs = false;
        pair.run(5_000);

        var made = (Effect.Result.Together) pair.blue().answers.get(0).result();
        assertThat(made.repeated()).isFalse();
        assertThat(pair.blue().answers.get(1).result()).isEqualTo(new Effect.Result.Together(made.places(), true));
        assertThat(made.places()).hasSize(300).isSorted();
        assertThat(events(pair.red())).isEqualTo(300);
        pair.blue().feed(new Input.ReleaseTogether(3, set(301, "plan")));
        assertThat(refusal(pair.blue())).isEqualTo(Code.IDEMPOTENCY_KEY_REUSED);
        assertThat(events(pair.blue())).isEqualTo(300);
    }

    @Test
    void of_acts_released_together_one_that_may_not_be_said_keeps_all_from_being_said() {
        pair.run(1_000);
        var drafts = new ArrayList<>(set(3, "plan"));
        Draft plain = drafts.get(1);
        drafts.set(
                1,
                new Draft(
                        plain.trafficClass(),
                        plain.precedence(),
                        List.of(1),
                        null,
                        List.of(),
                        plain.act(),
                        plain.request()));
        pair.blue().feed(new Input.ReleaseTogether(1, drafts));

        var refused = (Effect.Result.Refused) pair.blue().answers.getLast().result();
        assertThat(refused.code()).isEqualTo(Code.UNKNOWN_ADDRESSEE);
        assertThat(refused.detail()).startsWith("2 of 3: ");
        assertThat(events(pair.blue())).isZero();
    }

    @Test
    void a_station_killed_while_acts_are_released_together_has_none_of_them_and_can_be_asked_again() {
        pair.run(1_000);
        pair.blue().diskHangs = true;
        pair.blue().feed(new Input.ReleaseTogether(1, set(12, "plan")));
        pair.blue().restart(false);
        pair.blue().diskHangs = false;
        pair.run(5_000);
        assertThat(events(pair.blue())).isZero();
        pair.blue().feed(new Input.ReleaseTogether(2, set(12, "plan")));
        pair.blue().restart(false);
        pair.run(5_000);
        assertThat(events(pair.blue())).isEqualTo(12);
        pair.blue().feed(new Input.ReleaseTogether(3, set(12, "plan")));

        assertThat(((Effect.Result.Together) pair.blue().answers.getLast().result()).repeated())
                .isTrue();
        assertThat(events(pair.blue())).isEqualTo(12);
    }

    @Test
    void flash_beyond_the_quota_goes_as_immediate_and_says_so() {
        pair.run(1_000);
        for (int i = 0; i < 4; i++) {
            pair.blue().release(Precedence.FLASH, "flash " + i);
        }
        var last = (Effect.Result.Authored) pair.blue().answers.getLast().result();

        assertThat(last.entry().payload().precedence()).isEqualTo(Precedence.IMMEDIATE);
        assertThat(last.asked()).isEqualTo(Precedence.FLASH);
    }

    @Test
    void a_link_test_is_returned_by_itself() {
        pair.run(1_000);
        pair.blue().feed(new Input.TestLine(99));
        pair.run(3_000);

        assertThat(pair.blue().heart.lines(pair.now()).getFirst().testedAt()).isPresent();
        assertThat(pair.blue()
                        .heart
                        .lines(pair.now())
                        .getFirst()
                        .clockOffsetMillis()
                        .orElseThrow())
                .isBetween(-100L, 100L);
    }

    @Test
    void a_link_test_asked_for_twice_under_one_key_is_sent_once() {
        pair.run(1_000);
        var request = new Draft.Request("key-1", Digest.over(new byte[] {1}));
        pair.blue().feed(new Input.TestLine(1, List.of(2), request));
        pair.blue().feed(new Input.TestLine(2, List.of(2), request));
        pair.blue().feed(new Input.TestLine(3, List.of(1), null));

        var results = pair.blue().answers.stream().map(Effect.Answer::result).toList();
        assertThat(results.get(0)).isInstanceOf(Effect.Result.Authored.class);
        var sent = ((Effect.Result.Authored) results.get(0)).entry();
        assertThat(sent.payload().to()).containsExactly(2);
        assertThat(results.get(1)).isEqualTo(new Effect.Result.Repeated(sent.reference()));
        assertThat(((Effect.Result.Refused) results.get(2)).code()).isEqualTo(Code.UNKNOWN_ADDRESSEE);
    }

    @Test
    void tests_are_sent_on_schedule_in_turn() {
        pair.run(3_700_000);

        long tests = pair.red().entries().stream()
                .filter(entry -> entry.payload().act() instanceof Act.LinkTest(Act.Passage.Sent _))
                .count();
        assertThat(tests).isBetween(1L, 2L);
        assertThat(pair.red().heart.alarms()).isEmpty();
    }

    @Test
    void the_sides_take_turns_in_testing_and_every_test_comes_back() {
        pass(5 * HOUR);

        List<Integer> testers = pair.red().entries().stream()
                .map(Entry::payload)
                .filter(payload -> payload.act() instanceof Act.LinkTest(Act.Passage.Sent _))
                .map(payload -> payload.feed().station())
                .toList();
        assertThat(testers).hasSizeBetween(4, 6);
        for (int i = 1; i < testers.size(); i++) {
            assertThat(testers.get(i)).isNotEqualTo(testers.get(i - 1));
        }
        long returned = pair.red().entries().stream()
                .filter(entry -> entry.payload().act() instanceof Act.LinkTest(Act.Passage.Returned _))
                .count();
        assertThat(returned).isEqualTo(testers.size());
    }

    @Test
    void a_test_that_is_missed_alarms_although_the_line_lives_and_the_next_one_ends_the_alarm() {
        pass(HOUR);
        pair.red().diskHangs = true;
        pass(2 * HOUR);

        assertThat(pair.blue().heart.lines(pair.now()).getFirst().technical()).isEqualTo(Technical.WORKING);
        assertThat(pair.blue().heart.alarms()).extracting(Notice.Alarm::code).contains(Code.TEST_MISSED);

        pair.red().diskHangs = false;
        pair.red().feed(new Input.Tick());
        pass(3 * HOUR);
        assertThat(pair.blue().heart.alarms()).extracting(Notice.Alarm::code).doesNotContain(Code.TEST_MISSED);
    }

    @Test
    void a_clock_that_is_wrong_is_shown_and_alarmed_and_traffic_goes_on() {
        pair.red().aheadMillis = 90_000;
        pass(3 * HOUR);

        assertThat(pair.blue().heart.alarms()).extracting(Notice.Alarm::code).contains(Code.CLOCK_OFFSET);
        assertThat(pair.blue()
                        .heart
                        .lines(pair.now())
                        .getFirst()
                        .clockOffsetMillis()
                        .orElseThrow())
                .isBetween(85_000L, 95_000L);
        pair.blue().release(Precedence.FLASH, "whatever the time is");
        pair.deliver();
        assertThat(ids(pair.blue())).isEqualTo(ids(pair.red()));
    }

    private static final long HOUR = 3_600_000;

    /// Much time, in steps in which nothing is overdue.
    private void pass(long millis) {
        for (long left = millis; left > 0; left -= 5_000) {
            pair.later(5_000);
            pair.deliver();
        }
    }

    @Test
    void a_station_whose_disk_failed_acknowledges_nothing_and_says_so() {
        pair.run(1_000);
        pair.blue().feed(new Input.WriteFailed(1, Code.SUSPENDED, "scripted"));
        pair.blue().release(Precedence.ROUTINE, "not taken");
        assertThat(refusal(pair.blue())).isEqualTo(Code.STATION_FAULT);
        long before = pair.blue().entries().size();
        pair.red().release(Precedence.FLASH, "is anybody there");
        pair.run(5_000);

        assertThat(pair.blue().entries()).hasSize((int) before);
        assertThat(pair.blue().heart.alarms()).extracting(Notice.Alarm::code).contains(Code.STATION_FAULT);
    }

    /// A draft under one key, in a request of these bytes.
    private static Draft requested(int bytes) {
        return requested("key-1", bytes, "once");
    }

    private static Draft requested(String key, int bytes, String words) {
        Draft plain = Pair.draft(Precedence.ROUTINE, words, List.of());
        return new Draft(
                plain.trafficClass(),
                plain.precedence(),
                plain.to(),
                null,
                List.of(),
                plain.act(),
                new Draft.Request(key, Digest.over(new byte[] {(byte) bytes})));
    }

    private static Code refusal(Pair.Side side) {
        return ((Effect.Result.Refused) side.answers.getLast().result()).code();
    }

    private static long seen(Pair.Side side) {
        return side.entries().stream()
                .filter(entry -> entry.payload().feed().station() == side.number)
                .filter(entry -> entry.payload().act() instanceof Act.Seen)
                .count();
    }

    private static List<Digest> ids(Pair.Side side) {
        return side.entries().stream().map(Entry::id).toList();
    }
}
