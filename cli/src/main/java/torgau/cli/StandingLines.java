package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import torgau.station.text.Dtg;
import torgau.station.text.Texts;

/// What was notified until a time, one a line: its number, whose it is, what it is, until when.
record StandingLines(Texts texts) {
    List<String> of(JsonNode all) {
        var report = new AwaitedReport(texts, Instant.EPOCH);
        var sheet = new Sheet("");
        all.forEach(each -> sheet.row(
                each.path("number").asText(),
                each.path("party").asText(),
                each.path("format").asText(),
                report.words(each.path("title")),
                how(each)));
        return sheet.lines();
    }

    private String how(JsonNode each) {
        String until = Dtg.group(Instant.parse(each.path("until").asText()));
        for (String by : List.of("ended_by", "confirmed_by")) {
            if (each.has(by)) {
                String number = each.path(by).path("number").asText();
                return texts.say("cli.standing." + by, Map.of("number", number, "time", until));
            }
        }
        return texts.say(
                each.path("stands").asBoolean() ? "cli.matter.stands" : "cli.matter.ended", Map.of("time", until));
    }
}
