package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import torgau.station.text.Dtg;
import torgau.station.text.Texts;

/// The translation desk as a linguist reads it.
record TranslationReport(Texts texts) {
    /// What waits, an entry a line, with how far each of its texts has come.
    List<String> queue(JsonNode queue) {
        var lines = new ArrayList<String>();
        lines.add(texts.say(
                "cli.translate.queue", Map.of("count", queue.path("total").asInt())));
        var sheet = new Sheet("  ");
        for (JsonNode each : queue.path("waits")) {
            var parts = new ArrayList<String>();
            each.path("parts").forEach(part -> parts.add(part(part.path("part").asText()) + ": " + state(part)));
            sheet.row(
                    texts.say("precedence." + each.path("precedence").asText()),
                    each.path("message_number").asText(),
                    Dtg.group(Instant.parse(each.path("time").asText())),
                    String.join("; ", parts));
        }
        lines.addAll(sheet.lines());
        if (!queue.path("complete").asBoolean()) {
            lines.add(texts.say("cli.matters.incomplete"));
        }
        return lines;
    }

    private String part(String name) {
        return switch (name) {
            case "" -> texts.say("cli.translate.text");
            case "subject" -> texts.say("cli.label.subject");
            default -> name;
        };
    }

    private String state(JsonNode part) {
        String state = texts.say("translation." + part.path("state").asText("none"));
        return part.path("courtesy").asBoolean() ? state + ", " + texts.say("translation.courtesy") : state;
    }

    /// The texts of an entry, or one of them.
    List<String> sheets(JsonNode sheets, @Nullable String only) {
        var lines = new ArrayList<String>();
        String number = sheets.path("message_number").asText();
        if (sheets.path("parts").isEmpty()) {
            lines.add(texts.say("cli.translate.nothing", Map.of("number", number, "language", language(sheets, "to"))));
        }
        for (JsonNode sheet : sheets.path("parts")) {
            if (only == null || only.equals(sheet.path("part").asText())) {
                lines.add(number + "  " + part(sheet.path("part").asText()) + " (" + language(sheet, "language") + ")");
                lines.addAll(sheet(sheet, sheets));
            }
        }
        return lines;
    }

    private static String language(JsonNode of, String field) {
        return of.path(field).asText();
    }

    private List<String> sheet(JsonNode sheet, JsonNode sheets) {
        String words = sheet.path("text").asText();
        var rows = new Sheet("  ");
        rows.row(language(sheet, "language"), words);
        sheets.path("courtesy").forEach(courtesy -> {
            if (courtesy.path("part").equals(sheet.path("part"))) {
                rows.row(
                        "(" + language(courtesy, "language") + ")",
                        courtesy.path("text").asText());
            }
        });
        for (JsonNode term : sheet.path("terms")) {
            var agreed = new ArrayList<String>();
            term.path("agreed").forEach(word -> agreed.add(word.asText()));
            rows.row(texts.say("cli.translate.term"), part(words, term) + " → " + String.join("; ", agreed));
        }
        for (JsonNode sentence : sheet.path("memory")) {
            sentence.path("hits")
                    .forEach(hit -> rows.row(
                            String.format(Locale.ROOT, "%.2f", hit.path("ratio").asDouble()),
                            hit.path("was").asText() + " → "
                                    + hit.path("translated").asText() + " ("
                                    + hit.path("reference").asText() + ", "
                                    + texts.say("translation."
                                            + hit.path("standing").asText()) + ")"));
        }
        var lines = new ArrayList<>(rows.lines());
        if (sheet.has("machine")) {
            lines.add("  "
                    + texts.say(
                            "cli.translate.machine",
                            Map.of("machine", sheet.path("machine").asText())));
        }
        lines.addAll(translation(sheet));
        return lines;
    }

    private static String part(String words, JsonNode span) {
        int from = Math.clamp(span.path("from").asInt(), 0, words.length());
        return words.substring(from, Math.clamp(span.path("to").asInt(), from, words.length()));
    }

    /// A translation as it is now, with what to look at again.
    List<String> translation(JsonNode sheet) {
        JsonNode now = sheet.path("translation");
        if (now.isMissingNode()) {
            return List.of("  " + texts.say("translation.none"));
        }
        var rows = new Sheet("  ");
        String by = now.at("/office/title").asText() + ", "
                + Dtg.both(Instant.parse(now.path("at").asText()));
        rows.row(texts.say("translation." + now.path("state").asText()), by);
        if (now.has("engine")) {
            rows.row(texts.say("cli.translate.from_machine"), now.path("engine").asText());
        }
        rows.row(language(now, "language"), now.path("text").asText());
        if (now.has("note")) {
            rows.row(texts.say("cli.translate.note"), now.path("note").asText());
        }
        for (JsonNode finding : sheet.path("findings")) {
            rows.row(
                    finding.path("grave").asBoolean() ? "!!" : "·",
                    finding.path("message").asText());
        }
        return rows.lines();
    }
}
