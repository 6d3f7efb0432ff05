package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import torgau.station.text.Texts;

/// Balances and completion of the plan as an officer reads them.
record PlanSumsReport(Texts texts, PlanReport report) {
    List<String> lines(JsonNode sums) {
        var lines = new ArrayList<String>();
        section(lines, "hosts", sums.path("hosts"), row -> hosts(row.path("hosts")));
        section(
                lines,
                "offices",
                sums.path("offices"),
                row -> row.path("party").asText() + ": " + PlanReport.office(row.path("owner")));
        turns(lines, sums.path("turns"));
        JsonNode all = sums.path("completion");
        lines.add(texts.say("cli.plan.completion", numbers(all)));
        sums.path("months")
                .forEach(month -> lines.add(
                        "  " + month.path("month").asText() + "  " + texts.say("cli.plan.month", numbers(month))));
        slips(lines, sums.path("slips"));
        return lines;
    }

    private interface Name {
        String of(JsonNode row);
    }

    private void section(List<String> lines, String key, JsonNode rows, Name name) {
        if (rows.isEmpty()) {
            return;
        }
        lines.add(texts.say("cli.plan.by_" + key));
        var sheet = new Sheet("  ");
        for (JsonNode row : rows) {
            Map<String, Object> counts = Map.of(
                    "agreed", row.path("agreed").asInt(),
                    "held", row.path("held").asInt(),
                    "guests", guests(row));
            sheet.row(Visible.line(name.of(row)), texts.say("cli.plan.sum", counts));
        }
        lines.addAll(sheet.lines());
    }

    private static String guests(JsonNode row) {
        String from = row.path("guests_from").asText();
        String to = row.path("guests_to").asText();
        return from.equals(to) ? from : from + "–" + to;
    }

    private String hosts(JsonNode hosts) {
        String names = String.join(" + ", AwaitedReport.codes(hosts));
        return names.isEmpty() ? texts.say("cli.plan.no_host") : names;
    }

    private void turns(List<String> lines, JsonNode turns) {
        if (turns.isEmpty()) {
            return;
        }
        lines.add(texts.say("cli.plan.turns"));
        var sheet = new Sheet("  ");
        for (JsonNode turn : turns) {
            var order = new ArrayList<String>();
            turn.path("hosts").forEach(each -> order.add(hosts(each)));
            sheet.row(
                    turn.path("kind").asText(),
                    texts.say(
                            "cli.plan.repeats",
                            Map.of("count", turn.path("repeats").asInt())),
                    String.join(" → ", order));
        }
        lines.addAll(sheet.lines());
    }

    private static Map<String, Object> numbers(JsonNode sum) {
        return Map.of(
                "due", sum.path("due").asInt(),
                "held", sum.path("held").asInt(),
                "one", sum.path("held_by_one").asInt(),
                "postponed", sum.path("postponed").asInt(),
                "cancelled", sum.path("cancelled").asInt(),
                "unstated", sum.path("unstated").asInt());
    }

    private void slips(List<String> lines, JsonNode slips) {
        if (slips.isEmpty()) {
            return;
        }
        lines.add(texts.say("cli.plan.slips"));
        var sheet = new Sheet("  ");
        for (JsonNode slip : slips) {
            String to = slip.has("to")
                    ? " → " + PlanReport.days(slip.path("to")) + " ("
                            + texts.say(
                                    "cli.plan.days",
                                    Map.of("days", slip.path("days").asInt())) + ")"
                    : "";
            String reason = slip.has("reason") ? "; " + reason(slip.path("reason")) : "";
            sheet.row(
                    slip.at("/event/number").asText(),
                    slip.path("party").asText() + ": "
                            + texts.say("cli.plan.change." + slip.path("change").asText()),
                    Visible.line(PlanReport.days(slip.path("from")) + to + reason + "; "
                            + slip.path("by").asText() + "; "
                            + slip.at("/event/event").asText()));
        }
        lines.addAll(sheet.lines());
    }

    private String reason(JsonNode reason) {
        return reason.has("words")
                ? new AwaitedReport(texts, Instant.EPOCH).words(reason.path("words"))
                : reason.path("code").asText();
    }
}
