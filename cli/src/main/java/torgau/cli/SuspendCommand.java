package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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

    @Option(names = "--authority", required = true, paramLabel = "TEXT", description = "On whose decision.")
    private String authority;

    @Option(names = "--from", paramLabel = "DAY", description = "In effect from this day, UTC (default: today).")
    private @Nullable LocalDate from;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; always optional.")
    private @Nullable String reason;

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

    @Option(
            names = "--office",
            paramLabel = "TITLE",
            description = "In whose name (default: the station's first office).")
    private @Nullable String office;

    @Option(names = "--capacity", paramLabel = "TEXT", description = "In which capacity the office speaks.")
    private @Nullable String capacity;

    SuspendCommand(Surroundings around) {
        super(around);
    }

    @Override
    public Integer call() {
        JsonNode status = get("/status");
        LocalDate day = from == null ? LocalDate.ofInstant(around.clock().instant(), ZoneOffset.UTC) : from;
        ObjectNode act = object().put("type", "suspension")
                .put("authority", authority)
                .put("effective_date", day.toString())
                .put("language", status.path("language").asText());
        String[] parts = scope.split("=", 2);
        ObjectNode covered = act.putObject("scope").put("kind", parts[0]);
        if (parts.length == 2) {
            covered.put("name", parts[1]);
        }
        if (reason != null) {
            act.put("reason", reason);
        }
        staysOpen.forEach(act.putArray("stays_open")::add);
        ObjectNode body = object().put("class", "FORMAL").put("precedence", precedence.name());
        body.set("office", office(status, office, capacity));
        body.set("act", act);
        JsonNode made = post("/entries", body);
        if (json) {
            print(made);
        } else {
            print(texts().say(
                            "cli.suspend.done",
                            with("reference", made.path("reference").asText())));
        }
        return Exit.OK;
    }
}
