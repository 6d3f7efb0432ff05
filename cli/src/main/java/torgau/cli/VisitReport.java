package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import torgau.station.text.Dtg;
import torgau.station.text.Texts;

/// Visits as an officer reads them.
record VisitReport(Texts texts, Instant now) {
    private static final List<String> STANDINGS =
            List.of("approved", "with_limits", "refused", "examined", "awaited", "not_named", "changed_since");

    /// One visit a line: its number, who comes to whom, when, how it stands.
    List<String> list(JsonNode visits) {
        var sheet = new Sheet("");
        visits.forEach(visit -> sheet.row(
                visit.path("number").asText(),
                visit.path("opened_by").asText() + " → " + String.join(", ", AwaitedReport.codes(visit.path("hosts"))),
                visit.path("dates").asText("—"),
                words(visit.path("state")) + "; " + persons(visit) + requested(visit)));
        return sheet.lines();
    }

    private String requested(JsonNode visit) {
        if (!visit.has("requested_by")) {
            return "";
        }
        Instant by = Instant.parse(visit.path("requested_by").asText());
        String key = visit.path("no_reply").asBoolean() ? "cli.visit.no_reply" : "cli.visit.requested_by";
        return "; " + texts.say(key, Map.of("time", Dtg.group(by)));
    }

    private String persons(JsonNode visit) {
        var parts = new ArrayList<String>();
        for (String standing : STANDINGS) {
            int count = visit.path("persons").path(standing).asInt();
            if (count > 0) {
                parts.add(texts.say("cli.visit.standing." + standing) + " " + count);
            }
        }
        return texts.say(
                        "cli.visit.persons",
                        Map.of("count", visit.at("/persons/listed").asInt()))
                + (parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")");
    }

    /// All of a visit.
    List<String> whole(JsonNode visit) {
        var lines = new ArrayList<String>();
        lines.add(visit.path("number").asText() + "  " + words(visit.path("kind")));
        lines.addAll(list(JsonNodeFactory.instance.arrayNode().add(visit)));
        said(lines, "cli.visit.entry_point", visit.path("entry_point").asText(""));
        said(lines, "cli.visit.valid", visit.path("valid").asText(""));
        said(lines, "cli.visit.event", visit.at("/event/number").asText(""));
        section(lines, "cli.visit.members", members(visit));
        section(lines, "cli.visit.sites", sites(visit));
        section(lines, "cli.visit.journeys", journeys(visit));
        section(lines, "cli.matter.awaited", awaited(visit));
        visit.path("reports")
                .forEach(report ->
                        said(lines, "cli.visit.report", report.path("number").asText()));
        lines.addAll(new RemarkLines(texts).of(visit.path("remarks")));
        visit.path("notes")
                .forEach(note -> section(
                        lines,
                        "cli.visit." + note.path("part").asText(),
                        note.path("words")
                                .asText()
                                .lines()
                                .map(line -> "  " + Visible.line(line))
                                .toList()));
        if (!visit.at("/compared/complete").asBoolean()) {
            lines.add(texts.say(
                    "cli.visit.compared",
                    Map.of("count", visit.at("/compared/visits").asInt())));
        }
        return lines;
    }

    private void said(List<String> lines, String key, String value) {
        if (!value.isEmpty()) {
            lines.add(texts.say(key, Map.of("value", Visible.line(value))));
        }
    }

    private void section(List<String> lines, String key, List<String> rows) {
        if (!rows.isEmpty()) {
            lines.add(texts.say(key));
            lines.addAll(rows);
        }
    }

    private List<String> members(JsonNode visit) {
        var sheet = new Sheet("  ");
        visit.path("members")
                .forEach(member -> sheet.row(
                        member.path("number").asText(),
                        standing(member),
                        words(member.path("part")),
                        person(member.path("person"))));
        return sheet.lines();
    }

    private String standing(JsonNode row) {
        String standing = texts.say("cli.visit.standing." + row.path("standing").asText());
        String limits = row.path("limits").asText("");
        String reason = words(row.path("reason"));
        return standing
                + (limits.isEmpty() ? "" : ": " + Visible.line(limits))
                + (reason.isEmpty() ? "" : "; " + reason);
    }

    private static String person(JsonNode person) {
        if (!person.isObject()) {
            return Visible.line(person.asText("—"));
        }
        var parts = new ArrayList<String>();
        person.forEach(part -> parts.add(Visible.line(part.asText())));
        return String.join(", ", parts);
    }

    private List<String> sites(JsonNode visit) {
        var sheet = new Sheet("  ");
        visit.path("sites")
                .forEach(site -> sheet.row(
                        site.path("number").asText(),
                        standing(site),
                        site.path("when").asText(""),
                        Visible.line(site.path("site").asText("—") + "; "
                                + site.path("subject").asText(""))));
        return sheet.lines();
    }

    private List<String> journeys(JsonNode visit) {
        var sheet = new Sheet("  ");
        for (JsonNode journey : visit.path("journeys")) {
            act(sheet, "announced", journey.path("announced"), "dates");
            journey.path("arrivals").forEach(said -> act(sheet, "arrived", said, "at"));
            journey.path("departures").forEach(said -> act(sheet, "departed", said, "at"));
            act(sheet, "not_made", journey.path("not_made"), "fact");
        }
        return sheet.lines();
    }

    private void act(Sheet sheet, String what, JsonNode said, String field) {
        if (!said.isMissingNode()) {
            String value = said.path(field).isObject()
                    ? words(said.path(field))
                    : said.path(field).asText("");
            sheet.row(
                    texts.say("cli.visit.journey." + what),
                    said.path("party").asText(),
                    said.path("number").asText(),
                    Visible.line(value));
        }
    }

    private List<String> awaited(JsonNode visit) {
        var sheet = new Sheet("  ");
        var report = new AwaitedReport(texts, now);
        visit.path("awaited").forEach(item -> report.row(sheet, item));
        return sheet.lines();
    }

    private String words(JsonNode coded) {
        return new AwaitedReport(texts, now).words(coded.path("words"));
    }
}
