package torgau.station.heart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import torgau.journal.Act;
import torgau.journal.Code;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.PayloadCodec;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.SeenMark;
import torgau.link.engine.Backlog;
import torgau.station.heart.LineStatus.Technical;

/// Failures that lines of others had, by their numbers in the register of failures: what happens here instead.
class FailuresTest {
    private static final long HOUR = 3_600_000;
    private static final long DAY = 24 * HOUR;

    private final Pair pair = new Pair();

    private static List<Digest> ids(Pair.Side side) {
        return side.entries().stream().map(Entry::id).toList();
    }

    @ParameterizedTest(name = "{0} days")
    @ValueSource(ints = {1, 30, 400})
    void F4_after_days_without_a_line_each_has_all_that_the_other_said(int days) {
        pair.run(3_000);
        pair.cut();
        for (int day = 0; day < days; day++) {
            pair.later(DAY);
            pair.blue().release(Precedence.ROUTINE, "day " + day);
            pair.red().release(Precedence.PRIORITY, "also day " + day);
        }
        pair.mend();
        pair.run(60_000);
        assertThat(ids(pair.blue())).isEqualTo(ids(pair.red())).hasSizeGreaterThan(2 * days);
    }

    @ParameterizedTest(name = "{0} ms ahead")
    @ValueSource(
            longs = {
                HOUR,
                -HOUR,
                DAY,
                -DAY,
                315_532_800_000L - 1_770_000_000_000L, // 1980
                2_147_483_648_000L - 1_770_000_000_000L, // 2038-01-19
                -1_024 * 7 * DAY // the week number of GPS begins anew
            })
    void F5_whatever_a_clock_says_the_order_stands_an_alarm_is_raised_and_traffic_goes_on(long ahead) {
        pair.run(3_000);
        pair.red().aheadMillis = ahead;
        pair.cut();
        pair.mend();
        pair.run(1_000);
        for (int i = 0; i < 5; i++) {
            pair.red().release(Precedence.ROUTINE, "from a strange time " + i);
            pair.blue().release(Precedence.FLASH, "whatever the time is " + i);
            pair.run(1_000);
        }
        pair.blue().feed(new Input.TestLine(99));
        pair.red().feed(new Input.TestLine(99));
        pair.run(10_000);
        assertThat(ids(pair.blue())).isEqualTo(ids(pair.red()));
        assertThat(pair.blue().heart.alarms()).extracting(Notice.Alarm::code).contains(Code.CLOCK_OFFSET);
        assertThat(pair.red().heart.alarms()).extracting(Notice.Alarm::code).contains(Code.CLOCK_OFFSET);
        Map<Integer, List<Long>> sequences = pair.blue().entries().stream()
                .map(entry -> entry.payload())
                .collect(Collectors.groupingBy(
                        payload -> payload.feed().station(),
                        Collectors.mapping(payload -> payload.sequence(), Collectors.toList())));
        assertThat(sequences.values()).allSatisfy(each -> assertThat(each).isSorted());
    }

    @Test
    void F6_an_entry_beyond_a_hole_waits_until_the_hole_is_filled_and_is_not_taken_for_the_next() {
        pair.run(3_000);
        pair.blue().outward = _ -> {};
        pair.blue().release(Precedence.ROUTINE, "lost on the way");
        long missing = pair.blue().heart.heads().getFirst().sequence();
        pair.blue().outward = message -> pair.red().feed(new Input.Received(pair.red().bearer, message));
        pair.blue().release(Precedence.IMMEDIATE, "overtakes it");
        Reference hole = new Reference(pair.blue().heart.feed(), missing);
        assertThat(pair.red().heart.heads())
                .filteredOn(head -> head.feed().equals(hole.feed()))
                .allSatisfy(head -> assertThat(head.sequence()).isLessThan(missing));
        Reference beyond = new Reference(hole.feed(), missing + 1);
        assertThat(pair.red().entries()).extracting(Entry::reference).doesNotContain(hole, beyond);
        pair.run(30_000);
        assertThat(ids(pair.blue())).isEqualTo(ids(pair.red()));
        assertThat(pair.red().entries()).extracting(Entry::reference).contains(hole, beyond);
    }

    @Test
    void F7_an_open_bearer_that_brings_no_answer_is_no_working_line() {
        pair.run(3_000);
        assertThat(line(pair.blue())).isEqualTo(Technical.WORKING);
        pair.blue().outward = _ -> {};
        pair.run(31_000);
        assertThat(pair.blue().bearer).isNotZero();
        assertThat(line(pair.blue())).isEqualTo(Technical.UNANSWERED);
    }

    private Technical line(Pair.Side side) {
        return side.heart.lines(pair.now()).getFirst().technical();
    }

    @Test
    void F10_waiting_signed_for_by_their_station_and_acknowledged_by_an_officer_are_three_things() {
        pair.run(3_000);
        pair.cut();
        pair.blue().release(Precedence.FLASH, "do you hear us");
        Reference said = new Reference(
                pair.blue().heart.feed(), pair.blue().heart.heads().getFirst().sequence());
        assertThat(waiting().getFirst().precedence()).isEqualTo(Precedence.FLASH);
        assertThat(waiting().getFirst().entries()).isEqualTo(1);
        assertThat(signedFor(said)).isFalse();
        pair.mend();
        pair.run(5_000);
        assertThat(waiting()).isEmpty();
        assertThat(signedFor(said)).isTrue();
        assertThat(pair.blue().entries())
                .as("a station's receipt is no officer's acknowledgement")
                .noneMatch(entry -> entry.payload().act() instanceof Act.Acknowledgement);
    }

    private List<Backlog.Waiting> waiting() {
        return pair.blue().heart.boards(pair.now()).getFirst().backlog().waiting();
    }

    private boolean signedFor(Reference said) {
        return pair.blue().entries().stream()
                .map(Entry::payload)
                .filter(payload -> payload.feed().station() == pair.red().number)
                .flatMap(payload -> payload.seen().stream())
                .filter(mark -> mark.feed().equals(said.feed()))
                .mapToLong(SeenMark::sequence)
                .anyMatch(sequence -> sequence >= said.sequence());
    }

    @Test
    void F33_a_receipt_holds_nothing_of_what_it_is_for() {
        pair.run(3_000);
        List<String> words = List.of("Seventeen", "columns", "cross", "at dawn", "near the old mill");
        pair.blue().release(Precedence.FLASH, String.join(" ", words));
        pair.run(5_000);
        Entry said = pair.blue().entries().stream()
                .filter(entry -> entry.payload().act() instanceof Act.Message)
                .findFirst()
                .orElseThrow();
        Entry receipt = pair.blue().entries().stream()
                .filter(entry -> entry.payload().feed().station() == pair.red().number)
                .filter(entry -> entry.payload().seen().stream()
                        .anyMatch(mark -> mark.feed().equals(said.payload().feed())
                                && mark.sequence() >= said.payload().sequence()))
                .findFirst()
                .orElseThrow();
        assertThat(receipt.payload().act()).isInstanceOf(Act.Seen.class);
        String written = HexFormat.of().formatHex(PayloadCodec.encode(receipt.payload()));
        for (String word : words) {
            assertThat(written).doesNotContain(HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(written.length() / 2).isLessThan(100);
    }
}
