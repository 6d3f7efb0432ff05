package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import torgau.station.text.Dtg;
import torgau.station.text.Texts;

/// The watch in words.
record WatchReport(Texts texts) {
    List<String> of(JsonNode watch) {
        var lines = new ArrayList<String>();
        JsonNode turn = watch.path("turn");
        lines.add(
                turn.isMissingNode()
                        ? texts.say("cli.watch.nobody")
                        : texts.say(
                                "cli.watch.held",
                                Map.of("officer", turn.path("officer").asText(), "time", time(turn.path("from")))));
        lines.add(texts.say("cli.watch.shift", Map.of("time", time(watch.at("/shift/until")))));
        watch.path("notes")
                .forEach(note -> lines.add("  " + time(note.path("at")) + "  "
                        + note.path("officer").asText() + ": "
                        + note.path("words").asText()));
        if (watch.has("handed_over")) {
            lines.addAll(handedOver(watch.path("handed_over")));
        }
        lines.addAll(items("cli.watch.open", watch.path("open")));
        return lines;
    }

    /// What was handed over, and is to be taken.
    List<String> handedOver(JsonNode over) {
        var lines = new ArrayList<String>();
        lines.add(texts.say(
                "cli.watch.waiting", Map.of("officer", over.path("officer").asText(), "time", time(over.path("at")))));
        if (!over.path("words").asText().isEmpty()) {
            lines.add("  " + over.path("words").asText());
        }
        lines.addAll(items("cli.watch.open_then", over.path("open")));
        return lines;
    }

    private List<String> items(String heading, JsonNode open) {
        var lines = new ArrayList<String>();
        lines.add(texts.say(heading, Map.of("total", open.path("total").asInt())));
        var sheet = new Sheet("  ");
        open.path("items")
                .forEach(item -> sheet.row(
                        item.path("number").asText(),
                        texts.say("cli.watch." + item.path("kind").asText()),
                        item.has("due") ? time(item.path("due")) : ""));
        lines.addAll(sheet.lines());
        return lines;
    }

    private static String time(JsonNode instant) {
        return Dtg.group(Instant.parse(instant.asText()));
    }
}
