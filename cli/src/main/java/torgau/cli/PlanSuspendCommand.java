package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `torgau plan suspend`: the plan, or a part of it, is suspended by one's own party.
@Command(
        name = "suspend",
        header = "Suspend the plan of contacts, or a part of it, with authority and date.",
        description =
                "An act of suspension like that of `torgau suspend`: the whole plan unless a part is named. Its events are"
                        + " shown as suspended on your side, and their clocks stop as far as the procedure or the track is"
                        + " covered. Only your own party lifts it: `torgau plan resume`.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  torgau plan suspend --home red --authority \"Decision of the Chief of Staff\"",
            "  torgau plan suspend --home red --track peace_effort --authority \"…\" --stays-open WP/WPS"
        },
        sortOptions = false)
final class PlanSuspendCommand extends StationVerb {
    @Mixin
    private PlanScope scope;

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

    PlanSuspendCommand(Surroundings around) {
        super(around);
    }

    @Override
    public Integer call() {
        JsonNode status = get("/status");
        ObjectNode act = object().put("type", "suspension")
                .put("language", status.path("language").asText());
        act.set("scope", scope.json());
        decision.into(act, around.clock());
        staysOpen.forEach(act.putArray("stays_open")::add);
        return release(declared.entry(act, status), "cli.suspend.done");
    }
}
