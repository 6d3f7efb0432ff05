package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `torgau suspend`: a declared suspension.
@Command(
        name = "suspend",
        header = "Declare a suspension, with its authority and date.",
        description =
                "The line still carries everything: what is restricted is what may be authored after having seen it."
                        + " What the agreement lists stays open in any case. Only your own party can lift it: `torgau"
                        + " resume`.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  torgau suspend --home red --authority \"Decision of the Chief of Staff\"",
            "  torgau suspend --home red --scope \"track=global stability\" --authority \"…\" --stays-open WR"
        },
        sortOptions = false)
final class SuspendCommand extends StationVerb {
    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            defaultValue = "line",
            description = "line, track=NAME, procedure=CODE or counterpart=PARTY (default: line).")
    private String scope;

    @Mixin
    private Decision decision;

    @Option(
            names = "--stays-open",
            paramLabel = "CODE",
            split = ",",
            description = "What stays open besides; can be given again.")
    private List<String> staysOpen = List.of();

    @Mixin
    private Declared declared;

    SuspendCommand(Surroundings around) {
        super(around);
    }

    @Override
    public Integer call() {
        JsonNode status = get("/status");
        ObjectNode act = object().put("type", "suspension")
                .put("language", status.path("language").asText());
        String[] parts = scope.split("=", 2);
        ObjectNode covered = act.putObject("scope").put("kind", parts[0]);
        if (parts.length == 2) {
            covered.put("name", parts[1]);
        }
        decision.into(act, around.clock());
        staysOpen.forEach(act.putArray("stays_open")::add);
        return release(declared.entry(act, status), "cli.suspend.done");
    }
}
