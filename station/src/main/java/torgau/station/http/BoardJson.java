package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import torgau.link.engine.Backlog;
import torgau.link.engine.BearerStatus;
import torgau.station.heart.LineBoard;
import torgau.station.shell.Boards;
import torgau.station.shell.Wires;
import torgau.station.shell.Wires.Way;

/// The bearers to one station, each with what is known of it, and what waits to go.
final class BoardJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Wires wires;
    private final Boards boards;

    BoardJson(Wires wires, Boards boards) {
        this.wires = wires;
        this.boards = boards;
    }

    void into(ObjectNode json, int station) {
        Optional<LineBoard> board = boards.of(station);
        ArrayNode bearers = json.putArray("bearers");
        wires.ways(station).forEach(way -> bearers.add(bearer(way, board)));
        board.ifPresent(each -> queue(json, each.backlog()));
        Wires.Day today = wires.today(station);
        json.put("bytes_in_today", today.bytesIn()).put("bytes_out_today", today.bytesOut());
    }

    private ObjectNode bearer(Way way, Optional<LineBoard> board) {
        ObjectNode json = JSON.objectNode()
                .put("kind", way.kind())
                .put("address", way.address())
                .put("up", way.up())
                .put("since", Names.instant(way.since()))
                .put("bytes_in", way.bytesIn())
                .put("bytes_out", way.bytesOut());
        if (!way.name().isEmpty()) {
            json.put("name", way.name());
        }
        if (way.bitsPerSecond() > 0) {
            json.put("bits_per_second", way.bitsPerSecond());
        }
        board.stream()
                .flatMap(each -> each.bearers().stream())
                .filter(status -> way.up() && status.bearer() == way.bearer())
                .forEach(status -> standing(json, status));
        return json;
    }

    private void standing(ObjectNode json, BearerStatus status) {
        json.put("state", status.state().name().toLowerCase(Locale.ROOT));
        status.provenAgoMillis()
                .ifPresent(ago ->
                        json.put("last_proof_of_life", Names.instant(boards.at().wall() - ago)));
        if (status.roundTripMillis() > 0) {
            json.put("round_trip_ms", status.roundTripMillis());
        }
        json.put("probes", status.probes()).put("probes_unanswered", status.unanswered());
        json.put("housekeeping_bytes_per_minute", status.housekeepingBytesPerMinute());
    }

    private static void queue(ObjectNode json, Backlog backlog) {
        ArrayNode queue = json.putArray("queue");
        for (Backlog.Waiting waiting : backlog.waiting()) {
            ObjectNode each = JSON.objectNode()
                    .put("precedence", waiting.precedence().name())
                    .put("entries", waiting.entries())
                    .put("bytes", waiting.bytes());
            waiting.clearMillis().ifPresent(millis -> each.put("clear_s", Math.ceilDiv(millis, 1_000)));
            queue.add(each);
        }
        json.put("queue_further", backlog.further());
    }
}
