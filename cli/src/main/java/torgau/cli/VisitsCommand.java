package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import torgau.cli.api.StationApi;

/// `torgau visits`: who asks to come, and what the host answered.
@Command(
        name = "visits",
        header = "List the requests for visit of the line, the one with the newest entry first.",
        description = "Each as it stands now, without names; those are in `torgau visits show`.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  torgau visits --home blue",
            "  torgau visits show --home blue BLUE-OPS-2026-17",
            "  torgau visits --home blue --limit 5 --json"
        },
        sortOptions = false)
final class VisitsCommand extends StationVerb {
    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "How many at most (default: 20).")
    private int limit;

    private VisitsCommand(Surroundings around) {
        super(around);
    }

    static CommandLine with(Surroundings around) {
        return new CommandLine(new VisitsCommand(around)).addSubcommand(new Show(around));
    }

    @Override
    public Integer call() {
        limited(limit, 200);
        JsonNode list = get("/visits?limit=" + limit);
        if (json) {
            print(list);
            return Exit.OK;
        }
        var report = new VisitReport(texts(), Instant.parse(list.path("now").asText()));
        report.list(list.path("visits")).forEach(this::print);
        if (list.path("visits").isEmpty()) {
            print(texts().say("cli.visits.none"));
        }
        if (!list.path("complete").asBoolean()) {
            print(texts().say("cli.matters.incomplete"));
        }
        return Exit.OK;
    }

    /// `torgau visits show`.
    @Command(
            name = "show",
            header = "Show a visit: the delegation as it stands now, places, journeys, and what is awaited.",
            description = "Names are shown as far as their annexes are here. Remarks stay on this desk: a spelling"
                    + " that is not the expected one is no fault.",
            footerHeading = "%nExamples:%n",
            footer = {
                "  torgau visits show --home blue BLUE-OPS-2026-17",
                "  torgau visits show --home red BLUE-OPS.1a2b3c4d.9 --json"
            },
            sortOptions = false)
    static final class Show extends StationVerb {
        @Parameters(
                paramLabel = "ENTRY",
                description = "Any entry of the visit, by its message number or its reference.")
        private String name = "";

        Show(Surroundings around) {
            super(around);
        }

        @Override
        public Integer call() {
            JsonNode visit = get("/visits/" + StationApi.encoded(name));
            if (json) {
                print(visit);
            } else {
                new VisitReport(texts(), around.clock().instant()).whole(visit).forEach(this::print);
            }
            return Exit.OK;
        }
    }
}
