package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import torgau.station.text.Dtg;
import torgau.station.text.Texts;

/// An entry and its receipts as an officer reads them.
record EntryReport(JsonNode entry, Texts texts) {
    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(String.join("  ", heading(), texts.say("class." + text("class")), time(text("time"))));
        JsonNode from = entry.path("from");
        String author = from.path("party").asText() + "/" + from.path("station").asText();
        String office = from.has("office") ? ", " + from.path("office").asText() : "";
        var sheet = new Sheet("  ")
                .row(texts.say("cli.label.number"), text("message_number"))
                .row(texts.say("cli.label.reference"), text("reference"))
                .row(texts.say("cli.label.from"), author + office);
        if (!entry.path("refs").isEmpty()) {
            sheet.row(texts.say("cli.label.re"), entry.path("refs").get(0).asText());
        }
        act(sheet);
        entry.path("receipts").forEach(receipt -> receipt(sheet, receipt));
        lines.addAll(sheet.lines());
        return lines;
    }

    private String heading() {
        String precedence = text("precedence");
        return texts.say("precedence." + precedence) + " "
                + entry.path("act").path("type").asText();
    }

    private void act(Sheet sheet) {
        JsonNode act = entry.path("act");
        if (act.has("subject")) {
            sheet.row(texts.say("cli.label.subject"), act.get("subject").asText());
        }
        for (String field : List.of("text", "passage", "authority", "reason")) {
            if (act.has(field)) {
                sheet.row(act.path("language").asText(""), act.get(field).asText());
            }
        }
        for (String list : List.of("courtesy", "sentences")) {
            act.path(list)
                    .forEach(sentence -> sheet.row(
                            "(" + sentence.path("language").asText() + ")",
                            sentence.path("text").asText()));
        }
    }

    private void receipt(Sheet sheet, JsonNode receipt) {
        String stage = receipt.path("stage").asText();
        String words = stage.equals("passed_on")
                ? texts.say(
                        "stage.passed_on",
                        java.util.Map.of(
                                "time", time(receipt.path("passed_on_at").asText())))
                : texts.say("stage." + stage);
        sheet.row(
                receipt.path("party").asText(),
                words + ", " + time(receipt.path("at").asText()));
    }

    private static String time(String iso) {
        return iso.isEmpty() ? "" : Dtg.both(Instant.parse(iso));
    }

    private String text(String field) {
        return entry.path(field).asText("");
    }
}
