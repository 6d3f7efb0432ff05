package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import torgau.cli.api.Reply;
import torgau.cli.ceremony.Refused;
import torgau.cli.filing.WrittenFields;
import torgau.journal.Code;
import torgau.journal.crypto.Sha256;
import torgau.station.tables.Workbook;

/// `torgau plan import`: events of the plan out of a table.
@Command(
        name = "import",
        header = "Read events of the plan from a table; file all of them together, or none.",
        description = {
            "FILE is CSV or XLSX. Its headings are labels or names of the fields of format WP, in English, Russian or"
                    + " Ukrainian. Each row is judged as if it were filed alone, and compared with the plan.",
            "Without --file nothing is filed: the report says what was understood and what was not. The same file is"
                    + " filed once, however often it is imported."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  torgau plan import --home blue plan-2027.xlsx",
            "  torgau plan import --home blue plan.csv --set plan=2027 --set precision=exact --zone Europe/Berlin",
            "  torgau plan import --home blue plan-2027.xlsx --sheet Events --office \"Operations staff\" --file"
        },
        sortOptions = false)
final class PlanImportCommand extends StationVerb {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int MAX_TIMES = 99;
    private static final List<String> OVER = List.of("refused", "withdrawn", "voided");

    @Parameters(paramLabel = "FILE", description = "The table.")
    private Path table = Path.of("");

    @Option(names = "--file", description = "File every event that is new, if nothing is wrong.")
    private boolean file;

    @Option(names = "--dry-run", description = "File nothing; the same as without --file.")
    private boolean dryRun;

    @Option(names = "--sheet", paramLabel = "NAME", description = "Which sheet, if several have headings.")
    private @Nullable String sheet;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Zone of times that name none: UTC, or for example Europe/Berlin.")
    private @Nullable String zone;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A field of rows that leave it empty. May be given more than once.")
    private Map<String, String> set = new LinkedHashMap<>();

    @Option(names = "--to", paramLabel = "PARTY", split = ",", description = "Parties addressed (default: all others).")
    private @Nullable List<String> to;

    @Option(names = "--track", paramLabel = "NAME", description = "The track of the messages.")
    private @Nullable String track;

    @Option(
            names = "--language",
            paramLabel = "en",
            description = "Language of the free texts (default: the station's).")
    private @Nullable String language;

    @Mixin
    private Speaker speaker;

    @Mixin
    private LegalBasis legalBasis;

    PlanImportCommand(Surroundings around) {
        super(around);
    }

    @Override
    public Integer call() {
        if (file && dryRun) {
            throw usage("--dry-run files nothing: give either it or --file");
        }
        ObjectNode body = body();
        JsonNode report = checked(body);
        boolean faulty = report.path("faults_total").asInt() > 0;
        if (json && (!file || faulty)) {
            print(report);
        } else if (!json) {
            new ImportText(texts()).of(report).forEach(this::print);
        }
        if (faulty) {
            throw new Problem(
                    Code.IMPORT_REFUSED.code(), Code.IMPORT_REFUSED.text(), Code.IMPORT_REFUSED.remedy(), Exit.REFUSED);
        }
        return file ? filed(body, report) : shown();
    }

    private Integer shown() {
        if (!json) {
            print(texts().say("cli.import.dry"));
        }
        return Exit.OK;
    }

    private JsonNode checked(ObjectNode body) {
        Reply reply = api().post("/plan/import-check", body, PATIENCE);
        return accepted(reply);
    }

    private Integer filed(ObjectNode body, JsonNode report) {
        if (report.path("ready").isEmpty() && !report.path("known").isEmpty()) {
            if (json) {
                print(report);
            }
            return Exit.OK;
        }
        JsonNode made = sent(imported(body));
        if (json) {
            print(made);
            return Exit.OK;
        }
        JsonNode entries = made.path("entries");
        Map<String, Object> values = new LinkedHashMap<>(with("count", entries.size()));
        values.put("first", entries.path(0).asText());
        values.put("last", entries.path(entries.size() - 1).asText());
        print(texts().say("cli.import.done", values));
        return Exit.OK;
    }

    /// The same file with the same options has the same key, so that it is filed once. One that was
    /// refused or withdrawn can be proposed again.
    private JsonNode imported(ObjectNode body) {
        String hash = HexFormat.of().formatHex(Sha256.of(body.toString().getBytes(StandardCharsets.UTF_8)), 0, 16);
        for (int time = 1; ; time++) {
            JsonNode made = accepted(api().post("/plan/imports", body, hash + "-" + time, PATIENCE));
            if (time == MAX_TIMES || !OVER.contains(made.path("state").asText())) {
                return made;
            }
        }
    }

    private ObjectNode body() {
        ObjectNode body = object();
        body.put("file", Base64.getEncoder().encodeToString(bytes()));
        body.set("office", speaker.of(get("/status")));
        legalBasis.into(body);
        put(body, "sheet", sheet);
        put(body, "zone", zone);
        put(body, "track", track);
        put(body, "language", language);
        if (to != null) {
            to.forEach(body.putArray("to")::add);
        }
        if (!set.isEmpty()) {
            ObjectNode defaults = body.putObject("defaults");
            set.forEach((name, value) -> defaults.set(name, WrittenFields.typed(value, "--set " + name)));
        }
        return body;
    }

    private static void put(ObjectNode body, String name, @Nullable String value) {
        if (value != null) {
            body.put(name, value);
        }
    }

    private byte[] bytes() {
        try (var in = Files.newInputStream(table)) {
            byte[] bytes = in.readNBytes(Workbook.MAX_BYTES + 1);
            if (bytes.length > Workbook.MAX_BYTES) {
                throw new Refused(Code.TABLE_TOO_LARGE, table + " has more than " + Workbook.MAX_BYTES + " bytes");
            }
            return bytes;
        } catch (IOException fault) {
            throw new Refused(Code.FILE_UNREADABLE, table + " cannot be read: " + fault.getMessage());
        }
    }
}
