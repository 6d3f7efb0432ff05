package torgau.station.shell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import torgau.journal.Code;
import torgau.journal.Reference;
import torgau.store.StoreFault;
import torgau.store.desk.Alarm;
import torgau.store.desk.Desk;
import torgau.store.desk.LedgerLine;

/// The order to send nothing at all to other stations: given by an officer, kept in a book on the desk, so that a
/// station that starts under it sends nothing from its first moment on, and ended by an officer or at its time.
///
/// For any number of threads.
public final class ReceiveOnly implements AutoCloseable {
    /// How long the station waits at most, before it falls silent, until the others hold what it was told to say last.
    public static final long LAST_WORD_MILLIS = 120_000;

    static final String BOOK = "receive-only";
    private static final String ENDED = "receive_only_ended";
    private static final long LOOK_MILLIS = 250;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Station station;
    private final Kept<Desk> desk;
    private final AlarmBook alarms;
    private final WatchLog log;
    private final Clocks clocks;
    private final Thread looking;
    private volatile @Nullable Order order;
    private volatile boolean silent;

    /// What is done to the station itself.
    interface Station {
        void fallSilent();

        /// Lets the station send again.
        ///
        /// @throws IOException if connections cannot be accepted again; the station stays silent then
        void speak() throws IOException;

        /// Whether every other station holds an entry.
        boolean heldByAll(Reference entry);
    }

    /// An order to send nothing.
    ///
    /// @param at when it was given, milliseconds UTC
    /// @param until when it ends by itself, if it does
    /// @param by the seat or officer that gave it
    /// @param lastWord an own entry for which falling silent waits, `LAST_WORD_MILLIS` at most
    public record Order(long at, OptionalLong until, String by, Optional<Reference> lastWord) {}

    ReceiveOnly(String name, Station station, Kept<Desk> desk, AlarmBook alarms, WatchLog log, Clocks clocks) {
        this.station = station;
        this.desk = desk;
        this.alarms = alarms;
        this.log = log;
        this.clocks = clocks;
        this.looking = Thread.ofPlatform().daemon().name("receive-only " + name).unstarted(this::lookAfter);
    }

    /// Takes up the order under which the station stopped, before anything of it can speak.
    synchronized void recall() {
        Optional<Order> kept = desk.use(open -> open.ledgerBefore(BOOK, Long.MAX_VALUE, 1)).stream()
                .findFirst()
                .flatMap(ReceiveOnly::read);
        if (kept.isPresent()) {
            order = kept.get();
            silent = true;
            station.fallSilent();
        }
    }

    void open() {
        looking.start();
    }

    /// The order that stands, whether the station has fallen silent yet or not.
    public Optional<Order> order() {
        return Optional.ofNullable(order);
    }

    /// Whether nothing leaves the station.
    public boolean silent() {
        return silent;
    }

    /// Orders silence, in place of any order that stands: at once, or once the others hold the last word.
    ///
    /// @throws StoreFault if the desk cannot keep it; nothing has changed then
    public synchronized void begin(OptionalLong until, String by, Optional<Reference> lastWord) {
        var given = new Order(now(), until, by, lastWord);
        write(said(given));
        order = given;
        log.note("receive_only_on", null, lastWord.orElse(null), by);
        look();
    }

    /// Ends the order; whether there was one. A desk that cannot note it keeps nobody from speaking.
    ///
    /// @throws IOException if connections cannot be accepted again; the order stands then
    public synchronized boolean end(String by) throws IOException {
        if (order == null) {
            return false;
        }
        station.speak();
        silent = false;
        order = null;
        try {
            write(JsonNodeFactory.instance.objectNode().put("on", false).put("by", by));
        } catch (StoreFault fault) {
            Log.SHELL.atError().addKeyValue("code", fault.code().code()).log("the end of receive-only was not kept");
        }
        log.note("receive_only_off", null, null, by);
        alarms.raise(ENDED, AlarmKind.RECEIVE_ONLY_ENDED, new Alarm.About(null, null, null, by));
        return true;
    }

    private void lookAfter() {
        try {
            while (true) {
                look();
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException _) {
            // the station stops
        }
    }

    /// Falls silent or speaks again where it is time.
    private synchronized void look() {
        Order standing = order;
        if (standing == null) {
            return;
        }
        try {
            if (standing.until().isPresent() && now() >= standing.until().getAsLong()) {
                end("time");
            } else if (!silent && due(standing)) {
                silent = true;
                station.fallSilent();
            }
        } catch (IOException taken) {
            Log.SHELL.atError().addKeyValue("code", Code.PORT_TAKEN.code()).log("the station cannot speak again yet");
        } catch (RuntimeException fault) {
            Log.SHELL.atError().setCause(fault).log("receive-only could not be looked after");
        }
    }

    private boolean due(Order standing) {
        return standing.lastWord().isEmpty()
                || now() >= standing.at() + LAST_WORD_MILLIS
                || station.heldByAll(standing.lastWord().get());
    }

    private long now() {
        return clocks.wallMillis().getAsLong();
    }

    private void write(ObjectNode line) {
        byte[] content = line.toString().getBytes(StandardCharsets.UTF_8);
        desk.use(open -> {
            Optional<LedgerLine> last =
                    open.ledgerBefore(BOOK, Long.MAX_VALUE, 1).stream().findFirst();
            return open.append(LedgerLine.after(last, BOOK, now(), content));
        });
    }

    private static ObjectNode said(Order order) {
        ObjectNode line = JsonNodeFactory.instance.objectNode().put("on", true).put("by", order.by());
        order.until().ifPresent(until -> line.put("until", until));
        return line;
    }

    /// A line that cannot be read is taken for an order: silence can be broken, what was sent cannot be taken back.
    private static Optional<Order> read(LedgerLine line) {
        try {
            JsonNode said = MAPPER.readTree(line.content());
            OptionalLong until = said.path("until").isIntegralNumber()
                    ? OptionalLong.of(said.path("until").asLong())
                    : OptionalLong.empty();
            return said.path("on").asBoolean(true)
                    ? Optional.of(new Order(line.at(), until, said.path("by").asText(), Optional.empty()))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.of(new Order(line.at(), OptionalLong.empty(), "", Optional.empty()));
        }
    }

    @Override
    public void close() {
        looking.interrupt();
    }
}
