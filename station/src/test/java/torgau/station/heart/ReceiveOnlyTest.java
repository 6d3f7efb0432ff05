package torgau.station.heart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import torgau.journal.Act;
import torgau.journal.Code;
import torgau.journal.Entry;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.station.heart.LineStatus.Technical;

/// A station that only receives, at a way of datagrams on which the other end goes on speaking.
class ReceiveOnlyTest {
    private static final long HOUR = 3_600_000;

    private final Pair pair = new Pair();
    private final Counter fromRed = new Counter(message -> pair.blue().arrive(message));
    private final Counter fromBlue = new Counter(message -> pair.red().arrive(message));

    /// What one side gives to its bearer.
    private static final class Counter implements Consumer<byte[]> {
        private final Consumer<byte[]> to;
        private long bytes;

        Counter(Consumer<byte[]> to) {
            this.to = to;
        }

        @Override
        public void accept(byte[] message) {
            bytes += message.length;
            to.accept(message);
        }
    }

    @BeforeEach
    void line() {
        pair.red().outward = fromRed;
        pair.blue().outward = fromBlue;
        pair.datagrams();
        pair.run(20_000);
        assertThat(technical(pair.blue())).isEqualTo(Technical.WORKING);
        assertThat(fromRed.bytes).isPositive();
    }

    private void silence() {
        pair.red().feed(new Input.ReceiveOnly(true));
        fromRed.bytes = 0;
    }

    private void declared(long untilMillis) {
        var until = new TreeMap<Integer, Long>();
        until.put(pair.red().number, untilMillis);
        pair.blue().feed(new Input.Listeners(until));
    }

    private Technical technical(Pair.Side side) {
        return side.heart.lines(pair.now()).getFirst().technical();
    }

    private static List<String> words(Pair.Side side) {
        var words = new ArrayList<String>();
        for (Entry entry : side.entries()) {
            if (entry.payload().act() instanceof Act.Message message) {
                words.add(message.text().words());
            }
        }
        return words;
    }

    @Test
    void not_one_byte_leaves_over_hours_whatever_comes_and_what_comes_is_read() {
        silence();
        for (Precedence precedence : Precedence.values()) {
            pair.blue().release(precedence, "from blue " + precedence);
            pair.red().release(precedence, "from red " + precedence);
        }
        pair.blue().feed(new Input.TestLine(1_000));
        everyInput(pair.red());
        pair.run(6 * HOUR, 500);

        assertThat(fromRed.bytes).isZero();
        assertThat(words(pair.red())).contains("from blue FLASH", "from blue ROUTINE", "from red FLASH");
        assertThat(words(pair.blue())).noneMatch(said -> said.startsWith("from red"));
    }

    /// What is not the peer's, what is nobody's, and all that the shell may say.
    private void everyInput(Pair.Side red) {
        byte[] live = new byte[60];
        live[0] = 6;
        byte[] early = new byte[120];
        early[0] = 5;
        red.feed(new Input.Received(red.bearer, live));
        red.feed(new Input.Received(red.bearer, early));
        red.feed(new Input.Received(red.bearer, new byte[] {9, 5, 1, 2, 3, 4, 5, 6, 7, 8}));
        red.feed(new Input.BearerUp(900, "elsewhere", false, 1_200, null, 2_400));
        red.feed(new Input.Received(900, live));
        red.feed(new Input.BearerDown(900));
        red.feed(new Input.BearerUp(901, "elsewhere", false, 1_200, pair.blue().number, 2_400));
        red.feed(new Input.Drained(red.bearer, 100_000));
        red.feed(new Input.Tick());
        red.feed(new Input.ReleaseTogether(
                1_001,
                List.of(
                        Pair.draft(Precedence.FLASH, "one", List.of()),
                        Pair.draft(Precedence.ROUTINE, "two", List.of()))));
        red.feed(new Input.PutIn(1_002, new byte[100]));
        red.feed(new Input.Take(1_003, new byte[100]));
        Reference place = red.entries().getFirst().reference();
        red.feed(new Input.Erase(1_004, place));
        red.feed(new Input.Want(place));
        red.feed(new Input.Listeners(new TreeMap<>()));
        red.feed(new Input.ReceiveOnly(true));
    }

    @Test
    void a_link_test_is_refused_and_those_that_come_are_not_returned() {
        silence();
        pair.red().feed(new Input.TestLine(77));
        assertThat(pair.red().answers.getLast().result())
                .isInstanceOfSatisfying(
                        Effect.Result.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(Code.RECEIVE_ONLY));
        pair.blue().feed(new Input.TestLine(78));
        pair.run(3 * HOUR, 500);
        assertThat(pair.red().entries())
                .noneMatch(entry -> entry.payload().feed().station() == pair.red().number
                        && entry.payload().act() instanceof Act.LinkTest(Act.Passage.Returned _));

        pair.red().feed(new Input.ReceiveOnly(false));
        pair.run(60_000);
        assertThat(pair.blue().heart.alarms()).extracting(Notice.Alarm::code).doesNotContain(Code.CLOCK_OFFSET);
        assertThat(pair.red().heart.alarms())
                .extracting(Notice.Alarm::code)
                .doesNotContain(Code.CLOCK_OFFSET, Code.TEST_MISSED, Code.LINE_UNANSWERED);
    }

    @Test
    void a_silent_station_wakes_for_nothing_that_it_could_not_send() {
        silence();
        pair.run(60_000);
        pair.red().feed(new Input.Tick());
        assertThat(pair.red().heart.nextAt()).isGreaterThan(pair.now().steady());
    }

    @Test
    void what_waited_goes_out_by_precedence_once_the_order_ends() {
        silence();
        for (int i = 0; i < 40; i++) {
            pair.red().release(Precedence.ROUTINE, "routine " + i);
        }
        pair.red().release(Precedence.FLASH, "cease");
        pair.run(HOUR, 500);
        int before = pair.blue().told.size();
        pair.red().feed(new Input.ReceiveOnly(false));
        pair.run(120_000);

        assertThat(words(pair.blue())).contains("cease", "routine 0", "routine 39");
        var first = pair.blue().told.subList(before, pair.blue().told.size()).stream()
                .filter(notice -> notice instanceof Notice.AheadOfRecord
                        || (notice instanceof Notice.Admitted(Entry entry)
                                && entry.payload().act() instanceof Act.Message))
                .findFirst()
                .orElseThrow();
        assertThat(first)
                .isInstanceOfSatisfying(
                        Notice.AheadOfRecord.class,
                        ahead -> assertThat(ahead.pending().payload().precedence())
                                .isEqualTo(Precedence.FLASH));
        assertThat(technical(pair.red())).isEqualTo(Technical.WORKING);
        assertThat(technical(pair.blue())).isEqualTo(Technical.WORKING);
        assertThat(pair.blue().heart.heads()).isEqualTo(pair.red().heart.heads());
    }

    @Test
    void a_declared_listener_is_no_dead_line_until_its_time_is_over() {
        declared(pair.now().wall() + HOUR);
        pair.run(20_000);
        assertThat(technical(pair.blue())).isEqualTo(Technical.WORKING);
        silence();
        pair.run(HOUR / 2, 500);
        assertThat(technical(pair.blue())).isEqualTo(Technical.LISTENS);
        assertThat(pair.blue().heart.alarms())
                .extracting(Notice.Alarm::code)
                .doesNotContain(Code.LINE_UNANSWERED, Code.TEST_MISSED);
        pair.run(HOUR, 500);
        assertThat(technical(pair.blue())).isEqualTo(Technical.UNANSWERED);
        assertThat(pair.blue().heart.alarms()).extracting(Notice.Alarm::code).contains(Code.LINE_UNANSWERED);
    }

    @Test
    void silence_is_no_receipt_and_an_entry_is_repeated_after_pauses_that_double_up_to_an_hour() {
        declared(pair.now().wall() + 100 * HOUR);
        silence();
        pair.run(HOUR, 500);
        pair.blue().release(Precedence.ROUTINE, HexFormat.of().formatHex(Attached.file(4_000)));
        pair.run(1_000);
        var each = new ArrayList<Long>();
        long last = fromBlue.bytes;
        for (int minute = 0; minute < 12 * 60; minute++) {
            pair.run(60_000, 1_000);
            if (fromBlue.bytes - last > 3_500) { // the entry; challenges alone are far less
                each.add((long) minute);
            }
            last = fromBlue.bytes;
        }
        assertThat(each.size()).isBetween(14, 18);
        assertThat(each.getLast() - each.get(each.size() - 2)).isBetween(59L, 61L);
        assertThat(pair.blue().heart.boards(pair.now()).getFirst().backlog().waiting())
                .isNotEmpty();
    }

    @Test
    void a_station_that_starts_anew_in_this_mode_reads_what_is_repeated_for_it() {
        declared(pair.now().wall() + 100 * HOUR);
        silence();
        pair.red().restart(true);
        pair.red().feed(new Input.ReceiveOnly(true));
        pair.datagrams(pair.red());
        pair.run(HOUR, 500);
        pair.blue().release(Precedence.IMMEDIATE, "after your restart");
        pair.run(HOUR / 4, 500);

        assertThat(fromRed.bytes).isZero();
        assertThat(words(pair.red())).contains("after your restart");
    }
}
