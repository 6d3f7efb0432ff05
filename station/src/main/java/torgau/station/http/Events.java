package torgau.station.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import torgau.journal.Code;
import torgau.journal.Entry;
import torgau.journal.Reference;
import torgau.station.shell.EventHub;
import torgau.store.Arrived;
import torgau.store.Filter;
import torgau.store.JournalStore;
import torgau.store.StoreFault;
import torgau.store.desk.Alarm;

/// What happens, as it happens. A stream reads entries from the journal at its reader's own pace, so
/// that a slow reader costs no memory; one that takes nothing for half a minute is cut off by the
/// connection's own limit.
final class Events {
    static final long HEARTBEAT_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final long LINE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int PAGE = 64;
    private static final int MAX_STREAMS = 32;
    /// Receipts told after one entry: as many as the entries of one page.
    private static final int MAX_RECEIPTS = 500;

    private final Front front;
    private final EntryPages pages;
    private final StatusJson status;
    private final LongSupplier nanos;
    private final java.util.concurrent.Semaphore room = new java.util.concurrent.Semaphore(MAX_STREAMS);

    Events(Front front, EntryPages pages, StatusJson status) {
        this.front = front;
        this.pages = pages;
        this.status = status;
        this.nanos = front.process().clocks().steadyNanos();
    }

    /// Answers with a stream and stays in it until its reader, its session or the station ends it.
    void stream(Context request, BooleanSupplier live) throws IOException, InterruptedException {
        if (!Optional.ofNullable(request.header("Accept")).orElse("").contains("text/event-stream")) {
            throw new Refusal(406, Code.WRONG_MEDIA_TYPE);
        }
        var query = new Query(request);
        Optional<String> asked = query.word("after");
        query.end();
        Optional<String> after =
                Optional.ofNullable(request.header("Last-Event-ID")).or(() -> asked);
        if (!room.tryAcquire()) {
            throw new Refusal(429, Code.TOO_MANY_REQUESTS, "there are " + MAX_STREAMS + " streams already");
        }
        try (EventHub.Watch watch = front.process().hub().watch()) {
            long cursor = front.process()
                    .journal()
                    .read(journal ->
                            after.map(word -> pages.cursor(journal, word)).orElseGet(() -> journal.newest()));
            request.contentType("text/event-stream");
            request.header("X-Accel-Buffering", "no");
            new Stream(request, cursor).run(watch, live);
        } finally {
            room.release();
        }
    }

    private final class Stream {
        private final Context request;
        private final OutputStream out;
        private long cursor;
        private long beatAt;
        private long lineAt;
        private boolean lineDue = true;

        private Stream(Context request, long cursor) {
            this.request = request;
            this.out = request.outputStream();
            this.cursor = cursor;
        }

        private void run(EventHub.Watch watch, BooleanSupplier live) throws IOException, InterruptedException {
            beat();
            arrivals();
            ahead();
            while (true) {
                status();
                // Not out.flush(): Javalin's stream passes that on to nobody.
                request.res().flushBuffer();
                EventHub.Watch.News news = watch.await(patience());
                // Asked after the wait and before anything is sent: who was put out meanwhile reads none of it.
                if (!news.open() || !live.getAsBoolean()) {
                    return;
                }
                lineDue |= news.lineChanged() || news.arrived();
                if (news.arrived()) {
                    arrivals();
                    ahead();
                }
                alarms(news.alarms());
                if (nanos.getAsLong() - beatAt >= HEARTBEAT_NANOS) {
                    beat();
                }
            }
        }

        private long patience() {
            long beat = beatAt + HEARTBEAT_NANOS - nanos.getAsLong();
            return Math.max(1, lineDue ? Math.min(beat, lineAt + LINE_NANOS - nanos.getAsLong()) : beat);
        }

        private void beat() throws IOException {
            beatAt = nanos.getAsLong();
            send("heartbeat", JsonNodeFactory.instance.objectNode().put("now", Names.instant(front.now())), "");
        }

        private void status() throws IOException {
            if (lineDue && nanos.getAsLong() - lineAt >= LINE_NANOS) {
                lineDue = false;
                lineAt = nanos.getAsLong();
                send("line", status.now(), "");
            }
        }

        private void alarms(List<Alarm> alarms) throws IOException {
            lineDue |= !alarms.isEmpty();
            for (Alarm alarm : alarms) {
                send("alarm", new AlarmJson(front).of(alarm), "");
            }
        }

        private void arrivals() throws IOException {
            try {
                List<Arrived> page;
                do {
                    page = front.process().journal().read(journal -> journal.arrivedAfter(cursor, PAGE, Filter.ALL));
                    Names names = front.names();
                    for (Arrived arrived : page) {
                        arrival(arrived, names);
                    }
                } while (page.size() == PAGE);
            } catch (StoreFault fault) {
                // the store is being opened anew; the next arrival reads on
            }
        }

        private void arrival(Arrived arrived, Names names) throws IOException {
            cursor = arrived.cursor();
            ObjectNode entry = front.process()
                    .journal()
                    .read(journal -> front.entries(journal, names).of(EntryJson.Shown.of(arrived)));
            send("entry", entry, "id: " + arrived.cursor() + "\n");
            List<ObjectNode> receipts =
                    front.process().journal().read(journal -> receipts(journal, arrived.entry(), names));
            for (ObjectNode receipt : receipts) {
                send("receipt", receipt, "");
            }
        }

        private List<ObjectNode> receipts(JournalStore journal, Entry entry, Names names) {
            EntryJson views = front.entries(journal, names);
            return new Receipts(journal, front.ownParty())
                    .changedBy(entry, MAX_RECEIPTS).stream()
                            .distinct()
                            .sorted()
                            .map((Reference place) -> journal.entry(place))
                            .flatMap(Optional::stream)
                            .filter(one -> !one.payload().automatic())
                            .map(one -> views.receiptEvent(one.reference(), one.payload()))
                            .toList();
        }

        private void ahead() throws IOException {
            List<ObjectNode> ahead = front.process().journal().read(journal -> {
                EntryJson views = front.entries(journal, front.names());
                return pages.ahead(journal, Filter.ALL).stream().map(views::of).toList();
            });
            for (ObjectNode entry : ahead) {
                send("entry", entry, "");
            }
        }

        private void send(String event, ObjectNode data, String id) throws IOException {
            String text = id + "event: " + event + "\ndata: " + data + "\n\n";
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
