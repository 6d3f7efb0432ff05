package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import torgau.station.text.Dtg;

/// `torgau matters`: the matters of the line.
@Command(
        name = "matters",
        header = "List the matters of the line, the one with the newest entry first.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  torgau matters --home blue",
            "  torgau matters --home blue --awaited",
            "  torgau matters --home blue --procedure UA --json"
        },
        sortOptions = false)
final class MattersCommand extends StationVerb {
    @Option(names = "--awaited", description = "Only those in which something is awaited.")
    private boolean awaited;

    @Option(names = "--procedure", paramLabel = "CODE", description = "Only those that follow this procedure.")
    private @Nullable String procedure;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "How many at most (default: 20).")
    private int limit;

    MattersCommand(Surroundings around) {
        super(around);
    }

    @Override
    public Integer call() {
        limited(limit, 500);
        if (procedure != null && !procedure.matches("[A-Z][A-Z0-9]{0,7}")) {
            throw usage("--procedure is " + procedure + "; wanted is a code such as UA");
        }
        String only = procedure == null ? "" : "&procedure=" + procedure;
        JsonNode list = get("/matters?limit=" + limit + "&awaited=" + awaited + only);
        if (json) {
            print(list);
            return Exit.OK;
        }
        var report = new AwaitedReport(texts(), Instant.EPOCH);
        var sheet = new Sheet("");
        list.path("matters").forEach(matter -> row(sheet, matter, report));
        sheet.lines().forEach(this::print);
        if (list.path("matters").isEmpty()) {
            print(texts().say("cli.matters.none"));
        }
        if (!list.path("complete").asBoolean()) {
            print(texts().say("cli.matters.incomplete"));
        }
        return Exit.OK;
    }

    private void row(Sheet sheet, JsonNode matter, AwaitedReport report) {
        String title = matter.has("title")
                ? report.words(matter.path("title"))
                : matter.path("subject").asText("");
        String state = report.words(matter.at("/state/words"));
        int open = matter.path("awaited").asInt();
        String waiting = open == 0 ? "" : "; " + texts().say("cli.matters.awaited", with("count", open));
        sheet.row(
                matter.path("number").asText(),
                matter.path("procedure").asText("—"),
                Dtg.group(Instant.parse(matter.path("last_at").asText())),
                title + (state.isEmpty() ? "" : ": " + state) + waiting);
    }
}
