package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import torgau.journal.Code;
import torgau.station.ledger.Ledger;
import torgau.station.shell.HandOverAlarm;
import torgau.station.watch.Shifts;
import torgau.station.watch.Watch;
import torgau.station.watch.WatchJson;
import torgau.station.watch.WatchLine;
import torgau.station.watch.WatchLine.What;
import torgau.store.StoreFault;
import torgau.store.desk.LedgerLine;

/// Who has the watch here, what was noted, and how it is handed over and taken. It stays on the desk of
/// this station.
final class WatchApi {
    private static final int CONFLICT = 409;
    private static final int MOST_LINES = 500;

    private final Front front;
    private final Shifts shifts;
    private final WatchItems items;
    private final Ledger ledger;
    private final HandOverAlarm alarm;
    private final WatchShown shown = new WatchShown();
    private volatile Watch known = new Watch(0, List.of());

    WatchApi(Front front, Shifts shifts, WatchItems items) {
        this.front = front;
        this.shifts = shifts;
        this.items = items;
        this.ledger = new Ledger(front.process().desk(), "watch", front::now);
        this.alarm = new HandOverAlarm(front.process().alarms());
    }

    private static List<WatchLine> lines(List<LedgerLine> kept) {
        try {
            return kept.stream()
                    .map(line -> WatchJson.line(line.number(), line.at(), Ledger.content(line)))
                    .toList();
        } catch (IllegalArgumentException garbled) {
            throw new StoreFault(Code.STORE_CORRUPT, String.valueOf(garbled.getMessage()), garbled);
        }
    }

    /// The watch as its log says now; the log is folded again only if it has grown.
    private Watch watch() {
        Watch kept = known;
        if (ledger.last().map(LedgerLine::number).orElse(0L) == kept.revision()) {
            return kept;
        }
        Watch now = Watch.of(lines(ledger.before(Long.MAX_VALUE, Watch.LINES)));
        known = now;
        return now;
    }

    /// What `GET /watch` answers.
    ObjectNode now() {
        return shown(watch());
    }

    private ObjectNode shown(Watch watch) {
        long now = front.now();
        ObjectNode json = shown.watch(watch, shifts, now);
        json.put("late", late(watch, now));
        WatchItems.Open open = items.now();
        shown.items(json.putObject("open"), open.items(), open.total()).put("complete", open.complete());
        return json;
    }

    private boolean late(Watch watch, long now) {
        return watch.waiting()
                .filter(line -> now - line.at() >= shifts.takeWithin().toMillis())
                .isPresent();
    }

    /// What `GET /watch/log` answers.
    ObjectNode log(Query query) {
        int before = query.number("before", 1, Integer.MAX_VALUE, Integer.MAX_VALUE);
        int limit = query.number("limit", 1, MOST_LINES, 100);
        query.end();
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("private", true);
        ArrayNode list = json.putArray("lines");
        lines(ledger.before(before, limit)).forEach(line -> list.add(shown.line(line)));
        return json;
    }

    /// What `POST /watch/notes` answers.
    ObjectNode note(Person person, byte[] body) {
        JsonIn in = JsonIn.of(body);
        String by = person.signing(in);
        String words = in.text("words", 1, WatchLine.MAX_WORDS);
        in.end();
        Watch watch = watch();
        lasting(watch);
        return add(watch, by, person, new What.Noted(words));
    }

    /// What `POST /watch/hand-over` answers. Only whoever has the watch hands it over.
    ObjectNode handOver(Person person, byte[] body) {
        JsonIn in = JsonIn.of(body);
        String by = person.signing(in);
        long revision = in.number("revision", 0, Long.MAX_VALUE - 1);
        String words = in.textIfGiven("words", 0, WatchLine.MAX_WORDS).orElse("");
        in.end();
        Watch watch = read(revision);
        Watch.Turn turn = lasting(watch);
        if (!turn.taken().by().equals(by)) {
            throw new Refusal(CONFLICT, Code.WATCH_HELD, turn.taken().by() + " has the watch", "/officer");
        }
        WatchItems.Open open = items.now();
        return add(watch, by, person, new What.HandedOver(words, open.items(), open.total()));
    }

    /// What `POST /watch/take` answers.
    ObjectNode take(Person person, byte[] body) {
        JsonIn in = JsonIn.of(body);
        String by = person.signing(in);
        long revision = in.number("revision", 0, Long.MAX_VALUE - 1);
        Optional<String> without = in.textIfGiven("without", 1, WatchLine.MAX_WORDS);
        in.end();
        Watch watch = read(revision);
        Optional<Long> handOver = watch.waiting().map(WatchLine::number);
        watch.current().ifPresent(turn -> {
            if (handOver.isEmpty() && without.isEmpty()) {
                throw new Refusal(CONFLICT, Code.WATCH_HELD, turn.taken().by() + " has the watch", "/without");
            }
        });
        return add(watch, by, person, new What.Taken(handOver, handOver.isPresent() ? Optional.empty() : without));
    }

    private static Watch.Turn lasting(Watch watch) {
        if (watch.full()) {
            throw new Refusal(CONFLICT, Code.WATCH_FULL);
        }
        return watch.current().orElseThrow(() -> new Refusal(CONFLICT, Code.NO_WATCH));
    }

    private Watch read(long revision) {
        Watch watch = watch();
        if (watch.revision() != revision) {
            throw changed(revision);
        }
        return watch;
    }

    private static Refusal changed(long revision) {
        return new Refusal(CONFLICT, Code.WATCH_CHANGED, "line " + revision + " is not the last one", "/revision");
    }

    private ObjectNode add(Watch watch, String by, Person person, What what) {
        DeskApi.writing(() -> ledger.append(
                        watch.revision(), WatchJson.kept(by, person.seat().name(), what))
                .orElseThrow(() -> changed(watch.revision())));
        look();
        return shown(watch());
    }

    /// Raises the alarm if what was handed over is taken by nobody in time, and clears it if it was.
    void look() {
        Watch watch = watch();
        if (late(watch, front.now())) {
            watch.waiting().map(WatchLine::number).ifPresent(alarm::stand);
        } else {
            alarm.clear();
        }
    }
}
