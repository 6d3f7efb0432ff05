package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import torgau.cli.ceremony.Refused;
import torgau.cli.filing.Dialogue;
import torgau.journal.Code;
import torgau.station.home.CatalogueFolder;
import torgau.station.home.PrivateFiles;

/// `torgau catalogue propose`: a new edition of a procedure, checked, compared with the one in use, and
/// filed as a proposal.
@Command(
        name = "propose",
        header = "Propose a new edition of a procedure to the other parties.",
        description = {
            "FILE is the whole procedure in its new edition. The station checks it as every party will, and shows what"
                    + " changes against the edition in use; if anything is to be mended, nothing is sent.",
            "Then the format FV is filed with it: asked for are the time from which it is to be used and the reason,"
                    + " unless they are given. What is signed is shown in every language of the line before."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  torgau catalogue propose UA-2.yaml --home blue",
            "  torgau catalogue propose UA-2.yaml --home blue --start 010000ZJAN27 --dry-run",
            "  torgau catalogue editions --home blue"
        },
        sortOptions = false)
final class ProposeCommand extends FilingVerb {
    private static final String FORMAT = "FV";
    private static final Set<String> ASKED = Set.of("start", "reason");

    @Parameters(paramLabel = "FILE", description = "The procedure in its new edition, as docs/catalogue.md has it.")
    private Path file;

    @Option(names = "--start", paramLabel = "DTG", description = "From when it is to be used, UTC: 010000ZJAN27.")
    private @Nullable String start;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; it may be left out.")
    private @Nullable String reason;

    @Option(
            names = "--change",
            paramLabel = "TEXT",
            description =
                    "A change in your own words, instead of the list that is computed. May be given more than once.")
    private List<String> changes = List.of();

    ProposeCommand(Surroundings around) {
        super(around);
    }

    @Override
    public Integer call() {
        byte[] text = PrivateFiles.read(file, CatalogueFolder.MAX_FILE_BYTES);
        JsonNode drafted = accepted(api().checkEdition(text));
        if (!drafted.path("findings").isEmpty()) {
            mend(drafted);
            return Exit.REFUSED;
        }
        if (!json) {
            show(drafted);
        }
        JsonNode status = get("/status");
        JsonNode procedure = get("/catalogue/" + FORMAT);
        ObjectNode fields = fields(drafted, format(procedure), text);
        ObjectNode body = body(status, fields);
        try {
            boolean asked = !(yes || json || (dryRun && start != null));
            if (asked) {
                ask(procedure, fields, body);
            }
            return shownAndSigned(body, new Consent(dryRun, yes, true));
        } catch (Dialogue.Ended ended) {
            String why =
                    fields.has("start") ? "nothing was signed: there was no answer" : texts().say("cli.propose.start");
            throw new Refused(Code.NOT_SIGNED, why);
        }
    }

    /// What is to be mended, as `torgau catalogue check` tells it.
    private void mend(JsonNode drafted) {
        if (json) {
            print(drafted);
            return;
        }
        String own = "procedures/" + drafted.path("procedure").asText() + ".yaml";
        for (JsonNode finding : drafted.path("findings")) {
            String in = finding.path("file").asText();
            String place = in.isEmpty() || in.equals(own) ? file.toString() : in;
            int line = finding.path("line").asInt();
            print(place + (line == 0 ? "" : ":" + line) + ": "
                    + finding.path("code").asText() + " " + finding.path("what").asText() + "; "
                    + finding.path("way_out").asText());
        }
        print(texts().say("cli.propose.mend", with("n", drafted.path("findings").size())));
    }

    private void show(JsonNode drafted) {
        print(texts().say(
                        "cli.propose.changes",
                        Map.of(
                                "procedure", drafted.path("procedure").asText(),
                                "edition", drafted.path("edition").asText(),
                                "used", drafted.path("in_use").asText())));
        for (JsonNode change : drafted.path("changes")) {
            print("  " + change.path("text").asText());
        }
        print("");
    }

    private static JsonNode format(JsonNode procedure) {
        for (JsonNode each : procedure.path("formats")) {
            if (each.path("code").asText().equals(FORMAT)) {
                return each;
            }
        }
        throw new Refused(Code.FORMAT_UNKNOWN, FORMAT + " is no format of this line's catalogue");
    }

    private ObjectNode fields(JsonNode drafted, JsonNode format, byte[] text) {
        ObjectNode fields = object();
        fields.put("format", drafted.path("procedure").asText());
        fields.put("old_edition", drafted.path("in_use").asText());
        fields.put("new_edition", drafted.path("edition").asText());
        ObjectNode attached = object().put("name", String.valueOf(file.getFileName()));
        fields.set("text", attached.setAll((ObjectNode) accepted(api().putIn(text))));
        told(drafted.path("changes"), field(format, "changes"), fields.putArray("changes"));
        var natures = new LinkedHashSet<String>();
        drafted.path("changes")
                .forEach(change -> change.path("natures").forEach(nature -> natures.add(nature.asText())));
        natures.forEach(fields.putArray("nature")::add);
        if (start != null) {
            fields.put("start", start);
        }
        if (reason != null) {
            fields.put("reason", reason);
        }
        return fields;
    }

    /// The changes as far as the field takes them; that there are more is said.
    private void told(JsonNode found, JsonNode field, ArrayNode told) {
        if (!changes.isEmpty()) {
            changes.forEach(told::add);
            return;
        }
        int most = field.path("max").asInt(1);
        boolean all = found.size() <= most;
        for (int i = 0; i < (all ? found.size() : most - 1); i++) {
            told.add(shortened(
                    found.path(i).path("text").asText(), field.path("max_words").asInt(1)));
        }
        if (!all) {
            told.add(texts().say("cli.propose.more", with("n", found.size() - most + 1)));
        }
    }

    private static String shortened(String text, int words) {
        String[] all = text.split(" ");
        return all.length <= words ? text : String.join(" ", Arrays.copyOf(all, words - 1)) + " …";
    }

    private static JsonNode field(JsonNode format, String name) {
        for (JsonNode each : format.path("fields")) {
            if (each.path("name").asText().equals(name)) {
                return each;
            }
        }
        throw new Refused(Code.FORMAT_UNKNOWN, FORMAT + " has no field " + name);
    }

    private ObjectNode body(JsonNode status, ObjectNode fields) {
        ObjectNode body = begun(status);
        body.putObject("act")
                .put("type", "notification")
                .put("procedure", FORMAT)
                .put("format", FORMAT)
                .set("fields", fields);
        return body;
    }

    private void ask(JsonNode procedure, ObjectNode fields, ObjectNode body) {
        ArrayNode asked = JSON.createArrayNode();
        for (JsonNode field : format(procedure).path("fields")) {
            if (ASKED.contains(field.path("name").asText())) {
                asked.add(field);
            }
        }
        dialogue(procedure, body).ask(asked, fields);
    }
}
