package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import torgau.journal.Precedence;

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

    @Option(
            names = "--precedence",
            defaultValue = "PRIORITY",
            description = "${COMPLETION-CANDIDATES} (default: PRIORITY).")
    private Precedence precedence;

    @Mixin
    private Speaker speaker;

    @Mixin
    private LegalBasis legalBasis;

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
        return release(body(act, precedence, speaker.of(status), legalBasis), "cli.suspend.done");
    }

    /// The entry in which a decision of one's own authorities is declared.
    static ObjectNode body(ObjectNode act, Precedence precedence, ObjectNode office, LegalBasis basis) {
        ObjectNode body = object().put("class", "FORMAL").put("precedence", precedence.name());
        body.set("office", office);
        basis.into(body);
        body.set("act", act);
        return body;
    }
}
