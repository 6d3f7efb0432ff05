package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `torgau calendar`: what is awaited by a day, without anybody asking.
@Command(
        name = "calendar",
        header = "Show what is awaited by the days of the calendar, and what was reported.",
        description = {
            "The calendar is a part of the procedures that the parties agreed on. Of each item the last days are shown, and the next.",
            "Both stations compute the same list; it is sent to nobody. Reports, nil reports and reminders are filed by officers."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  torgau calendar --home blue", "  torgau calendar --home blue --json"},
        sortOptions = false)
final class CalendarCommand extends StationVerb {
    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "100",
            description = "How many at most, the earliest first (default: 100).")
    private int limit;

    CalendarCommand(Surroundings around) {
        super(around);
    }

    @Override
    public Integer call() {
        limited(limit, 500);
        JsonNode calendar = get("/calendar?limit=" + limit);
        if (json) {
            print(calendar);
            return Exit.OK;
        }
        var report =
                new AwaitedReport(texts(), Instant.parse(calendar.path("now").asText()));
        print(texts().say(
                        "cli.calendar.count",
                        with("count", calendar.path("total").asInt())));
        report.days(calendar.path("items")).forEach(this::print);
        if (!calendar.path("complete").asBoolean()) {
            print(texts().say("cli.matters.incomplete"));
        }
        return Exit.OK;
    }
}
