package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `torgau resume`: lifts one's own suspension.
@Command(
        name = "resume",
        header = "Lift a suspension that your own party declared.",
        description = "Each party lifts only its own; `torgau status` lists those that stand.",
        footerHeading = "%nExample:%n",
        footer = "  torgau resume --home red RED-OPS.1a2b3c4d.40 --authority \"Decision of the Chief of Staff\"",
        sortOptions = false)
final class ResumeCommand extends StationVerb {
    @Parameters(paramLabel = "REF", description = "The suspension.")
    private String reference;

    @Mixin
    private Decision decision;

    @Mixin
    private Declared declared;

    ResumeCommand(Surroundings around) {
        super(around);
    }

    @Override
    public Integer call() {
        JsonNode status = get("/status");
        ObjectNode act = object().put("type", "resumption")
                .put("of", reference)
                .put("language", status.path("language").asText());
        decision.into(act, around.clock());
        return release(declared.entry(act, status), "cli.resume.done");
    }
}
