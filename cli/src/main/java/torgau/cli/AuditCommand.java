package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import torgau.cli.api.StationApi;
import torgau.station.text.Dtg;

/// `torgau audit`: what was asked of the station, and by whom.
@Command(
        name = "audit",
        header = "Show what was asked of the station and by which seat, and check that nobody changed it.",
        description = "For whoever holds the home's own token. It never shows what was said.",
        sortOptions = false)
final class AuditCommand extends Group {
    private AuditCommand() {}

    static CommandLine with(Surroundings around) {
        return new CommandLine(new AuditCommand())
                .addSubcommand(new Show(around))
                .addSubcommand(new Verify(around));
    }

    /// `torgau audit show`.
    @Command(
            name = "show",
            header = "Show the last lines of the audit log.",
            footerHeading = "%nExample:%n",
            footer = "  torgau audit show --home blue --limit 20",
            sortOptions = false)
    static final class Show extends StationVerb {
        @Option(
                names = "--limit",
                paramLabel = "N",
                defaultValue = "100",
                description = "How many at most (default: 100).")
        private int limit;

        @Option(names = "--before", paramLabel = "LINE", description = "Only lines before this one.")
        private @Nullable Integer before;

        Show(Surroundings around) {
            super(around);
        }

        @Override
        public Integer call() {
            limited(limit, 500);
            JsonNode log = get("/audit?limit=" + limit + (before == null ? "" : "&before=" + before));
            if (json) {
                print(log);
                return Exit.OK;
            }
            var sheet = new Sheet("");
            log.path("lines")
                    .forEach(line -> sheet.row(
                            line.path("line").asText(),
                            Dtg.group(Instant.parse(line.path("at").asText())),
                            line.path("seat").asText("-"),
                            line.path("status").asText("-"),
                            line.path("method").asText() + " "
                                    + line.path("path").asText() + " "
                                    + line.path("code").asText(line.path("made").asText(""))));
            sheet.lines().forEach(this::print);
            log.path("lines")
                    .valueStream()
                    .filter(line -> line.has("broken"))
                    .forEach(line -> print(texts().say(
                                    "cli.audit.broken",
                                    Map.of("line", line.path("line").asText()))));
            return Exit.OK;
        }
    }

    /// `torgau audit verify`.
    @Command(
            name = "verify",
            header = "Check each line of the audit log against the one before it.",
            description =
                    "Ends with 1 if something was changed, moved or left out. What was cut off at the end, and a log that"
                            + " was written anew, only a mark finds that was kept elsewhere: write down the one that this prints.",
            footerHeading = "%nExamples:%n",
            footer = {"  torgau audit verify --home blue", "  torgau audit verify --home blue --mark 17:5e88…"},
            sortOptions = false)
    static final class Verify extends StationVerb {
        @Option(names = "--mark", paramLabel = "LINE:DIGEST", description = "What was written down before.")
        private @Nullable String mark;

        Verify(Surroundings around) {
            super(around);
        }

        @Override
        public Integer call() {
            JsonNode verdict = get("/audit/verification" + (mark == null ? "" : "?mark=" + StationApi.encoded(mark)));
            boolean whole = verdict.path("whole").asBoolean();
            if (json) {
                print(verdict);
                return whole ? Exit.OK : Exit.REFUSED;
            }
            verdict.path("faults")
                    .forEach(fault -> print(texts().say(
                                    "cli.audit." + fault.path("kind").asText(),
                                    Map.of(
                                            "from", fault.path("from").asText(),
                                            "to", fault.path("to").asText()))));
            print(texts().say(
                            whole ? "cli.audit.whole" : "cli.audit.not_whole",
                            Map.of(
                                    "lines", verdict.path("lines").asText(),
                                    "mark", verdict.path("mark").asText("-"))));
            return whole ? Exit.OK : Exit.REFUSED;
        }
    }
}
