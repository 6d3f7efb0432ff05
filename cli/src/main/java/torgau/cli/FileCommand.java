package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import torgau.cli.api.StationApi;
import torgau.cli.ceremony.Refused;
import torgau.cli.filing.Chosen;
import torgau.cli.filing.Dialogue;
import torgau.cli.filing.WrittenFields;
import torgau.journal.Code;
import torgau.journal.Label;
import torgau.journal.Precedence;
import torgau.journal.TrafficClass;
import torgau.station.home.PrivateFiles;

/// `torgau file`: signs a filled-in format and puts it on the journal.
@Command(
        name = "file",
        header = "File a format of the catalogue: sign it and put it on the journal.",
        description = {
            "Without --fields and --set it asks field by field. What is signed is shown in every language of the line"
                    + " before. Class, precedence and label are those of the format unless they are given.",
            "--text takes a numbered text as `torgau render` prints it, typed in capitals or copied from a paper too.",
            "FILE has one `field: value` a line, as docs/catalogue.md shows for each type; JSON will do too. Where a"
                    + " format takes a file, give its path."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  torgau file --home blue UA",
            "  torgau file --home red UA/UR --re BLUE-OPS-2026-17 --fields reply.yaml",
            "  torgau file --home red --text message.txt --dry-run",
            "  torgau file --home blue WR --fields warning.yaml --set until=211900ZNOV26 --dry-run"
        },
        sortOptions = false)
final class FileCommand extends FilingVerb {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Parameters(
            paramLabel = "CODE",
            arity = "0..1",
            description = "The format, or its procedure and the format: UA, UA/UR. `torgau catalogue show` has them.")
    private String code = "";

    @Option(names = "--re", paramLabel = "NUMBER|REF", description = "The message that this answers.")
    private @Nullable String re;

    @Option(names = "--to", paramLabel = "PARTY", split = ",", description = "Parties addressed (default: all others).")
    private @Nullable List<String> to;

    @Option(names = "--precedence", description = "${COMPLETION-CANDIDATES}.")
    private @Nullable Precedence precedence;

    @Option(names = "--label", description = "${COMPLETION-CANDIDATES}.")
    private @Nullable Label label;

    @Option(names = "--track", paramLabel = "NAME", description = "The track (default: that of what is answered).")
    private @Nullable String track;

    @Option(
            names = "--language",
            paramLabel = "en",
            description = "Language of the free texts (default: the station's).")
    private @Nullable String language;

    @Option(names = "--fields", paramLabel = "FILE|-", description = "The fields as YAML or JSON; - is standard input.")
    private @Nullable String fields;

    @Option(
            names = "--text",
            paramLabel = "FILE|-",
            description = "Instead of CODE and --fields: a numbered text that was typed in, in any language.")
    private @Nullable String typed;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "One field; beside --fields it wins. May be given more than once.")
    private Map<String, String> set = new LinkedHashMap<>();

    @Option(
            names = "--attach",
            paramLabel = "FIELD=FILE",
            description = "A file for one field; it is encrypted, and its bytes go after all that is said.")
    private Map<String, Path> attach = new LinkedHashMap<>();

    @Option(names = "--ask", description = "Ask for what --fields and --set leave out.")
    private boolean ask;

    @Option(
            names = "--draft",
            paramLabel = "FILE",
            description = "Where an unfinished filing is kept (default: torgau-CODE-TIME.yaml here).")
    private @Nullable Path draft;

    private final ObjectNode ofText = object();
    /// That of the text or of the matter; 0: the one in use.
    private int edition;

    FileCommand(Surroundings around) {
        super(around);
    }

    @Override
    public Integer call() {
        if (typed != null) {
            readTyped(typed);
        } else if (code.isEmpty()) {
            throw usage("which format? Give CODE, or --text FILE");
        }
        JsonNode status = get("/status");
        JsonNode answered = re == null ? object() : answered(re);
        Chosen chosen =
                Chosen.of(code, get("/catalogue"), answered.path("procedure").asText());
        boolean same = chosen.procedure().equals(answered.path("procedure").asText());
        if (edition == 0 && same && answered.path("known").asBoolean()) {
            edition = answered.path("edition").asInt();
        }
        JsonNode procedure = get("/catalogue/" + chosen.procedure() + (edition == 0 ? "" : "?edition=" + edition));
        JsonNode format = chosen.in(procedure);
        ObjectNode written = written(format);
        ObjectNode body = body(status, chosen, written);
        boolean asking = ask || (fields == null && typed == null && set.isEmpty() && attach.isEmpty());
        if (!asking) {
            return shownAndSigned(body, after(false));
        }
        try {
            ask(procedure, format, written, body);
            return shownAndSigned(body, after(true));
        } catch (Dialogue.Ended ended) {
            throw new Refused(Code.NOT_SIGNED, texts().say("cli.file.saved", with("file", keep(written))));
        } catch (RuntimeException fault) {
            around.err().println(texts().say("cli.file.saved", with("file", keep(written))));
            throw fault;
        }
    }

    /// The format of a message, or of what opened its matter; nothing for a free one.
    private JsonNode answered(String name) {
        JsonNode entry = get("/entries/" + StationApi.encoded(name));
        return entry.path("act").has("procedure") || !entry.has("matter")
                ? entry.path("act")
                : get("/entries/" + entry.path("matter").asText()).path("act");
    }

    /// What a text says stands for what the options leave out.
    private void readTyped(String source) {
        if (!code.isEmpty() || fields != null) {
            throw usage("--text says the format and the fields itself: leave CODE and --fields out");
        }
        JsonNode read = post("/numbered-text", object().put("text", text(source)));
        code = read.path("procedure").asText() + "/" + read.path("format").asText();
        edition = read.path("edition").asInt();
        ofText.setAll((ObjectNode) read.path("fields"));
        trafficClass =
                trafficClass == null ? TrafficClass.valueOf(read.path("class").asText()) : trafficClass;
        precedence =
                precedence == null ? Precedence.valueOf(read.path("precedence").asText()) : precedence;
        label = label == null ? Label.valueOf(read.path("label").asText()) : label;
    }

    private ObjectNode written(JsonNode format) {
        ObjectNode written = fields == null ? object() : WrittenFields.of(text(fields), fields);
        written.setAll(ofText);
        set.forEach((name, value) -> written.set(name, WrittenFields.typed(value, "--set " + name)));
        attach.forEach((field, path) -> written.put(field, path.toString()));
        attached().resolve(format.path("fields"), written);
        return written;
    }

    private String text(String source) {
        try {
            int most = WrittenFields.MAX_TEXT * Character.BYTES + 1;
            byte[] bytes = source.equals("-") ? around.in().readNBytes(most) : PrivateFiles.read(Path.of(source), most);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new Refused(Code.FILE_UNREADABLE, "standard input cannot be read: " + fault.getMessage());
        }
    }

    private ObjectNode body(JsonNode status, Chosen chosen, ObjectNode written) {
        ObjectNode body = begun(status);
        if (precedence != null) {
            body.put("precedence", precedence.name());
        }
        if (to != null) {
            to.forEach(body.putArray("to")::add);
        }
        if (re != null) {
            body.put("re", re);
        }
        ObjectNode act = body.putObject("act").put("type", "notification");
        act.put("procedure", chosen.procedure()).put("format", chosen.format());
        if (edition != 0) {
            act.put("edition", edition);
        }
        if (label != null) {
            act.put("label", label.name());
        }
        if (track != null) {
            act.put("track", track);
        }
        if (language != null) {
            act.put("language", language);
        }
        act.set("fields", written);
        return body;
    }

    private void ask(JsonNode procedure, JsonNode format, ObjectNode written, ObjectNode body) {
        String title = format.path("title").path(texts().language()).asText();
        print(format.path("code").asText() + "  " + title);
        String note = format.path("note").path(texts().language()).asText("");
        if (!note.isEmpty()) {
            print(note);
        }
        dialogue(procedure, body).ask(format.path("fields"), written);
    }

    private Consent after(boolean asked) {
        return new Consent(dryRun, yes, asked);
    }

    /// Keeps what was written, for `--fields FILE --ask` to go on with.
    private Path keep(ObjectNode written) {
        Path file = draft != null
                ? draft
                : Path.of("torgau-" + code.replace('/', '-') + "-"
                        + STAMP.format(around.clock().instant()) + ".yaml");
        for (int more = 2; Files.exists(file); more++) {
            file = file.resolveSibling(file.getFileName() + "." + more);
        }
        PrivateFiles.create(file, (written.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8));
        return file;
    }
}
