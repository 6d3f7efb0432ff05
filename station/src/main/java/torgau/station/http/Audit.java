package torgau.station.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import torgau.journal.Code;
import torgau.station.home.Seat;
import torgau.station.ledger.Ledger;
import torgau.station.ledger.Mark;
import torgau.station.ledger.Verdict;
import torgau.station.officers.Officer;
import torgau.store.StoreFault;
import torgau.store.desk.LedgerLine;

/// What was asked of this station and by whom: each act, each reading that takes something out of the
/// station, each refusal at the door. Never what was said. A line is on the desk before its answer goes
/// out.
final class Audit {
    /// Requests refused at the door in a minute that have a line of their own; further ones are counted.
    static final int REFUSED_A_MINUTE = 30;

    private static final Logger LOG = LoggerFactory.getLogger("torgau.http");
    private static final String API = ApiServer.API;
    private static final String CODE = "audit code";
    private static final String MADE = "audit made";
    private static final int MAX_PATH = 200;
    private static final int MOST_LINES = 500;
    private static final int MARK_EVERY = 64;
    private static final long MINUTE_MILLIS = TimeUnit.MINUTES.toMillis(1);
    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);
    private static final String PRESENCE = API + "/session/presence";
    /// What is read and leaves the station, or is nobody's but the auditor's.
    private static final Pattern TAKEN_OUT = Pattern.compile(
            Pattern.quote(API)
                    + "/(journal/export|plan/export|courier/packs/[^/]+/files/[^/]+|expectations/report/file|audit(/verification)?|entries/[^/]+/(paper|attachments/[^/]+))");

    private final Front front;
    private final Ledger ledger;
    private final AtomicLong missed = new AtomicLong();
    private final Deque<Long> refused = new ArrayDeque<>();

    Audit(Front front) {
        this.front = front;
        this.ledger = new Ledger(front.process().desk(), "audit", front::now);
    }

    /// Remembers why a request is refused.
    static void refused(Context request, Code code) {
        request.attribute(CODE, code.code());
    }

    /// Remembers what a request has made: an entry, or a release that waits.
    static void made(Context request, JsonNode answer) {
        request.attribute(
                MADE, answer.path("reference").asText(answer.path("proposed").asText("")));
    }

    /// Writes down a request that was answered, if it is one of those that are. A desk that cannot be
    /// written keeps nobody from acting; the next line says how many are missing before it.
    void answered(Context request) {
        int status = request.statusCode();
        boolean atTheDoor = status == 401 || status == 403 || status == 429;
        if (!wanted(request) && !atTheDoor) {
            return;
        }
        if (atTheDoor && !roomForRefused()) {
            missed.incrementAndGet();
            return;
        }
        long before = missed.getAndSet(0);
        try {
            LedgerLine line = ledger.append(line(request, before));
            if (line.number() % MARK_EVERY == 0) {
                LOG.atInfo().addKeyValue("mark", mark(line)).log("the audit log grows");
            }
        } catch (StoreFault fault) {
            missed.addAndGet(before + 1);
            LOG.atWarn().addKeyValue("code", fault.code().code()).log("the audit log could not be written");
        }
    }

    private static boolean wanted(Context request) {
        String path = request.path();
        return READING.contains(request.method())
                ? TAKEN_OUT.matcher(path).matches()
                : path.startsWith("/api/") && !Previews.has(path) && !path.equals(PRESENCE);
    }

    private synchronized boolean roomForRefused() {
        long now = TimeUnit.NANOSECONDS.toMillis(
                front.process().clocks().steadyNanos().getAsLong());
        while (!refused.isEmpty() && now - refused.peekFirst() >= MINUTE_MILLIS) {
            refused.removeFirst();
        }
        return refused.size() < REFUSED_A_MINUTE && refused.add(now);
    }

    private static ObjectNode line(Context request, long before) {
        ObjectNode line = JsonNodeFactory.instance
                .objectNode()
                .put("method", request.method().name())
                .put("path", Refusal.cut(request.path(), MAX_PATH))
                .put("status", request.statusCode());
        Access.known(request).map(Seat::name).ifPresent(seat -> line.put("seat", seat));
        Access.officer(request).map(Officer::id).ifPresent(officer -> line.put("officer", officer));
        Optional.ofNullable(request.<String>attribute(CODE)).ifPresent(code -> line.put("code", code));
        Optional.ofNullable(request.<String>attribute(MADE))
                .filter(made -> !made.isEmpty())
                .ifPresent(made -> line.put("made", Refusal.cut(made, MAX_PATH)));
        return before == 0 ? line : line.put("missed", before);
    }

    private static String mark(LedgerLine line) {
        return new Mark(line.number(), line.digest()).toString();
    }

    private static void auditor(Context request) {
        boolean person = Access.officer(request).isPresent(); // whose roles the table of rights has judged
        if (!person && !Access.seat(request).name().equals(Seat.FIRST)) {
            throw new Refusal(
                    403,
                    Code.NOT_THIS_SEAT,
                    "the seat is " + Access.seat(request).name());
        }
    }

    /// What `GET /audit` answers.
    ObjectNode lines(Context request) {
        auditor(request);
        var query = new Query(request);
        int before = query.number("before", 1, Integer.MAX_VALUE, Integer.MAX_VALUE);
        int limit = query.number("limit", 1, MOST_LINES, 100);
        query.end();
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("private", true);
        ledger.last().ifPresent(last -> json.put("mark", mark(last)));
        json.set("lines", AuditShown.before(ledger, before, limit));
        return json;
    }

    /// What `GET /audit/verification` answers.
    ObjectNode verification(Context request) {
        auditor(request);
        var query = new Query(request);
        Optional<String> given = query.word("mark");
        query.end();
        Optional<Mark> known = given.map(text -> Mark.parse(text)
                .orElseThrow(() -> Refusal.malformed("mark", text + " is no NUMBER:DIGEST as the audit log shows it")));
        Verdict verdict = ledger.verify(known);
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("whole", verdict.faults().isEmpty())
                .put("lines", verdict.lines());
        verdict.head().ifPresent(head -> json.put("mark", head.toString()));
        ArrayNode faults = json.putArray("faults");
        verdict.faults()
                .forEach(fault -> faults.addObject()
                        .put("kind", fault.kind().name().toLowerCase(Locale.ROOT))
                        .put("from", fault.from())
                        .put("to", fault.to()));
        return json;
    }
}
