package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import torgau.station.text.Texts;

/// What an officer may want to look at in a list of persons, under a heading; nothing if there is nothing.
record RemarkLines(Texts texts) {
    List<String> of(JsonNode remarks) {
        if (remarks.isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<>(List.of(texts.say("cli.visit.remarks")));
        remarks.forEach(remark -> lines.add("  " + line(remark)));
        return lines;
    }

    private String line(JsonNode remark) {
        return texts.say(
                "cli.visit.remark." + remark.path("kind").asText(),
                Map.of(
                        "number", remark.path("number").asInt(),
                        "given", Visible.line(remark.path("given").asText("")),
                        "expected", Visible.line(String.join(" / ", AwaitedReport.codes(remark.path("expected")))),
                        "other", remark.path("other").asInt(),
                        "by", remark.path("by").asText(""),
                        "visit", remark.at("/visit/number").asText("")));
    }
}
