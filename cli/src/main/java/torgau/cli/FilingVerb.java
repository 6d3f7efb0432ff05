package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileNotFoundException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import torgau.cli.api.Reply;
import torgau.cli.ceremony.Refused;
import torgau.cli.filing.Attached;
import torgau.cli.filing.Dialogue;
import torgau.journal.Code;
import torgau.journal.TrafficClass;

/// A command that files a format: what is to be signed is shown first, in every language of the line.
abstract class FilingVerb extends StationVerb {
    @Option(names = "--class", description = "${COMPLETION-CANDIDATES}; a drill can only be answered by a drill.")
    @Nullable
    TrafficClass trafficClass;

    @Mixin
    private Speaker speaker;

    @Mixin
    private LegalBasis legalBasis;

    @Option(names = "--dry-run", description = "Show the sentence in every language; sign and send nothing.")
    boolean dryRun;

    @Option(names = "--yes", description = "Sign without asking.")
    boolean yes;

    FilingVerb(Surroundings around) {
        super(around);
    }

    /// How far an officer is asked before something is signed.
    ///
    /// @param asked whether somebody sat at the terminal before, so that no answer is a refusal
    record Consent(boolean dryRun, boolean yes, boolean asked) {}

    /// A request to file something: its class if one is given, who says it, and on which legal basis.
    ObjectNode begun(JsonNode status) {
        ObjectNode body = object();
        if (trafficClass != null) {
            body.put("class", trafficClass.name());
        }
        body.set("office", speaker.of(status));
        legalBasis.into(body);
        return body;
    }

    /// Asks for fields, each checked by the station as part of a request.
    Dialogue dialogue(JsonNode procedure, ObjectNode body) {
        return new Dialogue(
                around.prompt(),
                this::print,
                texts(),
                procedure.path("lists"),
                (_, field) -> faults(body, field),
                attached());
    }

    /// Puts files in at the station.
    protected Attached attached() {
        return new Attached(file -> {
            try {
                return accepted(api().putIn(file));
            } catch (FileNotFoundException fault) {
                throw new Refused(Code.FILE_UNREADABLE, file + " cannot be read: " + fault.getMessage());
            }
        });
    }

    /// What the station would say of one field, as far as the others are written.
    protected List<String> faults(ObjectNode body, String field) {
        var faults = new ArrayList<String>();
        String own = "/act/fields/" + field.replace("~", "~0").replace("/", "~1");
        for (JsonNode fault : api().post("/notification-sentence", body).body().path("faults")) {
            String pointer = fault.path("pointer").asText();
            if (pointer.equals(own) || pointer.startsWith(own + "/")) {
                faults.add(fault.path("message").asText());
            }
        }
        return faults;
    }

    /// Shows what would be signed, and files it if the officer agrees.
    ///
    /// @throws Dialogue.Ended if there was nobody to agree
    protected Integer shownAndSigned(ObjectNode body, Consent consent) {
        JsonNode preview = filed("/notification-sentence", body);
        if (consent.dryRun() && json) {
            print(preview);
            return Exit.OK;
        }
        if (!json) {
            show(preview);
        }
        if (consent.dryRun()) {
            print(texts().say("cli.file.dry"));
            return Exit.OK;
        }
        confirm(consent);
        JsonNode made = sent(filed("/entries", body));
        if (json) {
            print(made);
        } else {
            print(texts().say(
                            "cli.file.done",
                            with("number", made.path("message_number").asText())));
        }
        return Exit.OK;
    }

    private void show(JsonNode preview) {
        print(texts().say("cli.file.sentence"));
        print("  " + texts().say("precedence." + preview.path("precedence").asText()) + "  "
                + texts().say("class." + preview.path("class").asText()));
        var sheet = new Sheet("  ");
        preview.at("/act/sentences")
                .forEach(each -> sheet.row(
                        each.path("language").asText(), each.path("text").asText()));
        sheet.lines().forEach(this::print);
        new RemarkLines(texts()).of(preview.path("remarks")).forEach(this::print);
    }

    private void confirm(Consent consent) {
        String answer = consent.yes() || json
                ? "y"
                : around.prompt().line(texts().say("cli.ack.confirm") + " ").orElse(null);
        if (answer == null && consent.asked()) {
            throw new Dialogue.Ended();
        }
        if (answer != null && !answer.strip().equalsIgnoreCase("y")) {
            throw new Refused(Code.NOT_SIGNED, "nothing was signed: the answer was " + answer.strip());
        }
    }

    /// What the station answers; every fault of a field on a line of its own.
    private JsonNode filed(String path, ObjectNode body) {
        Reply reply = api().post(path, body);
        if (reply.accepted() || reply.body().path("faults").isEmpty()) {
            return accepted(reply);
        }
        JsonNode faults = reply.body().path("faults");
        if (!json) {
            faults.forEach(fault -> around.err().println(fault.path("message").asText()));
        }
        String names = String.join(", ", faults.findValuesAsText("field"));
        throw new Problem(reply.code(), names, reply.body().path("remedy").asText(), Exit.REFUSED);
    }
}
