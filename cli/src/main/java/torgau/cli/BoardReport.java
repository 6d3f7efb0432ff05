package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import torgau.station.text.Dtg;
import torgau.station.text.Texts;

/// The bearers to one station and what waits to go over them, as rows of its sheet.
final class BoardReport {
    private final Texts texts;

    BoardReport(Texts texts) {
        this.texts = texts;
    }

    void into(Sheet sheet, JsonNode counterpart) {
        JsonNode bearers = counterpart.path("bearers");
        if (bearers.isEmpty()) {
            sheet.row(texts.say("console.links.bearer"), texts.say("console.bearers.none"));
        }
        bearers.forEach(bearer -> sheet.row(texts.say("console.links.bearer"), bearer(bearer)));
        if (counterpart.has("queue")) {
            queue(sheet, counterpart);
        }
        if (counterpart.has("bytes_in_today")) {
            sheet.row(
                    texts.say("board.today"),
                    texts.say(
                            "board.bytes",
                            Map.of(
                                    "in", counterpart.get("bytes_in_today").asLong(),
                                    "out", counterpart.get("bytes_out_today").asLong())));
        }
    }

    private String bearer(JsonNode bearer) {
        var parts = new ArrayList<String>();
        parts.add(bearer.path("kind").asText().toUpperCase(Locale.ROOT) + " "
                + bearer.path("name").asText(bearer.path("address").asText()));
        parts.add(state(bearer));
        add(parts, bearer, "bits_per_second", "board.rate", "bits");
        if (bearer.has("last_proof_of_life")) {
            String time =
                    Dtg.both(Instant.parse(bearer.get("last_proof_of_life").asText()));
            parts.add(texts.say("board.proof", Map.of("time", time)));
        }
        add(parts, bearer, "round_trip_ms", "board.round_trip", "ms");
        if (bearer.path("probes").asInt() > 0) {
            parts.add(texts.say(
                    "board.loss",
                    Map.of(
                            "lost", bearer.get("probes_unanswered").asLong(),
                            "n", bearer.get("probes").asLong())));
        }
        add(parts, bearer, "housekeeping_bytes_per_minute", "board.housekeeping", "bytes");
        return String.join("; ", parts);
    }

    private String state(JsonNode bearer) {
        if (!bearer.path("up").asBoolean()) {
            return texts.say("console.links.down");
        }
        String key = "board.bearer." + bearer.path("state").asText("unproven");
        return texts.say(texts.has(key) ? key : "board.bearer.unproven");
    }

    private void add(List<String> parts, JsonNode bearer, String member, String key, String argument) {
        if (bearer.has(member)) {
            parts.add(texts.say(key, Map.of(argument, bearer.get(member).asLong())));
        }
    }

    private void queue(Sheet sheet, JsonNode counterpart) {
        String label = texts.say("board.queue");
        if (counterpart.get("queue").isEmpty()) {
            sheet.row(label, texts.say("board.queue.none"));
        }
        for (JsonNode waiting : counterpart.get("queue")) {
            String precedence =
                    texts.say("precedence." + waiting.path("precedence").asText());
            String row = precedence + ": "
                    + texts.say(
                            "board.queue.row",
                            Map.of(
                                    "n", waiting.path("entries").asLong(),
                                    "bytes", waiting.path("bytes").asLong()));
            sheet.row(
                    label,
                    waiting.has("clear_s")
                            ? row + "; "
                                    + texts.say(
                                            "board.queue.clear",
                                            Map.of("s", waiting.get("clear_s").asLong()))
                            : row);
            label = "";
        }
        long further = counterpart.path("queue_further").asLong();
        if (further > 0) {
            sheet.row("", texts.say("board.queue.further", Map.of("n", further)));
        }
    }
}
