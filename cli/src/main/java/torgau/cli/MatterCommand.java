package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import torgau.station.text.Dtg;

/// `torgau matter`: one matter, from its first entry on.
@Command(
        name = "matter",
        header = "Show a matter: its entries, its state, what is awaited, and who may file what next.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  torgau matter --home blue BLUE-OPS-2026-17",
            "  torgau matter --home blue BLUE-OPS.1a2b3c4d.9 --json"
        },
        sortOptions = false)
final class MatterCommand extends StationVerb {
    @Parameters(
            index = "0",
            paramLabel = "ENTRY",
            description = "Any entry of the matter, by its message number or its reference.")
    private String name = "";

    MatterCommand(Surroundings around) {
        super(around);
    }

    @Override
    public Integer call() {
        JsonNode matter = get("/matters/" + URLEncoder.encode(name, StandardCharsets.UTF_8));
        if (json) {
            print(matter);
            return Exit.OK;
        }
        var report = new AwaitedReport(texts(), around.clock().instant());
        head(matter, report);
        steps(matter, report);
        section("cli.matter.awaited", matter.path("awaited"), (sheet, item) -> awaited(sheet, item, report));
        section("cli.matter.lead_times", matter.path("lead_times"), this::lead);
        standing(matter.path("standing"));
        new MatterReport(texts(), report).facts(matter).forEach(this::print);
        next(matter, report, true);
        next(matter, report, false);
        return Exit.OK;
    }

    private void standing(JsonNode standing) {
        if (!standing.isEmpty()) {
            print(texts().say("cli.matter.standing"));
            new StandingLines(texts()).of(standing).forEach(line -> print("  " + line));
        }
    }

    private void head(JsonNode matter, AwaitedReport report) {
        String title = matter.has("title")
                ? matter.path("procedure").asText() + " " + report.words(matter.path("title"))
                : matter.path("subject").asText("");
        print(matter.path("number").asText() + "  " + title);
        if (matter.has("state")) {
            print(texts().say("cli.matter.state", with("state", report.words(matter.at("/state/words")))));
        }
        new MatterReport(texts(), report).links(matter).forEach(this::print);
    }

    private void steps(JsonNode matter, AwaitedReport report) {
        var sheet = new Sheet("  ");
        matter.path("steps")
                .forEach(step -> sheet.row(
                        step.path("number").asText(),
                        Dtg.group(Instant.parse(step.path("time").asText())),
                        step.path("party").asText(),
                        step.path("format").asText("—"),
                        outcome(step, report)));
        sheet.lines().forEach(this::print);
        new MatterReport(texts(), report).reservations(matter).forEach(this::print);
    }

    private String outcome(JsonNode step, AwaitedReport report) {
        String outcome = step.path("outcome").asText();
        return switch (outcome) {
            case "moved" -> report.words(step.path("words"));
            case "crossed" ->
                texts().say(
                                "cli.outcome.crossed",
                                with("by", step.path("by_number").asText()));
            case "void" ->
                texts().say(
                                "cli.outcome.void",
                                Map.of(
                                        "code", step.path("code").asText(),
                                        "detail", step.path("detail").asText()));
            default -> texts().say("cli.outcome." + outcome);
        };
    }

    private interface Row {
        void add(Sheet sheet, JsonNode item);
    }

    private void section(String key, JsonNode items, Row row) {
        if (!items.isEmpty()) {
            print(texts().say(key));
            var sheet = new Sheet("  ");
            items.forEach(item -> row.add(sheet, item));
            sheet.lines().forEach(this::print);
        }
    }

    private static void awaited(Sheet sheet, JsonNode item, AwaitedReport report) {
        report.row(sheet, item);
    }

    private void lead(Sheet sheet, JsonNode lead) {
        String given = lead.has("given_seconds")
                ? AwaitedReport.left(
                        Duration.ofSeconds(lead.path("given_seconds").asLong()))
                : "—";
        String wanted = AwaitedReport.left(
                Duration.ofSeconds(lead.path("wanted_seconds").asLong()));
        String key = lead.path("short").asBoolean() ? "cli.matter.lead_short" : "cli.matter.lead";
        sheet.row(lead.path("party").asText(), texts().say(key, Map.of("given", given, "wanted", wanted)));
    }

    private void next(JsonNode matter, AwaitedReport report, boolean ours) {
        var formats = new ArrayList<String>();
        matter.path("next").forEach(next -> {
            if (next.path("ours").asBoolean() == ours) {
                formats.add(next.path("format").asText() + " " + report.words(next.path("title")));
            }
        });
        if (!formats.isEmpty()) {
            print(texts().say(ours ? "cli.matter.we_may" : "cli.matter.they_may"));
            formats.forEach(format -> print("  " + format));
        }
    }
}
