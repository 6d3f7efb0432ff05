package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import torgau.station.text.Dtg;
import torgau.station.text.Texts;

/// Things awaited as an officer reads them.
record AwaitedReport(Texts texts, Instant now) {
    /// One row: when, what and of whom, after what, and what we may file.
    void row(Sheet sheet, JsonNode item) {
        sheet.row(when(item), item.path("from").asText(), what(item));
    }

    /// Days of the calendar, one a line: when, of whom and for whom, what, for which days, and what we may
    /// file.
    List<String> days(JsonNode items) {
        var sheet = new Sheet("  ");
        items.forEach(item -> sheet.row(
                day(item),
                item.path("from").asText() + " → " + item.path("awaited_by").asText(),
                report(item)));
        return sheet.lines();
    }

    private String day(JsonNode item) {
        String by = Dtg.group(Instant.parse(item.path("requested_by").asText()));
        return texts.say(
                "cli.calendar." + item.path("state").asText(),
                Map.of("time", by, "number", item.path("by_number").asText()));
    }

    private String report(JsonNode item) {
        var parts = new ArrayList<String>();
        parts.add(words(item.path("title")));
        parts.add(
                item.path("first_day").asText() + " … " + item.path("last_day").asText());
        List<String> may = codes(item.path("may"));
        if (!may.isEmpty()) {
            parts.add(texts.say("cli.awaited.may", Map.of("formats", String.join(", ", may))));
        }
        return String.join("; ", parts);
    }

    private String what(JsonNode item) {
        var parts = new ArrayList<String>();
        parts.add(words(item.path("words")));
        String code = item.path("demand_format").asText("");
        String after = item.path("demand_number").asText() + (code.isEmpty() ? "" : " (" + code + ")");
        parts.add(texts.say("cli.awaited.after", Map.of("number", after)));
        if (item.has("row")) {
            parts.add(words(item.at("/row/title")) + ": "
                    + texts.say(
                            "cli.awaited.row",
                            Map.of("number", item.at("/row/number").asLong())));
        }
        if (item.has("title")) {
            parts.add(words(item.path("title")));
        }
        List<String> may = codes(item.path("may"));
        if (!may.isEmpty()) {
            parts.add(texts.say("cli.awaited.may", Map.of("formats", String.join(", ", may))));
        }
        return String.join("; ", parts);
    }

    String when(JsonNode item) {
        String state = item.path("state").asText();
        if (!item.has("requested_by")) {
            return texts.say("cli.awaited." + state);
        }
        Instant by = Instant.parse(item.path("requested_by").asText());
        return texts.say(
                "cli.awaited." + state, Map.of("time", Dtg.group(by), "left", left(Duration.between(now, by))));
    }

    /// Hours and minutes, which every language reads alike.
    static String left(Duration left) {
        long minutes = Math.abs(left.toMinutes());
        return "%d:%02d".formatted(minutes / 60, minutes % 60);
    }

    /// A text in the station's language, or else in any.
    String words(JsonNode words) {
        JsonNode own = words.path(texts.language());
        return own.isMissingNode() && !words.isEmpty() ? words.iterator().next().asText() : own.asText();
    }

    static List<String> codes(JsonNode list) {
        var codes = new ArrayList<String>();
        list.forEach(code -> codes.add(code.asText()));
        return codes;
    }
}
