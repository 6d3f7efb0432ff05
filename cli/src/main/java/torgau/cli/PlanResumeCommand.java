package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import torgau.journal.Code;

/// `torgau plan resume`: lifts one's own suspension of the plan, or of a part of it.
@Command(
        name = "resume",
        header = "Lift the suspension of the plan, or of a part, that your own party declared.",
        description =
                "Every suspension of your party with just this scope is lifted, one after the other. What the other side"
                        + " has suspended stays so, and so does what one of you has stated of a single event.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  torgau plan resume --home red --authority \"Decision of the Chief of Staff\"",
            "  torgau plan resume --home red --track peace_effort --authority \"…\""
        },
        sortOptions = false)
final class PlanResumeCommand extends StationVerb {
    @Mixin
    private PlanScope scope;

    @Mixin
    private Decision decision;

    @Mixin
    private Declared declared;

    PlanResumeCommand(Surroundings around) {
        super(around);
    }

    @Override
    public Integer call() {
        JsonNode status = get("/status");
        for (String suspension : own(status)) {
            ObjectNode act = object().put("type", "resumption")
                    .put("of", suspension)
                    .put("language", status.path("language").asText());
            decision.into(act, around.clock());
            release(declared.entry(act, status), "cli.resume.done");
        }
        return Exit.OK;
    }

    private List<String> own(JsonNode status) {
        var own = new ArrayList<String>();
        for (JsonNode each : status.path("suspensions")) {
            if (each.path("by").asText().equals(status.path("party").asText()) && scope.is(each)) {
                own.add(each.path("reference").asText());
            }
        }
        if (own.isEmpty()) {
            throw new Problem(
                    Code.NOTHING_TO_RESUME.code(),
                    Code.NOTHING_TO_RESUME.text(),
                    Code.NOTHING_TO_RESUME.remedy(),
                    Exit.REFUSED);
        }
        return own;
    }
}
