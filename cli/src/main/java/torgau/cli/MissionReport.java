package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import torgau.station.text.Dtg;
import torgau.station.text.Texts;

/// Liaison missions as an officer reads them.
record MissionReport(Texts texts, Instant now) {
    List<String> lines(JsonNode all) {
        var lines = new ArrayList<String>();
        all.path("missions").forEach(mission -> mission(lines, mission));
        section(lines, "cli.mission.trips", all.path("trips"), this::trip);
        section(lines, "cli.mission.stops", all.path("stops"), this::stop);
        section(lines, "cli.mission.areas", all.path("areas"), this::area);
        if (lines.isEmpty()) {
            lines.add(texts.say("cli.mission.none"));
        }
        return lines;
    }

    private interface Row {
        void add(Sheet sheet, JsonNode item);
    }

    private void section(List<String> lines, String key, JsonNode items, Row row) {
        if (!items.isEmpty()) {
            lines.add(texts.say(key));
            var sheet = new Sheet("  ");
            items.forEach(item -> row.add(sheet, item));
            lines.addAll(sheet.lines());
        }
    }

    private void mission(List<String> lines, JsonNode mission) {
        lines.add(mission.path("number").asText() + "  "
                + Visible.line(mission.path("mission").asText("—")) + "; " + words(mission.path("state")));
        mission.path("quotas").forEach(quota -> lines.add("  " + quota(quota)));
        var sheet = new Sheet("  ");
        mission.path("staff")
                .forEach(one -> sheet.row(
                        one.path("number").asText(),
                        Visible.line(one.at("/pass/credential").asText("—")),
                        one.at("/pass/valid").asText("—"),
                        joined(
                                words(one.path("part")),
                                words(one.at("/pass/answer")),
                                one.at("/pass").has("ended_by") ? texts.say("cli.mission.ended") : "",
                                person(one.path("person")))));
        lines.addAll(sheet.lines());
        var awaited = new Sheet("  ");
        mission.path("awaited").forEach(item -> new AwaitedReport(texts, now).row(awaited, item));
        lines.addAll(awaited.lines());
    }

    private String quota(JsonNode quota) {
        return texts.say(
                quota.path("exceeded").asBoolean() ? "cli.mission.exceeded" : "cli.mission.quota",
                Map.of(
                        "title", new AwaitedReport(texts, now).words(quota.path("title")),
                        "used", quota.path("used").asInt(),
                        "most", quota.path("most").asText("—")));
    }

    private void trip(Sheet sheet, JsonNode trip) {
        sheet.row(
                trip.path("number").asText(),
                trip.at("/notice/party").asText(),
                time(trip.path("out")) + " – " + time(trip.path("back")),
                joined(
                        texts.say("cli.mission.trip." + trip.path("standing").asText()),
                        words(trip.path("status")),
                        Visible.line(String.join(", ", AwaitedReport.codes(trip.path("credentials"))))));
    }

    private void stop(Sheet sheet, JsonNode stop) {
        sheet.row(
                stop.at("/report/number").asText(),
                stop.at("/report/party").asText(),
                words(stop.path("kind")),
                texts.say("cli.mission.statement", Map.of("words", words(stop.path("statement")))));
        stop.path("answers")
                .forEach(answer -> sheet.row(
                        answer.path("number").asText(),
                        answer.path("party").asText(),
                        words(answer.path("answer")),
                        joined(
                                texts.say("cli.mission.statement", Map.of("words", words(answer.path("statement")))),
                                answer.has("protest")
                                        ? texts.say(
                                                "cli.mission.protest",
                                                Map.of(
                                                        "number",
                                                                answer.at("/protest/number")
                                                                        .asText(),
                                                        "state", words(answer.at("/protest/matter/state"))))
                                        : "")));
        stop.path("protests").forEach(protest -> protest(sheet, protest));
    }

    /// A report of concern is no protest, and is not called one.
    private void protest(Sheet sheet, JsonNode protest) {
        String key = protest.at("/act/format").asText().equals("PRP") ? "cli.mission.protest" : "cli.mission.concern";
        String number = protest.at("/act/number").asText();
        sheet.row(
                number,
                protest.at("/act/party").asText(),
                texts.say(key, Map.of("number", number, "state", words(protest.at("/matter/state")))),
                "");
        protest.path("replies")
                .forEach(reply -> sheet.row(
                        reply.path("number").asText(),
                        reply.path("party").asText(),
                        texts.say("cli.mission.reply", Map.of("number", number, "words", words(reply.path("answer")))),
                        ""));
    }

    private void area(Sheet sheet, JsonNode area) {
        sheet.row(
                area.path("number").asText(),
                area.at("/announced/party").asText(),
                Visible.line(area.path("designation").asText("—")) + " "
                        + area.path("valid").asText(""),
                joined(
                        words(area.path("kind")),
                        area.has("answer") ? words(area.path("answer")) : texts.say("cli.mission.not_noted"),
                        Visible.line(area.path("reservation").asText("")),
                        area.path("stands").asBoolean() ? "" : texts.say("cli.mission.over")));
    }

    private static String joined(String... parts) {
        return String.join(
                "; ", Stream.of(parts).filter(part -> !part.isEmpty()).toList());
    }

    private static String person(JsonNode person) {
        return Visible.line(person.isObject() ? person.path("name").asText() : person.asText(""));
    }

    private static String time(JsonNode time) {
        return time.isMissingNode() ? "—" : Dtg.group(Instant.parse(time.asText()));
    }

    private String words(JsonNode coded) {
        return new AwaitedReport(texts, now).words(coded.path("words"));
    }
}
