package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `torgau awaited`: what is awaited from us and from them.
@Command(
        name = "awaited",
        header = "Show what is awaited from us and from them, the most urgent first.",
        description = {
            "Both stations compute the same list from the same journal; it is shown here and sent to nobody.",
            "A time runs from proof of receipt. That it has passed is a fact, and no finding."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  torgau awaited --home blue", "  torgau awaited --home blue --json"},
        sortOptions = false)
final class AwaitedCommand extends StationVerb {
    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "100",
            description = "How many of each at most (default: 100).")
    private int limit;

    AwaitedCommand(Surroundings around) {
        super(around);
    }

    @Override
    public Integer call() {
        limited(limit, 500);
        JsonNode lists = get("/awaited?limit=" + limit);
        if (json) {
            print(lists);
            return Exit.OK;
        }
        var report = new AwaitedReport(texts(), Instant.parse(lists.path("now").asText()));
        for (String list : new String[] {"from_us", "from_them"}) {
            int total = lists.path(list + "_total").asInt();
            print(texts().say("cli.awaited." + list, with("count", total)));
            var sheet = new Sheet("  ");
            lists.path(list).forEach(item -> report.row(sheet, item));
            sheet.lines().forEach(this::print);
        }
        JsonNode calendar = lists.path("calendar");
        if (!calendar.isEmpty()) {
            print(texts().say("cli.calendar.count", with("count", calendar.size())));
            report.days(calendar).forEach(this::print);
        }
        if (!lists.path("complete").asBoolean()) {
            print(texts().say("cli.matters.incomplete"));
        }
        return Exit.OK;
    }
}
