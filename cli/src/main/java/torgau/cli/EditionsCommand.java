package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import picocli.CommandLine.Command;
import torgau.station.text.Dtg;

/// `torgau catalogue editions`: what was proposed, and how far it came.
@Command(
        name = "editions",
        header = "Show the editions of procedures that were proposed on this line.",
        description = {
            "An edition is in use once every other party has accepted it and its time has come. One is proposed with"
                    + " `torgau catalogue propose`, and answered with `torgau file FV/FVA --re NUMBER`, FVR or FVJ."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  torgau catalogue editions --home blue", "  torgau file --home red FV/FVA --re BLUE-OPS-2026-17"},
        sortOptions = false)
final class EditionsCommand extends StationVerb {
    EditionsCommand(Surroundings around) {
        super(around);
    }

    @Override
    public Integer call() {
        JsonNode editions = get("/editions");
        if (json) {
            print(editions);
            return Exit.OK;
        }
        if (editions.path("editions").isEmpty()) {
            print(texts().say("cli.none"));
        }
        editions.path("editions").forEach(this::show);
        return Exit.OK;
    }

    private void show(JsonNode edition) {
        String state = edition.path("in_use").asBoolean()
                ? "in_use"
                : edition.path("state").asText();
        print(Visible.line(edition.path("procedure").asText()) + "/"
                + edition.path("edition").asInt() + "  "
                + texts().say("edition." + state) + "  "
                + Dtg.both(Instant.parse(edition.path("from").asText())) + "  "
                + edition.path("proposed_in").asText());
        String text = edition.path("text").asText();
        if (!text.equals("good")) {
            print("  " + texts().say("edition.text." + text));
        }
        if (edition.path("disputed").asBoolean()) {
            print("  " + texts().say("edition.disputed"));
        }
        edition.path("findings").forEach(finding -> print("  " + Visible.line(finding.asText())));
        edition.path("reservations")
                .forEach(each -> print("  "
                        + texts().say(
                                        "edition.reservation",
                                        Map.of(
                                                "party",
                                                each.path("party").asText(),
                                                "text",
                                                Visible.line(each.path("text").asText())))));
    }
}
