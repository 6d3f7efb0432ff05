package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import torgau.cli.api.StationApi;
import torgau.cli.ceremony.Refused;
import torgau.journal.Code;

/// `torgau erase`: erases what travels apart from a message.
@Command(
        name = "erase",
        header = "Erase the files and the personal data of a message from this station's disk.",
        description = {
            "Their bytes are overwritten and never asked for again. The message itself stays, as does the journal; it says"
                    + " that they were erased here. Other stations keep what they have, and nothing is sent to them.",
            "The reason goes into this station's own log."
        },
        footerHeading = "%nExample:%n",
        footer = "  torgau erase --home blue RED-OPS-2026-14 --reason \"The search is over\"",
        sortOptions = false)
final class EraseCommand extends StationVerb {
    @Parameters(paramLabel = "ENTRY", description = "The message, by its number or its reference.")
    private String name = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; for one's own log.")
    private String reason = "";

    @Option(
            names = "--confirm",
            paramLabel = "NUMBER",
            description = "The message number once more, where nobody is at the terminal to type it.")
    private @Nullable String confirm;

    EraseCommand(Surroundings around) {
        super(around);
    }

    @Override
    public Integer call() {
        JsonNode entry = get("/entries/" + StationApi.encoded(name));
        String number = entry.path("message_number").asText();
        if (!json) {
            print(texts().say("cli.erase.what", with("number", number)));
            entry.at("/act/apart")
                    .forEach(each -> print("  " + each.path("field").asText() + "  "
                            + each.path("name").asText("") + "  "
                            + each.path("state").asText()));
        }
        String typed = confirm != null
                ? confirm
                : around.prompt()
                        .line(texts().say("cli.erase.confirm") + " ")
                        .orElse("")
                        .strip();
        if (!typed.equals(number)) {
            throw new Refused(Code.NOT_CONFIRMED, "nothing was erased: typed was " + typed);
        }
        ObjectNode body = object().put("reason", reason).put("confirm", typed);
        JsonNode erased = post("/entries/" + StationApi.encoded(name) + "/erasure", body);
        if (json) {
            print(erased);
        } else {
            print(texts().say("cli.erase.done", with("n", erased.path("erased").asInt())));
        }
        return Exit.OK;
    }
}
