package torgau.station.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import torgau.journal.Act;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.Payload;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.SeenMark;
import torgau.journal.SignedEntry;
import torgau.journal.Text;
import torgau.journal.TrafficClass;
import torgau.matters.Book;
import torgau.matters.Order;
import torgau.matters.Terms;
import torgau.matters.Turn;
import torgau.station.formats.Formats;
import torgau.station.formats.Library;
import torgau.station.http.Made;
import torgau.store.desk.Alarm;
import torgau.store.desk.Desk;

/// BLUE (party 1) and RED (party 2) write to each other; whose watch is reminded of what, and when.
class RemindersTest {
    private static final long START = 1_795_000_000_000L;
    private static final long MINUTE = 60_000;
    private static final Feed BLUE = new Feed(257, 1);
    private static final Feed RED = new Feed(513, 1);

    @TempDir
    Path folder;

    private long now = START;
    private final Kept<Desk> desk = new Kept<>(Desk::close);
    private final AlarmBook alarms = new AlarmBook(() -> now, desk, _ -> {});
    private final Book book =
            new Book(new Library(Formats.builtIn()), Made.roster(), _ -> Optional.empty(), Integer.MAX_VALUE);

    @BeforeEach
    void aDesk() {
        desk.replace(new FileDisk(folder.resolve("journal.db"), folder.resolve("desk.db"), () -> now)::desk);
    }

    @AfterEach
    void end() {
        desk.close();
    }

    @Test
    void the_watch_is_told_before_what_is_awaited_from_us_is_due_and_after_it_until_it_is_there() {
        Reminders blue = new Reminders(alarms, 1, () -> now);
        Entry said = add(entry(RED, 1, 1, new ArrayList<>(), message(), null));
        add(entry(BLUE, 1, 2, seen(RED, 1), new Act.Seen(), null));

        assertThat(standing(blue, 14)).isEmpty();
        assertThat(standing(blue, 16)).containsExactly("awaited_soon");
        assertThat(standing(blue, 31)).containsExactly("awaited_now");
        assertThat(standing(blue, 40)).as("raised once").containsExactly("awaited_now");

        var read = new Act.Acknowledgement(RunningLine.WATCH, new Act.Stage.Read());
        add(entry(BLUE, 2, 3, new ArrayList<>(), read, said.reference()));
        assertThat(standing(blue, 41)).isEmpty();
    }

    @Test
    void the_watch_is_told_that_there_is_no_reply_and_before_that_that_nothing_proves_receipt() {
        Reminders red = new Reminders(alarms, 2, () -> now);
        add(entry(RED, 1, 1, new ArrayList<>(), message(), null));

        assertThat(standing(red, 29)).isEmpty();
        assertThat(standing(red, 31)).containsExactly("not_received");
        now = START + 32 * MINUTE;
        add(entry(BLUE, 1, 2, seen(RED, 1), new Act.Seen(), null));
        assertThat(standing(red, 33)).as("received: its time runs").isEmpty();
        assertThat(standing(red, 63)).containsExactly("no_reply");
    }

    @Test
    void requirement_34_each_side_is_reminded_of_a_day_of_the_calendar_30_7_and_1_days_before_and_both_after() {
        Reminders blue = new Reminders(alarms, 1, () -> now);
        add(entry(RED, 1, 1, new ArrayList<>(), new Act.Seen(), null));
        add(entry(BLUE, 1, 2, seen(RED, 1), new Act.Seen(), null));
        add(entry(RED, 2, 3, seen(BLUE, 1), new Act.Seen(), null));

        assertThat(on(blue, "2027-03-31T23:58:00Z")).isEmpty();
        assertThat(on(blue, "2027-03-31T23:59:00Z")).containsExactly("report_soon NR holdings 302359ZAPR27");
        var first = alarms.standing().getFirst().id();
        assertThat(on(blue, "2027-04-23T23:59:00Z")).containsExactly("report_soon NR holdings 302359ZAPR27");
        assertThat(alarms.standing().getFirst().id())
                .as("told again, seven days before")
                .isNotEqualTo(first);
        var second = alarms.standing().getFirst().id();
        assertThat(on(blue, "2027-04-29T23:58:00Z")).hasSize(1);
        assertThat(alarms.standing().getFirst().id()).as("told once").isEqualTo(second);
        assertThat(on(blue, "2027-04-29T23:59:00Z")).hasSize(1);
        assertThat(alarms.standing().getFirst().id()).as("and one day before").isNotEqualTo(second);
        assertThat(on(blue, "2027-04-30T23:59:00Z"))
                .containsExactlyInAnyOrder("report_now NR holdings 302359ZAPR27", "no_report NR holdings 302359ZAPR27");
        assertThat(on(blue, "2028-06-01T00:00:00Z"))
                .as("of a day more than a year ago nobody is told")
                .noneMatch(alarm -> alarm.endsWith("APR27"))
                .contains("no_report NR holdings 302359ZAPR28");
    }

    private List<String> on(Reminders reminders, String time) {
        now = Instant.parse(time).toEpochMilli();
        reminders.look(reminders.outstanding(book));
        return alarms.standing().stream()
                .map(alarm -> alarm.kind() + " " + alarm.about().detail())
                .toList();
    }

    @Test
    void the_most_urgent_are_told_one_by_one_and_of_the_others_how_many_there_are() {
        Reminders red = new Reminders(alarms, 2, () -> now);
        int more = 7;
        for (int i = 1; i <= Reminders.ONE_BY_ONE + more; i++) {
            now = START + i;
            add(entry(RED, i, i, new ArrayList<>(), message(), null));
        }
        assertThat(standing(red, 60)).hasSize(Reminders.ONE_BY_ONE + 1).contains("awaited_more");
        assertThat(alarms.standing().stream()
                        .filter(alarm -> alarm.kind().equals("awaited_more"))
                        .map(alarm -> alarm.about().detail()))
                .containsExactly(Integer.toString(more));
        assertThat(alarms.standing().stream().map(alarm -> alarm.about().reference()))
                .contains(new Reference(RED, 1))
                .doesNotContain(new Reference(RED, Reminders.ONE_BY_ONE + more));

        var seen = seen(RED, Reminders.ONE_BY_ONE);
        now = START + 61 * MINUTE;
        add(entry(BLUE, 1, Reminders.ONE_BY_ONE + more + 1, seen, new Act.Seen(), null));
        assertThat(standing(red, 62))
                .as("those that were received make room for the others")
                .hasSize(more)
                .containsOnly("not_received");
    }

    @Test
    void the_watch_is_warned_before_what_it_notified_lapses_and_not_after_it_was_confirmed() {
        Reminders blue = new Reminders(alarms, 1, () -> now);
        Reminders red = new Reminders(alarms, 2, () -> now);
        var notice = new Turn(
                new Order(1, new Reference(BLUE, 1)),
                null,
                START,
                TrafficClass.FORMAL,
                Precedence.ROUTINE,
                List.of(),
                List.of(),
                new Turn.Said.Other());
        var warnings = List.of(Duration.ofHours(6), Duration.ofHours(1));
        var stands = new Terms.Standing(notice, START + 600 * MINUTE, null, null, warnings);

        assertThat(told(blue, 200, stands)).isEmpty();
        assertThat(told(blue, 300, stands)).containsExactly("standing_ends");
        assertThat(told(red, 310, stands)).as("it is not theirs").isEmpty();
        assertThat(told(blue, 560, stands)).containsExactly("standing_ends");
        assertThat(told(blue, 570, new Terms.Standing(notice, stands.until(), notice, null, warnings)))
                .isEmpty();
        var ended = new Terms.Ended(notice, START + 560 * MINUTE);
        assertThat(told(blue, 570, new Terms.Standing(notice, stands.until(), null, ended, warnings)))
                .as("it was taken back")
                .isEmpty();
        assertThat(told(blue, 601, stands)).as("it has lapsed").isEmpty();
    }

    private List<String> told(Reminders reminders, long minutes, Terms.Standing standing) {
        now = START + minutes * MINUTE;
        reminders.look(new Reminders.Outstanding(List.of(), List.of(), List.of(standing)));
        return alarms.standing().stream().map(Alarm::kind).toList();
    }

    private List<String> standing(Reminders reminders, long minutes) {
        now = START + minutes * MINUTE;
        reminders.look(reminders.outstanding(book));
        return alarms.standing().stream().map(Alarm::kind).toList();
    }

    private Entry add(Entry entry) {
        book.add(entry);
        return entry;
    }

    private static Act message() {
        return new Act.Message(RunningLine.WATCH, "", new Text("en", "words"), List.of());
    }

    private static List<SeenMark> seen(Feed feed, long sequence) {
        return List.of(new SeenMark(feed, sequence));
    }

    private Entry entry(
            Feed feed, long sequence, long height, List<SeenMark> seen, Act act, @Nullable Reference matter) {
        var payload = new Payload(
                feed,
                sequence,
                seen,
                now,
                TrafficClass.FORMAL,
                Precedence.IMMEDIATE,
                List.of(),
                matter,
                matter == null ? List.of() : List.of(matter),
                act);
        var signed = new SignedEntry(new byte[1], new byte[SignedEntry.SIGNATURE_BYTES]);
        return new Entry(signed, payload, new Digest(feed.station(), sequence, 0, 0), height);
    }
}
