package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import torgau.station.text.Texts;

/// The report on a table in words: a line for each fault, with its row and column.
final class ImportText {
    private static final int MAX_KNOWN = 20;

    private final Texts texts;

    ImportText(Texts texts) {
        this.texts = texts;
    }

    List<String> of(JsonNode report) {
        var lines = new ArrayList<String>();
        lines.add(texts.say("cli.import.rows", counts(report)));
        var sheet = new Sheet("  ");
        report.path("ready")
                .forEach(row -> sheet.row(
                        text(row, "row"),
                        text(row, "plan"),
                        text(row, "number"),
                        text(row, "dates"),
                        text(row, "event")));
        lines.addAll(sheet.lines());
        report.path("notes")
                .forEach(note -> lines.addAll(
                        wrapped(note.has("row") ? place(note) + ": " + text(note, "message") : text(note, "message"))));
        report.path("known")
                .valueStream()
                .limit(MAX_KNOWN)
                .forEach(row -> lines.add("  "
                        + texts.say("cli.import.known", Map.of("row", text(row, "row"), "event", text(row, "event")))));
        report.path("faults")
                .forEach(fault -> lines.addAll(
                        wrapped(text(fault, "code") + " " + place(fault) + ": " + text(fault, "message"))));
        int more = report.path("faults_total").asInt() - report.path("faults").size();
        if (more > 0) {
            lines.add("  " + texts.say("cli.import.more", Map.of("count", more)));
        }
        return lines.stream().map(Visible::line).toList();
    }

    private Map<String, Object> counts(JsonNode report) {
        var counts = new LinkedHashMap<String, Object>();
        counts.put("sheet", report.path("sheet").asText("none"));
        counts.put("headings", text(report, "headings_row"));
        counts.put("rows", text(report, "rows"));
        counts.put("ready", report.path("ready").size());
        counts.put("known", report.path("known").size());
        counts.put("faults", text(report, "faults_total"));
        return counts;
    }

    private String place(JsonNode about) {
        return texts.say(
                "cli.import.place",
                Map.of("row", text(about, "row"), "column", about.path("column").asText("none")));
    }

    private static List<String> wrapped(String text) {
        return Sheet.wrapped(text, Sheet.WIDTH - 2).stream()
                .map(line -> "  " + line)
                .toList();
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asText();
    }
}
