package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `torgau missions`: liaison staff, their passes, trips and stops.
@Command(
        name = "missions",
        header = "Show the liaison missions: staff, passes and quotas, trips, stops, restricted areas.",
        description = "A party of which there is no word by the time at which it is awaited back is shown so, and"
                + " each watch is warned; nothing is sent by that. Of a stop both accounts are shown.",
        footerHeading = "%nExamples:%n",
        footer = {"  torgau missions --home blue", "  torgau missions --home red --json"},
        sortOptions = false)
final class MissionsCommand extends StationVerb {
    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many matters are looked at, the newest first (default: 50).")
    private int limit;

    MissionsCommand(Surroundings around) {
        super(around);
    }

    @Override
    public Integer call() {
        limited(limit, 200);
        JsonNode missions = get("/missions?limit=" + limit);
        if (json) {
            print(missions);
            return Exit.OK;
        }
        new MissionReport(texts(), around.clock().instant()).lines(missions).forEach(this::print);
        if (!missions.path("complete").asBoolean()) {
            print(texts().say("cli.matters.incomplete"));
        }
        return Exit.OK;
    }
}
