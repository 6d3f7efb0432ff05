package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import torgau.station.text.Dtg;
import torgau.station.text.Texts;

/// Offices in words: what each party has declared of its own, and what was found among them.
final class CounterpartsReport {
    private final Texts texts;
    private final AwaitedReport report;

    CounterpartsReport(Texts texts) {
        this.texts = texts;
        this.report = new AwaitedReport(texts, Instant.EPOCH);
    }

    static String text(JsonNode json, String name) {
        return json.path(name).asText();
    }

    /// An office, with its party where that is not said already.
    static String office(JsonNode post) {
        String capacity = text(post, "capacity");
        return text(post, "title") + (capacity.isEmpty() ? "" : ", " + capacity);
    }

    String code(JsonNode code) {
        String words = report.words(code.path("words"));
        return words.isEmpty() ? text(code, "code") : words;
    }

    String codes(JsonNode codes) {
        var words = new ArrayList<String>();
        codes.forEach(each -> words.add(code(each)));
        return String.join(", ", words);
    }

    private String scope(JsonNode scope) {
        return scope.path("disclosed").asBoolean() ? codes(scope.path("codes")) : say("withheld");
    }

    private String say(String key) {
        return texts.say("cli.counterparts." + key);
    }

    private String say(String key, Map<String, ?> values) {
        return texts.say("cli.counterparts." + key, values);
    }

    static String time(JsonNode json, String name) {
        return json.has(name) ? Dtg.group(Instant.parse(text(json, name))) : "…";
    }

    /// Offices, one a line: party, number, office, what it decides, how the entry stands.
    List<String> list(JsonNode all) {
        var lines = new ArrayList<>(
                List.of(say("count", Map.of("count", all.path("total").asInt()))));
        var sheet = new Sheet("  ");
        all.path("entries")
                .forEach(entry -> sheet.row(
                        text(entry, "party"),
                        text(entry, "number"),
                        say("standing." + text(entry, "standing")),
                        office(entry) + " · " + code(entry.path("level")) + " · " + say("decides") + ": "
                                + scope(entry.path("decides"))));
        lines.addAll(sheet.lines());
        lines.addAll(beside(all));
        return lines;
    }

    /// What stands beside the entries: lead offices, duty contacts, offices without an entry, what
    /// differs, and private notes.
    private List<String> beside(JsonNode all) {
        var lines = new ArrayList<String>();
        lines.addAll(section("leads", all.path("leads"), this::lead));
        lines.addAll(section("contacts", all.path("contacts"), this::contact));
        lines.addAll(section("undeclared", all.path("undeclared"), this::voice));
        lines.addAll(section("conflicts", all.path("conflicts"), this::conflict));
        all.path("notes").forEach(note -> lines.add(text(note, "party") + " " + office(note) + ": " + note(note)));
        return lines;
    }

    private List<String> section(String title, JsonNode rows, java.util.function.Function<JsonNode, String[]> row) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var sheet = new Sheet("  ");
        rows.forEach(each -> sheet.row(row.apply(each)));
        var lines = new ArrayList<>(List.of(say(title)));
        lines.addAll(sheet.lines());
        return lines;
    }

    private String[] lead(JsonNode lead) {
        String track = code(lead.path("track"))
                + (lead.has("region") ? ", " + text(lead, "region") : "")
                + (lead.has("area") ? ", " + report.words(lead.path("area")) : "");
        String says = lead.has("office")
                ? say("lead", Map.of("track", track, "office", office(lead.path("office"))))
                : say("no_lead", Map.of("track", track));
        String meanwhile =
                lead.has("meanwhile") ? "; " + say("meanwhile", Map.of("office", office(lead.path("meanwhile")))) : "";
        return new String[] {text(lead, "party"), say("standing." + text(lead, "standing")), says + meanwhile};
    }

    /// Which office leads each track, with where that is said and since when.
    List<String> leading(JsonNode leads) {
        return section("leads", leads, lead -> {
            String source = lead.has("entry")
                    ? say("lead_stated", Map.of("number", text(lead, "number"), "time", time(lead, "stated_at")))
                    : say("lead_agreed");
            String[] row = lead(lead);
            return new String[] {row[0], row[1], row[2] + "; " + source};
        });
    }

    private String[] contact(JsonNode contact) {
        String phrase = contact.has("phrase") ? "; " + say("phrase", Map.of("number", text(contact, "phrase"))) : "";
        return new String[] {
            text(contact, "party"),
            say("standing." + text(contact, "standing")),
            office(contact) + " · " + code(contact.path("role")) + " · " + codes(contact.path("languages")) + phrase
        };
    }

    private String[] voice(JsonNode voice) {
        return new String[] {
            text(voice, "party"),
            office(voice),
            say("spoke", Map.of("count", voice.path("entries").asLong(), "time", time(voice, "last_at")))
        };
    }

    private String[] conflict(JsonNode conflict) {
        String what = say("conflict." + text(conflict, "kind"), Map.of("subject", code(conflict.path("subject"))));
        var numbers = new ArrayList<String>();
        conflict.path("entries").forEach(entry -> numbers.add(text(entry, "number")));
        JsonNode office = conflict.path("office");
        return new String[] {text(office, "party"), office(office), what + " (" + String.join(", ", numbers) + ")"};
    }

    String note(JsonNode note) {
        return say("note", Map.of("seat", text(note, "seat"), "time", time(note, "at"), "words", text(note, "words")));
    }

    /// One entry, field by field.
    List<String> show(JsonNode entry) {
        var lines = new ArrayList<>(List.of(text(entry, "party") + " · " + office(entry) + " · " + text(entry, "number")
                + " · " + say("standing." + text(entry, "standing"))));
        var sheet = new Sheet("  ");
        field(sheet, "level", code(entry.path("level")));
        field(sheet, "tracks", codes(entry.path("tracks")));
        field(sheet, "region", text(entry, "region"));
        field(sheet, "area", report.words(entry.path("area")));
        field(sheet, "functions", scope(entry.path("functions")));
        field(sheet, "decides", scope(entry.path("decides")));
        field(sheet, "transmits", scope(entry.path("transmits")));
        field(sheet, "above", neighbour(entry, "above"));
        field(sheet, "deputy", neighbour(entry, "deputy"));
        field(sheet, "proposed", entry.has("counterpart") ? office(entry.path("counterpart")) : "");
        field(sheet, "languages", codes(entry.path("languages")));
        field(sheet, "limits", text(entry, "limits"));
        JsonNode valid = entry.path("valid");
        field(sheet, "valid", time(valid, "from") + " – " + time(valid, "until"));
        lines.addAll(sheet.lines());
        return lines;
    }

    private String neighbour(JsonNode entry, String name) {
        if (entry.path(name + "_withheld").asBoolean()) {
            return say("withheld");
        }
        return entry.has(name) ? office(entry.path(name)) : "";
    }

    private void field(Sheet sheet, String name, String value) {
        if (!value.isEmpty()) {
            sheet.row(say(name), value);
        }
    }

    /// The place that was compared with areas; nothing if none was.
    List<String> place(JsonNode asked) {
        return asked.has("place") ? List.of(say("place") + ": " + report.words(asked.path("place"))) : List.of();
    }

    /// What was found of one party: offices with their reasons, ours beside them, the way up, what is
    /// missing.
    List<String> found(JsonNode found) {
        var lines = new ArrayList<String>();
        lines.addAll(candidates(say("theirs", Map.of("party", text(found, "party"))), found.path("theirs")));
        lines.addAll(candidates(say("ours"), found.path("ours")));
        found.path("matches").forEach(match -> lines.add("  " + match(match)));
        JsonNode up = found.path("way_up");
        if (!text(up, "end").equals("not_needed")) {
            var offices = new ArrayList<String>();
            up.path("offices").forEach(rung -> offices.add(office(rung)));
            lines.add(say("way_up") + " " + String.join(" → ", offices) + (offices.isEmpty() ? "" : "; ")
                    + say("end." + text(up, "end")));
        }
        lines.add(found.path("missing").isEmpty() ? say("nothing_missing") : say("missing"));
        found.path("missing").forEach(gap -> lines.add("  " + gap(gap)));
        return lines;
    }

    private List<String> candidates(String title, JsonNode all) {
        if (all.isEmpty()) {
            return List.of();
        }
        var sheet = new Sheet("  ");
        int rank = 0;
        for (JsonNode each : all) {
            var reasons = new ArrayList<String>();
            each.path("reasons").forEach(reason -> reasons.add(say("reason." + reason.asText())));
            sheet.row(
                    ++rank + ".",
                    say("power." + text(each, "power")),
                    office(each) + " – " + String.join("; ", reasons));
        }
        var lines = new ArrayList<>(List.of(title));
        lines.addAll(sheet.lines());
        return lines;
    }

    private String match(JsonNode match) {
        String words =
                say("matches", Map.of("theirs", office(match.path("theirs")), "ours", office(match.path("ours"))));
        String level = say(match.path("same_level").asBoolean() ? "match_level" : "match_other_level");
        return words + " (" + (match.path("proposed").asBoolean() ? say("match_proposed") + "; " : "") + level + ")";
    }

    private String gap(JsonNode gap) {
        String says = say(
                "gap." + text(gap, "kind"),
                Map.of("party", text(gap, "party"), "office", gap.has("office") ? office(gap.path("office")) : "—"));
        return gap.has("ask")
                ? says + " " + say("ask", Map.of("format", text(gap, "ask"), "number", text(gap, "number")))
                : says;
    }
}
