package torgau.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import torgau.cli.api.StationApi;
import torgau.station.home.PrivateFiles;

/// `torgau plan export`: the plan for other programs, and on paper.
@Command(
        name = "export",
        header = "Write the plan as XLSX, CSV or iCalendar, or print it as PDF.",
        description = {
            "XLSX and CSV have the fields of the proposals under their labels, as `torgau plan import` reads them, and"
                    + " how each side says that the event stands. A calendar has the events of one office, or all.",
            "FILE is readable by its owner alone. Nothing is sent."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  torgau plan export --home blue --format xlsx --language ru -o plan.xlsx",
            "  torgau plan export --home blue --format ics --office \"Operations staff\" -o staff.ics",
            "  torgau plan export --home blue --format pdf --language en,ru --plan 2027 -o plan-2027.pdf"
        },
        sortOptions = false)
final class PlanExportCommand extends StationVerb {
    private static final List<String> KINDS = List.of("xlsx", "csv", "ics", "pdf");

    @Option(
            names = {"--format", "--to"},
            paramLabel = "xlsx|csv|ics|pdf",
            description = "The kind of file (default: what FILE ends in, else xlsx).")
    private @Nullable String format;

    @Option(
            names = "--language",
            paramLabel = "en",
            split = ",",
            description = "One to three; a table takes the first (default: the station's).")
    private @Nullable List<String> languages;

    @Option(names = "--office", paramLabel = "TITLE", description = "Only events of which this office is in charge.")
    private @Nullable String office;

    @Option(names = "--plan", paramLabel = "NAME", description = "Only events of this plan, usually a year.")
    private @Nullable String plan;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            required = true,
            description = "Where to write it; a file that is there is not overwritten.")
    private Path out = Path.of("");

    PlanExportCommand(Surroundings around) {
        super(around);
    }

    @Override
    public Integer call() {
        var query = new StringBuilder("/plan/export?format=").append(StationApi.encoded(kind()));
        query.append("&languages=")
                .append(StationApi.encoded(languages == null ? texts().language() : String.join(",", languages)));
        if (office != null) {
            query.append("&office=").append(StationApi.encoded(office));
        }
        if (plan != null) {
            query.append("&plan=").append(StationApi.encoded(plan));
        }
        byte[] bytes = download(query.toString());
        PrivateFiles.create(out, bytes);
        if (json) {
            print(object().put("file", out.toString()).put("bytes", bytes.length));
        } else {
            print(texts().say("cli.render.written", with("file", out.toString())));
        }
        return Exit.OK;
    }

    /// What a file ends in and what it is are not two things.
    private String kind() {
        String name = out.toString().toLowerCase(Locale.ROOT);
        Optional<String> ending =
                KINDS.stream().filter(kind -> name.endsWith("." + kind)).findFirst();
        if (format != null && !ending.orElse(format).equals(format)) {
            throw usage("--format " + format + " does not fit " + out + ": name the file ." + format
                    + ", or leave --format out");
        }
        return format == null ? ending.orElse("xlsx") : format;
    }
}
