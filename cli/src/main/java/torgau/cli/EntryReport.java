package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        re(sheet);
        act(sheet);
        entry.path("later_courtesy").forEach(courtesy -> courtesy(sheet, courtesy));
        entry.path("receipts").forEach(receipt -> receipt(sheet, receipt));
        if (entry.has("prepared")) {
            String command = "torgau ack " + text("reference") + " --not-understood "
                    + entry.at("/prepared/cause").asText();
            sheet.row(texts.say("cli.label.prepared"), command);
        }
        lines.addAll(sheet.lines());
        return lines;
    }

    /// The same, and every field of a filed format, numbered.
    List<String> detail() {
        return withFields(lines());
    }

    /// What it says, without number, author and time: of an entry that is not signed yet.
    List<String> content() {
        var lines = new ArrayList<String>();
        lines.add(String.join("  ", heading(), texts.say("class." + text("class"))));
        var sheet = new Sheet("  ");
        re(sheet);
        act(sheet);
        lines.addAll(sheet.lines());
        return withFields(lines);
    }

    private void re(Sheet sheet) {
        if (!entry.path("refs").isEmpty()) {
            sheet.row(texts.say("cli.label.re"), entry.path("refs").get(0).asText());
        }
    }

    private List<String> withFields(List<String> before) {
        var lines = new ArrayList<>(before);
        var sheet = new Sheet("  ");
        int number = 0;
        for (JsonNode field : entry.at("/act/fields")) {
            if (field.isObject()) {
                sheet.row(
                        ++number + ".",
                        in(field.path("label"), field.path("name").asText()),
                        value(field));
            }
        }
        if (number > 0) {
            lines.add("");
            lines.addAll(sheet.lines());
        }
        return lines;
    }

    private String value(JsonNode field) {
        return in(field.path("words"), plain(field.path("written")));
    }

    private static String plain(JsonNode written) {
        return written.isTextual() ? written.asText() : written.toString();
    }

    /// In the officer's language; else as it is.
    private String in(JsonNode words, String otherwise) {
        for (var each : words.properties()) {
            if (primary(each.getKey()).equals(texts.language())) {
                return each.getValue().asText();
            }
        }
        return otherwise;
    }

    private static String primary(String tag) {
        return tag.split("-", 2)[0];
    }

    private String heading() {
        String precedence = text("precedence");
        JsonNode act = entry.path("act");
        String form = act.path("procedure").asText().equals(act.path("format").asText())
                ? ""
                : act.path("procedure").asText() + "/";
        String what = act.has("format")
                ? form + act.path("format").asText()
                : act.path("type").asText();
        return texts.say("precedence." + precedence) + " " + what;
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
        if (act.has("format")) {
            filed(sheet, act);
            return;
        }
        restated(sheet, act.path("restated"));
        for (String list : List.of("courtesy", "sentences")) {
            act.path(list)
                    .forEach(sentence -> sheet.row(
                            "(" + sentence.path("language").asText() + ")",
                            sentence.path("text").asText()));
        }
    }

    private static void courtesy(Sheet sheet, JsonNode courtesy) {
        String part = courtesy.path("part").asText();
        sheet.row(
                "(" + courtesy.path("language").asText() + (part.isEmpty() ? ")" : ", " + part + ")"),
                courtesy.path("text").asText());
    }

    /// A filed format: its title, and what it says in the officer's language and in its own.
    private void filed(Sheet sheet, JsonNode act) {
        if (act.has("title")) {
            sheet.row(
                    texts.say("cli.label.format"),
                    in(act.path("title"), act.path("format").asText()));
        }
        if (act.has("fault")) {
            String code = act.path("fault").asText();
            String key = "refusal." + code;
            sheet.row(code, texts.has(key) ? texts.say(key) : texts.say("filed.unreadable"));
        }
        act.path("apart").forEach(each -> sheet.row(each.path("field").asText(), apart(each)));
        String own = primary(act.path("language").asText());
        for (JsonNode sentence : act.path("sentences")) {
            String language = sentence.path("language").asText();
            if (primary(language).equals(texts.language()) || primary(language).equals(own)) {
                sheet.row("(" + language + ")", sentence.path("text").asText());
            }
        }
    }

    /// A file or an annex: what it is, and what there is of it here.
    private String apart(JsonNode each) {
        String state = texts.say("apart." + each.path("state").asText());
        return each.has("name")
                ? Visible.line(each.path("name").asText()) + ", "
                        + each.path("bytes").asLong() + " B, " + state
                : state;
    }

    /// What was restated, field by field, with the original where it differs.
    private void restated(Sheet sheet, JsonNode restated) {
        for (JsonNode field : restated) {
            String said = plain(field.path("restated"));
            String words = !field.has("equal")
                    ? texts.say("restated.uncompared")
                    : field.path("equal").asBoolean()
                            ? texts.say("restated.equal", Map.of("said", said))
                            : texts.say(
                                    "restated.differs",
                                    Map.of("said", said, "original", plain(field.path("original"))));
            sheet.row(in(field.path("label"), field.path("name").asText()), words);
        }
    }

    private void receipt(Sheet sheet, JsonNode receipt) {
        String stage = receipt.path("stage").asText();
        String words = stage.equals("passed_on")
                ? texts.say(
                        "stage.passed_on",
                        Map.of("time", time(receipt.path("passed_on_at").asText())))
                : texts.say("stage." + stage);
        sheet.row(
                receipt.path("party").asText(),
                words + ", " + time(receipt.path("at").asText()));
        restated(sheet, receipt.path("restated"));
    }

    private static String time(String iso) {
        return iso.isEmpty() ? "" : Dtg.both(Instant.parse(iso));
    }

    private String text(String field) {
        return entry.path(field).asText("");
    }
}
