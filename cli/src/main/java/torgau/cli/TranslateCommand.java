package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import torgau.cli.api.Reply;
import torgau.cli.api.StationApi;
import torgau.cli.ceremony.Refused;
import torgau.journal.Code;
import torgau.station.home.PrivateFiles;

/// `torgau translate`: the translation desk.
@Command(
        name = "translate",
        header = "Translate what was written, on this desk or for the journal.",
        description = {
            "Without ENTRY: what others wrote and nobody here has reviewed a translation of, the most urgent",
            "first. With ENTRY alone: its texts, their translations, terms, and what to look at again.",
            "All of it stays on this desk. --release alone puts something on the journal: a courtesy",
            "translation of an entry of your own party, beside the original and never instead of it."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  torgau translate --home red",
            "  torgau translate --home red BLUE-OPS-2026-17 --text \"Паром задерживается.\"",
            "  torgau translate --home red BLUE-OPS-2026-17 --review",
            "  torgau translate --home red BLUE-OPS-2026-17 --certify --office \"Head of section\" \\",
            "      --capacity \"Translation section\"",
            "  torgau translate --home blue BLUE-OPS-2026-17 --to ru --part subject --release"
        },
        sortOptions = false)
final class TranslateCommand extends StationVerb {
    private static final int MAX_FILE_BYTES = 32_768;
    /// A machine may be configured to be waited for two minutes.
    private static final Duration MACHINE = Duration.ofSeconds(130);

    @Parameters(arity = "0..1", paramLabel = "ENTRY", description = "Reference or message number.")
    private @Nullable String name;

    @Option(names = "--to", paramLabel = "LANG", description = "Into which language (default: the station's).")
    private @Nullable String to;

    @Option(
            names = "--part",
            paramLabel = "PART",
            description = "Which text: subject, or a field as in questions[2] (default: that of the message, or all).")
    private @Nullable String part;

    @ArgGroup(multiplicity = "0..1")
    private What what = new What();

    /// What is to be done; nothing: to look.
    static final class What {
        @Option(names = "--text", paramLabel = "TEXT", description = "Keep this translation as a draft.")
        private @Nullable String text;

        @Option(names = "--file", paramLabel = "FILE", description = "The same, from a file.")
        private @Nullable Path file;

        @Option(names = "--machine", description = "Ask the machine that the station has; the text is sent there.")
        private boolean machine;

        @Option(names = "--review", description = "Say that the draft was compared with the original.")
        private boolean review;

        @Option(names = "--certify", description = "Answer for a reviewed one, as another office.")
        private boolean certify;

        @Option(names = "--release", description = "Put the desk's text on the journal, as a courtesy translation.")
        private boolean release;

        boolean nothing() {
            return text == null && file == null && !machine && !review && !certify && !release;
        }
    }

    @Option(names = "--note", paramLabel = "TEXT", description = "A note on this state, for this desk.")
    private @Nullable String note;

    @Option(
            names = "--precedence",
            paramLabel = "PRECEDENCE",
            description = "With --release: a lower one than the original's.")
    private @Nullable String precedence;

    @Mixin
    private Speaker speaker;

    TranslateCommand(Surroundings around) {
        super(around);
    }

    @Override
    public Integer call() {
        if (name == null) {
            if (!what.nothing()) {
                throw usage("which entry? Give its reference or message number");
            }
            return queue();
        }
        JsonNode sheets = get(path("") + query());
        if (what.nothing()) {
            return shown(sheets);
        }
        String language = sheets.path("to").asText();
        JsonNode sheet = sheet(sheets);
        return what.release ? release(sheet, language) : step(sheet, language);
    }

    private String query() {
        var query = new StringJoiner("&", "?", "").setEmptyValue("");
        if (to != null) {
            query.add("to=" + StationApi.encoded(to));
        }
        if (part != null) {
            query.add("part=" + StationApi.encoded(part));
        }
        return query.toString();
    }

    private String path(String step) {
        return "/entries/" + StationApi.encoded(String.valueOf(name)) + "/translations" + step;
    }

    private Integer queue() {
        JsonNode queue = get("/translations");
        if (json) {
            print(queue);
        } else {
            new TranslationReport(texts()).queue(queue).forEach(this::print);
        }
        return Exit.OK;
    }

    private Integer shown(JsonNode sheets) {
        if (json) {
            print(sheets);
        } else {
            new TranslationReport(texts()).sheets(sheets, part).forEach(this::print);
        }
        return Exit.OK;
    }

    /// The text that is meant: the one named, that of the message, or the only one.
    private JsonNode sheet(JsonNode sheets) {
        var names = new ArrayList<String>();
        for (JsonNode sheet : sheets.path("parts")) {
            String its = sheet.path("part").asText();
            if (its.equals(part == null ? "" : part)
                    || (part == null && sheets.path("parts").size() == 1)) {
                return sheet;
            }
            names.add(its);
        }
        throw usage("which text? Give --part with one of " + names + ", or --to with another language");
    }

    private Integer step(JsonNode sheet, String language) {
        ObjectNode body = object().put("part", sheet.path("part").asText());
        body.put("language", language);
        body.put("revision", sheet.at("/translation/revision").asInt(0));
        body.set("office", speaker.of(get("/status")));
        if (note != null) {
            body.put("note", note);
        }
        JsonNode now = accepted(done(body));
        if (json) {
            print(now);
        } else {
            new TranslationReport(texts()).translation(now).forEach(this::print);
        }
        return Exit.OK;
    }

    private Reply done(ObjectNode body) {
        if (what.machine) {
            return api().post(path("/machine"), body, MACHINE);
        }
        if (what.review || what.certify) {
            return api().post(path(what.review ? "/review" : "/certify"), body);
        }
        return api().put(path(""), body.put("text", words()));
    }

    private String words() {
        if (what.text != null) {
            return what.text;
        }
        Path file = Objects.requireNonNull(what.file);
        return new String(PrivateFiles.read(file, MAX_FILE_BYTES), StandardCharsets.UTF_8).strip();
    }

    /// Only what an officer has written or taken is said to anybody.
    private Integer release(JsonNode sheet, String language) {
        JsonNode translation = sheet.path("translation");
        if (translation.isMissingNode() || translation.path("state").asText().equals("machine")) {
            throw new Refused(
                    Code.NOTHING_TO_RELEASE,
                    "there is no translation into " + language + " that an officer has written or taken");
        }
        JsonNode original = get("/entries/" + StationApi.encoded(String.valueOf(name)));
        ObjectNode body = object().put("class", original.path("class").asText());
        body.put("precedence", precedence == null ? original.path("precedence").asText() : upper(precedence));
        body.set("office", speaker.of(get("/status")));
        ObjectNode act = body.putObject("act").put("type", "translation");
        act.put("of", original.path("reference").asText())
                .put("part", sheet.path("part").asText());
        act.put("language", language).put("text", translation.path("text").asText());
        return release(body, "cli.translate.released");
    }
}
