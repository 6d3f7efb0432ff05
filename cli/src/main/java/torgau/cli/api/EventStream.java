package torgau.cli.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/// What happens at a station, as it tells it (server-sent events). A reader that is slow slows the stream down,
/// and what waits here is bounded.
public final class EventStream implements AutoCloseable {
    private static final int WAITING = 64;

    private final InputStream body;
    private final BlockingQueue<Optional<Event>> waiting = new ArrayBlockingQueue<>(WAITING);
    private final Thread reader;
    private boolean over;

    /// One event.
    ///
    /// @param id the cursor from which the stream goes on after it; empty if it has none
    public record Event(String name, String id, JsonNode data) {}

    EventStream(InputStream body) {
        this.body = body;
        this.reader = Thread.ofVirtual().name("event-stream").start(this::read);
    }

    /// The next event; empty if none comes within this time, or none comes any more.
    public Optional<Event> next(Duration within) {
        if (over) {
            return Optional.empty();
        }
        try {
            Optional<Event> next = waiting.poll(within.toMillis(), TimeUnit.MILLISECONDS);
            over = next != null && next.isEmpty();
            return next == null ? Optional.empty() : next;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            over = true;
            return Optional.empty();
        }
    }

    /// Whether the station ended the stream, or it broke.
    public boolean over() {
        return over;
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            String name = "";
            String id = "";
            String data = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event: ")) {
                    name = line.substring("event: ".length());
                } else if (line.startsWith("id: ")) {
                    id = line.substring("id: ".length());
                } else if (line.startsWith("data: ")) {
                    data = line.substring("data: ".length());
                } else if (line.isEmpty() && !data.isEmpty()) {
                    waiting.put(Optional.of(new Event(name, id, StationApi.JSON.readTree(data))));
                    name = "";
                    id = "";
                    data = "";
                }
            }
            waiting.put(Optional.empty());
        } catch (IOException broken) {
            broken();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void broken() {
        try {
            waiting.put(Optional.empty());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        reader.interrupt();
        try {
            body.close();
        } catch (IOException gone) {
            // It is over in any case.
        }
    }
}
