package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `torgau releases`: what waits for a second person.
@Command(
        name = "releases",
        header = "List what waits for a second signature or a countersignature, the newest first.",
        description = "Nothing here lapses by itself, and nothing of it is ever sent.",
        footerHeading = "%nExamples:%n",
        footer = {"  torgau releases --home blue", "  torgau releases --home blue --seat second --all"},
        sortOptions = false)
final class ReleasesCommand extends StationVerb {
    @Option(names = "--all", description = "Also those that are decided; the newest 100.")
    private boolean all;

    ReleasesCommand(Surroundings around) {
        super(around);
    }

    @Override
    public Integer call() {
        JsonNode list = get("/releases?open=" + !all);
        if (json) {
            print(list);
            return Exit.OK;
        }
        var sheet = new Sheet("");
        Instant now = Instant.parse(list.path("now").asText());
        list.path("releases").forEach(each -> {
            var report = new ReleaseReport(each, texts(), now);
            sheet.row(each.path("id").asText(), report.state(), report.what(), report.proposed());
        });
        sheet.lines().forEach(this::print);
        if (list.path("releases").isEmpty()) {
            print(texts().say("cli.releases.none"));
        }
        return Exit.OK;
    }
}
