package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import torgau.cli.api.StationApi;
import torgau.cli.ceremony.Refused;
import torgau.cli.filing.WrittenFields;
import torgau.journal.Code;

/// `torgau ack`: an officer's acknowledgement.
@Command(
        name = "ack",
        header = "Acknowledge an entry in the name of an office.",
        description =
                "Shows the exact sentence that is signed, and at a terminal asks before it signs. An acknowledgement"
                        + " says that something was read, understood or passed on: it is not agreement.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  torgau ack --home red BLUE-OPS.1a2b3c4d.17 --read",
            "  torgau ack --home red BLUE-OPS.1a2b3c4d.17 --understood \"Convoy of 12 vehicles, 0900Z\"",
            "  torgau ack --home red BLUE-OPS-2026-17 --understood \"Pause until 0900Z\" --restate until=210900ZNOV26",
            "  torgau ack --home red BLUE-OPS.1a2b3c4d.17 --not-understood ambiguous --about \"the northern point\"",
            "  torgau ack --home red BLUE-OPS.1a2b3c4d.17 --passed-on"
        },
        sortOptions = false)
final class AckCommand extends StationVerb {
    @Parameters(
            paramLabel = "REF",
            description = "The entry, by its number or its reference, as `torgau inbox` shows them.")
    private String reference;

    @ArgGroup(multiplicity = "1")
    private Stage stage = new Stage();

    @Option(
            names = "--restate",
            paramLabel = "FIELD=VALUE",
            description =
                    "With --understood, of a filed format: a field as it was understood. May be given more than once.")
    private Map<String, String> restated = new LinkedHashMap<>();

    @Option(
            names = "--field",
            paramLabel = "FIELD",
            description = "With --not-understood, of a filed format: a field in question. May be given more than once.")
    private List<String> inQuestion = new ArrayList<>();

    @Option(names = "--about", paramLabel = "TEXT", description = "With --not-understood: which part.")
    private @Nullable String about;

    @Mixin
    private Speaker speaker;

    @Option(
            names = "--lang",
            paramLabel = "en",
            description = "Language of read-back and --about (default: the station's).")
    private @Nullable String lang;

    @Option(names = "--yes", description = "Sign without asking.")
    private boolean yes;

    /// Exactly one of these.
    static final class Stage {
        @Option(names = "--read", description = "The duty office has read it.")
        private boolean read;

        @Option(
                names = "--understood",
                paramLabel = "READ-BACK",
                description = "Understood: place, time, action in your words.")
        private @Nullable String understood;

        @Option(
                names = "--not-understood",
                paramLabel = "CAUSE",
                description =
                        "Not understood: unreadable, language, incomplete, unknown_form, ambiguous, reference_unknown,"
                                + " other.")
        private @Nullable String notUnderstood;

        @Option(
                names = "--passed-on",
                arity = "0..1",
                fallbackValue = "now",
                paramLabel = "TIME",
                description = "Passed to the level able to act, now or at this time (ISO 8601).")
        private @Nullable String passedOn;
    }

    AckCommand(Surroundings around) {
        super(around);
    }

    @Override
    public Integer call() {
        JsonNode status = get("/status");
        JsonNode entry = get("/entries/" + StationApi.encoded(reference));
        ObjectNode act = act(lang == null ? status.path("language").asText() : lang);
        ObjectNode office = speaker.of(status);
        ObjectNode question = object();
        question.set("office", office);
        question.set("acknowledgement", act);
        JsonNode sentences = post("/acknowledgement-sentence", question).path("sentences");
        if (!json) {
            var sheet = new Sheet("  ");
            sentences.forEach(each ->
                    sheet.row(each.path("language").asText(), each.path("text").asText()));
            print(texts().say("cli.ack.sentence"));
            sheet.lines().forEach(this::print);
            confirm();
        }
        ObjectNode body = object().put("class", entry.path("class").asText())
                .put("precedence", entry.path("precedence").asText());
        body.set("office", office);
        body.put("re", reference);
        body.set("act", act);
        return release(body, "cli.ack.done");
    }

    private void confirm() {
        String answer = yes
                ? "y"
                : around.prompt().line(texts().say("cli.ack.confirm") + " ").orElse("y");
        if (!answer.strip().equalsIgnoreCase("y")) {
            throw new Refused(Code.NOT_SIGNED, "nothing was signed: the answer was " + answer.strip());
        }
    }

    private ObjectNode act(String language) {
        ObjectNode act =
                object().put("type", "acknowledgement").put("of", reference).put("language", language);
        if (stage.understood != null) {
            act.put("stage", "understood").put("read_back", stage.understood);
            ObjectNode fields = restated.isEmpty() ? object() : act.putObject("restated");
            restated.forEach((name, value) -> fields.set(name, WrittenFields.typed(value, "--restate " + name)));
        } else if (stage.notUnderstood != null) {
            act.put("stage", "not_understood").put("cause", stage.notUnderstood);
            if (!inQuestion.isEmpty()) {
                inQuestion.forEach(act.putArray("fields")::add);
            }
        } else if (stage.passedOn != null) {
            act.put("stage", "passed_on").put("passed_on_at", passedOnAt(stage.passedOn));
        } else if (stage.read) {
            act.put("stage", "read");
        }
        if (about != null) {
            act.put("about", about);
        }
        return act;
    }

    private String passedOnAt(String given) {
        try {
            var time = given.equals("now") ? around.clock().instant() : Instant.parse(given);
            return Iso.millis(time.truncatedTo(ChronoUnit.MILLIS));
        } catch (DateTimeParseException fault) {
            throw usage("--passed-on is " + given + "; wanted is, for example, 2026-02-05T18:30:00Z");
        }
    }
}
