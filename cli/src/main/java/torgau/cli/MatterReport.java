package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import torgau.station.text.Texts;

/// What stands beside the entries of a matter: accounts of one fact by party, reservations, and other
/// matters that it opened or that opened it.
final class MatterReport {
    private final Texts texts;
    private final AwaitedReport report;

    MatterReport(Texts texts, AwaitedReport report) {
        this.texts = texts;
        this.report = report;
    }

    List<String> links(JsonNode matter) {
        var lines = new ArrayList<String>();
        JsonNode from = matter.path("opened_by_act");
        if (from.isObject()) {
            lines.add(texts.say(
                    "cli.matter.opened_by_act",
                    Map.of("number", text(from, "number"), "matter", text(from, "matter_number"))));
        }
        for (JsonNode act : matter.path("opens")) {
            var opened = new ArrayList<String>();
            act.path("matters").forEach(each -> opened.add(text(each, "number")));
            lines.add(texts.say(
                    "cli.matter.opens",
                    Map.of(
                            "number",
                            text(act, "number"),
                            "title",
                            text(act, "procedure") + " " + report.words(act.path("title")),
                            "matters",
                            opened.isEmpty() ? texts.say("cli.matter.opens_none") : String.join(", ", opened))));
        }
        return lines;
    }

    List<String> reservations(JsonNode matter) {
        var lines = new ArrayList<String>();
        for (JsonNode step : matter.path("steps")) {
            for (JsonNode each : step.path("reservations")) {
                lines.add("  " + text(step, "number") + ": "
                        + texts.say(
                                "cli.matter.reservation",
                                Map.of(
                                        "party", text(each, "party"),
                                        "number", text(each, "number"),
                                        "text", text(each, "text"))));
            }
        }
        return lines;
    }

    List<String> facts(JsonNode matter) {
        var lines = new ArrayList<String>();
        for (JsonNode fact : matter.path("facts")) {
            lines.add("  "
                    + texts.say(
                            "cli.matter.fact." + text(fact, "agreement"),
                            Map.of("label", report.words(fact.path("label")))));
            var sheet = new Sheet("    ");
            fact.path("views").forEach(view -> sheet.row(text(view, "party"), view(view)));
            lines.addAll(sheet.lines());
        }
        if (!lines.isEmpty()) {
            lines.addFirst(texts.say("cli.matter.facts"));
        }
        return lines;
    }

    private String view(JsonNode view) {
        String words = report.words(view.path("words"));
        JsonNode written = view.path("written");
        String value = !words.isEmpty() ? words : written.isTextual() ? written.asText() : written.toString();
        String key = view.path("last").asBoolean() ? "cli.matter.view" : "cli.matter.view_earlier";
        return texts.say(key, Map.of("words", value, "number", text(view, "number")));
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).asText();
    }
}
