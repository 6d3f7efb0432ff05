package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import torgau.station.text.Texts;

/// Meetings, calls and commitments in words: what each side said, side by side.
final class MeetingsReport {
    private final Texts texts;
    private final CounterpartsReport words;

    MeetingsReport(Texts texts) {
        this.texts = texts;
        this.words = new CounterpartsReport(texts);
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).asText();
    }

    private static String time(JsonNode json, String name) {
        return CounterpartsReport.time(json, name);
    }

    private String say(String key, Map<String, ?> values) {
        return texts.say("cli.meetings." + key, values);
    }

    private String say(String key) {
        return texts.say("cli.meetings." + key);
    }

    /// One line each: number, kind, state, when, about what.
    List<String> list(JsonNode all) {
        var lines = new ArrayList<>(
                List.of(say("count", Map.of("count", all.path("total").asInt()))));
        all.path("next")
                .forEach(next ->
                        lines.add(say("next", Map.of("party", text(next, "party"), "number", text(next, "number")))));
        var sheet = new Sheet("  ");
        all.path("talks")
                .forEach(talk -> sheet.row(
                        text(talk, "number"),
                        say(talk.path("call").asBoolean() ? "call" : "meeting"),
                        when(talk),
                        words.code(talk.path("state")) + " · " + text(talk, "subject")));
        lines.addAll(sheet.lines());
        if (!all.path("cadence").isEmpty()) {
            lines.add(say("cadence"));
            var pairs = new Sheet("  ");
            all.path("cadence")
                    .forEach(pair -> pairs.row(
                            CounterpartsReport.office(pair.path("ours")) + " – "
                                    + text(pair.path("theirs"), "party") + " "
                                    + CounterpartsReport.office(pair.path("theirs")),
                            cadence(pair)));
            lines.addAll(pairs.lines());
        }
        return lines;
    }

    private String cadence(JsonNode pair) {
        String last = pair.has("last") ? time(pair, "last") : say("never");
        int held = pair.path("held").asInt();
        int unheld = pair.path("not_held").asInt();
        if (!pair.has("interval_s")) {
            return say("pair_once", Map.of("held", held, "unheld", unheld, "last", last));
        }
        long hours = Duration.ofSeconds(pair.path("interval_s").asLong()).toHours();
        String days = "%d.%d".formatted(hours / 24, hours % 24 * 10 / 24);
        return say("pair", Map.of("held", held, "unheld", unheld, "last", last, "days", days));
    }

    private static String span(JsonNode period) {
        return time(period, "from") + " – " + time(period, "until");
    }

    private String when(JsonNode talk) {
        var parts = new StringJoiner("; ");
        if (talk.has("held")) {
            parts.add(say("held", Map.of("time", span(talk.path("held")))));
        } else if (talk.has("agreed")) {
            parts.add(say("agreed", Map.of("time", span(talk.path("agreed")))));
            if (talk.path("ahead").asBoolean() && talk.path("past").asBoolean()) {
                parts.add(say("passed"));
            }
        }
        if (talk.has("slip_minutes")) {
            long slip = talk.path("slip_minutes").asLong();
            parts.add(slip == 0 ? say("on_time") : say(slip > 0 ? "slip" : "early", Map.of("minutes", Math.abs(slip))));
        }
        return parts.toString();
    }

    /// All of one: what is awaited, the agenda, the record with its legal effect first, what comes up.
    List<String> show(JsonNode talk) {
        var lines = new ArrayList<String>();
        lines.add(text(talk, "number") + " · " + say(talk.path("call").asBoolean() ? "call" : "meeting") + " · "
                + words.code(talk.path("state")));
        lines.add(text(talk, "subject"));
        String when = when(talk);
        if (!when.isEmpty()) {
            lines.add(when + (talk.has("place") ? " · " + text(talk, "place") : ""));
        }
        var terms = new StringJoiner(" · ");
        for (String name : List.of("level", "way", "interpretation", "chair")) {
            if (talk.has(name)) {
                terms.add(words.code(talk.path(name)));
            }
        }
        lines.add(terms.toString());
        talk.path("sides")
                .forEach(side -> lines.add("  " + text(side, "party") + ": "
                        + (side.has("head") ? CounterpartsReport.office(side.path("head")) : "—")));
        if (talk.has("phrase")) {
            lines.add(say("phrase", Map.of("number", text(talk, "phrase"))));
        }
        talk.path("waiting").forEach(item -> lines.add(waiting(item)));
        lines.addAll(agenda(talk.path("agenda")));
        talk.path("not_held")
                .forEach(word -> lines.add(say(
                        "not_held",
                        Map.of(
                                "party",
                                text(word, "party"),
                                "fact",
                                words.code(word.path("fact")),
                                "number",
                                text(word, "number")))));
        if (talk.has("record")) {
            record(lines, talk.path("record"));
        }
        commitments(lines, "from_record", talk.path("from_record"));
        commitments(lines, "come_up", talk.path("open_commitments"));
        return lines;
    }

    private String waiting(JsonNode item) {
        var values = new java.util.HashMap<String, Object>(Map.of(
                "party", text(item, "from"),
                "number", text(item.path("after"), "number"),
                "format", text(item, "format"),
                "since", time(item, "since")));
        values.put("by", time(item, "requested_by"));
        return say(item.has("requested_by") ? "waiting" : "waiting_open", values);
    }

    /// The items of an agenda, each with how it was answered.
    List<String> agenda(JsonNode agenda) {
        if (agenda.isEmpty()) {
            return List.of();
        }
        var sheet = new Sheet("  ");
        agenda.forEach(item -> sheet.row(
                text(item, "number") + ".",
                say("item." + text(item, "state"), Map.of("party", text(item.path("proposed"), "party"))),
                text(item, "text") + (item.has("answer") ? " – " + text(item, "answer") : "")));
        var lines = new ArrayList<>(List.of(say("agenda")));
        lines.addAll(sheet.lines());
        return lines;
    }

    /// The legal effect first.
    private void record(List<String> lines, JsonNode record) {
        String author = text(record.path("filed"), "party");
        String authority =
                record.has("authority") ? "; " + say("authority", Map.of("authority", text(record, "authority"))) : "";
        lines.add(say("record") + " " + text(record.path("filed"), "number") + ". "
                + say("effect", Map.of("effect", words.code(record.path("effect")))) + authority);
        if (record.path("effects_differ").asBoolean()) {
            lines.add("  " + say("effects_differ"));
        }
        record.path("agreed")
                .forEach(each -> lines.add(
                        "  " + say("text", Map.of("language", text(each, "language"), "text", text(each, "text")))));
        record.path("said_by_author")
                .forEach(each -> lines.add("  " + say("said", Map.of("party", author, "text", each.asText()))));
        record.path("said_by_other_as_author_understood")
                .forEach(each -> lines.add("  " + say("understood", Map.of("party", author, "text", each.asText()))));
        record.path("differences").forEach(each -> lines.add("  " + say("difference", Map.of("text", each.asText()))));
        record.path("words").forEach(word -> word(lines, word));
    }

    private void word(List<String> lines, JsonNode word) {
        boolean confirms = word.path("confirms").asBoolean();
        String agreed = say(word.path("agreed_text_confirmed").asBoolean() ? "yes" : "no");
        lines.add("  "
                + say(
                        confirms ? "confirmed" : "annotated",
                        Map.of("party", text(word, "party"), "number", text(word, "number"), "agreed", agreed)));
        word.path("annotations")
                .forEach(each -> lines.add(
                        "    " + say("view", Map.of("place", text(each, "place"), "view", text(each, "view")))));
    }

    private void commitments(List<String> lines, String title, JsonNode all) {
        if (!all.isEmpty()) {
            lines.add(say(title));
            lines.addAll(commitments(all));
        }
    }

    /// Who, what, by when, how it stands.
    List<String> commitments(JsonNode all) {
        var sheet = new Sheet("  ");
        all.forEach(each ->
                sheet.row(text(each, "number"), each.has("party") ? text(each, "party") : "—", date(each), what(each)));
        return sheet.lines();
    }

    private String date(JsonNode each) {
        String latest = each.has("extended_to") ? "extended_to" : "until";
        String date = each.has(latest)
                ? texts.say("cli.commitments.by", Map.of("time", time(each, latest)))
                : texts.say("cli.commitments.no_date");
        return each.path("changed").asBoolean() && each.has("first_until")
                ? date + "; " + texts.say("cli.commitments.changed", Map.of("time", time(each, "first_until")))
                : date;
    }

    private String what(JsonNode each) {
        var parts = new StringJoiner("; ");
        parts.add(text(each, "what"));
        parts.add(texts.say("cli.commitments.stage." + text(each, "stage")));
        if (each.has("accepted_by_holder") && !each.path("accepted_by_holder").asBoolean() && each.has("party")) {
            parts.add(texts.say("cli.commitments.not_accepted", Map.of("party", text(each, "party"))));
        }
        if (!each.path("annotated_by").isEmpty()) {
            parts.add(texts.say(
                    "cli.commitments.annotated",
                    Map.of("parties", String.join(", ", AwaitedReport.codes(each.path("annotated_by"))))));
        }
        if (each.has("arises")) {
            parts.add(texts.say("cli.commitments.arises", Map.of("number", text(each.path("arises"), "number"))));
        }
        return parts.toString();
    }
}
