package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import torgau.journal.Precedence;

/// `torgau resume`: lifts one's own suspension.
@Command(
        name = "resume",
        header = "Lift a suspension that your own party declared.",
        description = "Each party lifts only its own; `torgau status` lists those that stand.",
        footerHeading = "%nExample:%n",
        footer = "  torgau resume --home red RED-OPS.1a2b3c4d.40 --authority \"Decision of the Chief of Staff\"",
        sortOptions = false)
final class ResumeCommand extends StationVerb {
    @Parameters(paramLabel = "REF", description = "The suspension.")
    private String reference;

    @Option(names = "--authority", required = true, paramLabel = "TEXT", description = "On whose decision.")
    private String authority;

    @Option(names = "--from", paramLabel = "DAY", description = "In effect from this day, UTC (default: today).")
    private @Nullable LocalDate from;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; always optional.")
    private @Nullable String reason;

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

    ResumeCommand(Surroundings around) {
        super(around);
    }

    @Override
    public Integer call() {
        JsonNode status = get("/status");
        LocalDate day = from == null ? LocalDate.ofInstant(around.clock().instant(), ZoneOffset.UTC) : from;
        ObjectNode act = object().put("type", "resumption")
                .put("of", reference)
                .put("authority", authority)
                .put("effective_date", day.toString())
                .put("language", status.path("language").asText());
        if (reason != null) {
            act.put("reason", reason);
        }
        ObjectNode body = object().put("class", "FORMAL").put("precedence", precedence.name());
        body.set("office", office(status, office, capacity));
        body.set("act", act);
        JsonNode made = post("/entries", body);
        if (json) {
            print(made);
        } else {
            print(texts().say(
                            "cli.resume.done",
                            with("reference", made.path("reference").asText())));
        }
        return Exit.OK;
    }
}
