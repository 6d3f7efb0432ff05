package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import torgau.cli.ceremony.Refused;
import torgau.journal.Code;

/// `torgau release`: what a second person does.
@Command(
        name = "release",
        header = "Look at what waits for a second signature, and decide on it.",
        description =
                "Shows exactly what would be signed and what has come since it was proposed, and at a terminal asks before"
                        + " it signs. If anything of that changes meanwhile, nothing is signed. The other parties never"
                        + " learn how many persons released an entry.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  torgau release --home blue --seat second 17",
            "  torgau release --home blue --seat second 17 --sign",
            "  torgau release --home blue --seat second 17 --refuse \"The hour is wrong\"",
            "  torgau release --home blue 17 --emergency \"Nobody else can be reached\" --yes"
        },
        sortOptions = false)
final class ReleaseCommand extends StationVerb {
    @Parameters(paramLabel = "ID", description = "Its number, as `torgau releases` shows it.")
    private String id;

    @ArgGroup
    private @Nullable How how;

    @Option(names = "--yes", description = "Without asking.")
    private boolean yes;

    /// At most one of these.
    static final class How {
        @Option(names = "--sign", description = "Sign as the second person: it is sent.")
        private boolean sign;

        @Option(names = "--refuse", paramLabel = "REASON", description = "Do not sign it; the reason stays here.")
        private @Nullable String refuse;

        @Option(names = "--withdraw", description = "Withdraw what this seat has proposed.")
        private boolean withdraw;

        @Option(
                names = "--emergency",
                paramLabel = "REASON",
                description =
                        "Send it with one signature, where the table lets this seat. It is countersigned later; the reason"
                                + " stays here, for whoever does.")
        private @Nullable String emergency;

        @Option(names = "--countersign", description = "Countersign an emergency release.")
        private boolean countersign;

        String path() {
            return sign
                    ? "sign"
                    : withdraw ? "withdraw" : emergency != null ? "emergency" : countersign ? "countersign" : "refuse";
        }
    }

    ReleaseCommand(Surroundings around) {
        super(around);
    }

    @Override
    public Integer call() {
        if (!id.matches("[1-9][0-9]{0,9}")) {
            throw usage("ID is " + id + "; wanted is the number of a release");
        }
        JsonNode release = get("/releases/" + id);
        if (how == null) {
            show(release);
            return Exit.OK;
        }
        if (!json) {
            show(release);
            confirm(how.path());
        }
        ObjectNode body = object().put("digest", release.path("digest").asText());
        String reason = how.refuse != null ? how.refuse : how.emergency;
        if (reason != null) {
            body.put("reason", reason);
        }
        JsonNode decided = post("/releases/" + id + "/" + how.path(), body);
        if (json) {
            print(decided);
        } else {
            print(id + "  " + new ReleaseReport(decided, texts(), around.clock().instant()).state() + "  "
                    + decided.path("entry").asText());
        }
        return Exit.OK;
    }

    private void show(JsonNode release) {
        if (json) {
            print(release);
        } else {
            new ReleaseReport(release, texts(), around.clock().instant())
                    .lines()
                    .forEach(this::print);
        }
    }

    private void confirm(String path) {
        String question = texts().say("cli.release.confirm." + path) + " ";
        String answer = yes ? "y" : around.prompt().line(question).orElse("y");
        if (!answer.strip().equalsIgnoreCase("y")) {
            throw new Refused(Code.NOT_SIGNED, "nothing was done: the answer was " + answer.strip());
        }
    }
}
