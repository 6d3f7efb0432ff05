package torgau.station.heart;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import torgau.journal.Act;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.Text;
import torgau.journal.TrafficClass;
import torgau.journal.agreement.Roster;
import torgau.journal.agreement.Station;

/// Link tests: sends them on the schedule, returns those of others, and knows which were missed. Automatic.
final class LinkTests {
    /// Offset of two clocks beyond which an alarm is raised.
    static final long MAX_OFFSET_MILLIS = 60_000;
    /// Tests of one station that are returned within a minute: an answer costs an entry on every disk of the line.
    static final int RETURNS_PER_MINUTE = 6;

    private static final int MAX_RUNNING = 16;
    private static final long MINUTE_MILLIS = 60_000;

    private final TestSchedule schedule;
    private final int station;
    private final List<Text> passages;
    private final NavigableMap<Reference, Running> running = new TreeMap<>();
    private final NavigableSet<Integer> answered = new TreeSet<>();
    private final NavigableMap<Integer, PerMinute> returns = new TreeMap<>();
    private long slot;
    private boolean sentInSlot;
    private boolean judged = true;

    /// A test of this station's, and who has returned it.
    private record Running(Digest passage, long sentWall, long sentSteady, NavigableSet<Integer> by) {}

    /// What a returned test shows.
    record Outcome(int station, Reference test, boolean intact, long offsetMillis) {}

    LinkTests(Roster roster, Identity identity, Moment now) {
        List<Integer> stations =
                roster.stations().stream().map(Station::number).sorted().toList();
        this.schedule = new TestSchedule(stations, roster.agreement().rules().testEveryMinutes() * MINUTE_MILLIS);
        this.station = identity.station();
        this.passages = List.copyOf(identity.passages());
        this.slot = schedule.slot(now.wall());
    }

    /// Whether this station's turn has come and it has not sent its test yet.
    boolean due(Moment now) {
        turn(now);
        return !judged && !sentInSlot && schedule.tester(slot) == station;
    }

    private void turn(Moment now) {
        long current = schedule.slot(now.wall());
        if (current != slot) {
            slot = current;
            sentInSlot = false;
            judged = false;
            answered.clear();
        }
    }

    Draft sending(List<Integer> to, Draft.@Nullable Request request, Moment now) {
        Text passage = passages.get((int) Math.floorMod(schedule.slot(now.wall()), (long) passages.size()));
        var act = new Act.LinkTest(new Act.Passage.Sent(passage));
        return new Draft(TrafficClass.TEST, Precedence.ROUTINE, to, null, List.of(), act, request);
    }

    void sent(Entry entry, Moment now) {
        sentInSlot = true;
        if (running.size() >= MAX_RUNNING) {
            running.pollFirstEntry();
        }
        if (entry.payload().act() instanceof Act.LinkTest(Act.Passage.Sent(Text text))) {
            running.put(entry.reference(), new Running(hash(text), now.wall(), now.steady(), new TreeSet<>()));
        }
    }

    /// Notes that another station has sent its test.
    void heard(Entry entry, Moment now) {
        turn(now);
        answered.add(entry.payload().feed().station());
    }

    /// Whether another test of this station is returned now; each call that says so uses one up.
    boolean returnsTo(int tester, Moment now) {
        return returns.computeIfAbsent(tester, _ -> new PerMinute(RETURNS_PER_MINUTE))
                .take(now);
    }

    /// The return of a test: its hash as received, and when. Nobody's test is urgent.
    Draft returning(Entry test, Act.Passage.Sent sent, Moment now) {
        var passage = new Act.Passage.Returned(hash(sent.text()), Math.max(0, now.wall()));
        return new Draft(
                TrafficClass.TEST,
                Precedence.ROUTINE,
                List.of(test.payload().feed().party()),
                null,
                List.of(test.reference()),
                new Act.LinkTest(passage),
                null);
    }

    Optional<Outcome> returned(Entry entry, Act.Passage.Returned returned, Moment now) {
        if (entry.payload().refs().size() != 1) {
            return Optional.empty();
        }
        Reference test = entry.payload().refs().getFirst();
        Running sent = running.get(test);
        int from = entry.payload().feed().station();
        if (sent == null || !sent.by().add(from)) {
            return Optional.empty();
        }
        answered.add(from);
        long halfWay = sent.sentWall() + (now.steady() - sent.sentSteady()) / 2;
        return Optional.of(
                new Outcome(from, test, returned.received().equals(sent.passage()), returned.receivedAt() - halfWay));
    }

    /// Stations whose part in the test of this interval is missing, once its time is over; each interval once.
    List<Integer> missed(Moment now) {
        turn(now);
        if (judged || now.wall() < schedule.missedAt(slot)) {
            return List.of();
        }
        judged = true;
        int tester = schedule.tester(slot);
        var missed = new ArrayList<Integer>();
        for (int other : tester == station ? schedule.stations() : List.of(tester)) {
            if (other != station && !answered.contains(other)) {
                missed.add(other);
            }
        }
        return missed;
    }

    /// Nobody is to answer for the test of this interval.
    void excuse(Moment now) {
        turn(now);
        judged = true;
    }

    Instant lastSlotBegan() {
        return Instant.ofEpochMilli(schedule.beginsAt(slot));
    }

    long nextAt(Moment now) {
        return schedule.beginsAt(schedule.slot(now.wall()) + 1);
    }

    boolean nextIsOurs(Moment now) {
        return schedule.tester(schedule.slot(now.wall()) + 1) == station;
    }

    private static Digest hash(Text text) {
        return Digest.over(text.words().getBytes(StandardCharsets.UTF_8));
    }
}
