package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import torgau.cli.api.StationApi;
import torgau.station.home.PrivateFiles;

/// `torgau expectations`: what each side expects, beside what the journal shows.
@Command(
        name = "expectations",
        header = "Show what each side expects of the dialogue, beside what the journal shows.",
        description = {
            "Expectations are stated, changed, answered and reviewed by the formats EP, EPM, EPR and EPV. Beside each stands what"
                    + " is measured by now in its period, of each party, and from how many cases.",
            "What is measured here is sent to nobody, and finds no fault."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  torgau expectations --home blue",
            "  torgau expectations report --home blue --from 2026-01-01 --to-file html -o report.html",
            "  torgau expectations review --home blue --year 2026 > sheet.yaml"
        },
        sortOptions = false)
final class ExpectationsCommand extends StationVerb {
    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "100",
            description = "How many statements at most, the newest period first (default: 100).")
    private int limit;

    ExpectationsCommand(Surroundings around) {
        super(around);
    }

    static CommandLine with(Surroundings around) {
        return new CommandLine(new ExpectationsCommand(around))
                .addSubcommand(new Report(around))
                .addSubcommand(new Review(around));
    }

    @Override
    public Integer call() {
        limited(limit, 500);
        JsonNode list = get("/expectations?limit=" + limit);
        if (json) {
            print(list);
            return Exit.OK;
        }
        print(texts().say(
                        "cli.expectations.count",
                        with("count", list.path("total").asInt())));
        for (JsonNode each : list.path("expectations")) {
            print(texts().say(
                            "cli.expectations.head",
                            Map.of(
                                    "party", each.path("party").asText(),
                                    "number", each.path("number").asText(),
                                    "from", day(each, "from"),
                                    "to", day(each, "to"))));
            rows(each).lines().forEach(this::print);
        }
        if (!list.path("complete").asBoolean()) {
            print(texts().say("cli.matters.incomplete"));
        }
        return Exit.OK;
    }

    private static String day(JsonNode node, String name) {
        String time = node.path(name).asText();
        return time.length() < 10 ? "…" : time.substring(0, 10);
    }

    private Sheet rows(JsonNode expectation) {
        var sheet = new Sheet("  ");
        for (JsonNode row : expectation.path("rows")) {
            String target = row.has("target")
                    ? " " + row.path("target").asText() + " " + row.path("unit").asText()
                    : "";
            sheet.row(row.path("number").asText(), row.path("measure").asText() + target, measured(row));
        }
        return sheet;
    }

    private String measured(JsonNode row) {
        var values = new ArrayList<String>();
        for (JsonNode one : row.path("measured")) {
            String whose = one.has("party") ? one.path("party").asText() + " " : "";
            values.add(whose + one.path("value").asText() + " "
                    + one.path("unit").asText() + " (" + one.path("of").asText() + ")");
        }
        String shown = values.isEmpty()
                ? texts().say("cli.expectations.not_measured")
                : texts().say("cli.expectations.measured", with("value", String.join(", ", values)));
        return row.path("expected").asText() + " – " + shown;
    }

    /// `torgau expectations report`: the figures of a period.
    @Command(
            name = "report",
            header = "Measure a period from the journal: answer times, contacts, notices, commitments, the line.",
            description = {
                "All is as it stood at the end of the period. Both ends compute the same figures from the same journal;"
                        + " docs/expectations.md defines each. The report is private and is sent to nobody.",
                "Without --to-file it shows what there is of each party in all; --json has every figure."
            },
            footerHeading = "%nExamples:%n",
            footer = {
                "  torgau expectations report --home blue --from 2026-01-01",
                "  torgau expectations report --home blue --from 2026-01-01 --to-file pdf -o report.pdf --language ru"
            },
            sortOptions = false)
    static final class Report extends StationVerb {
        /// How it is written.
        enum As {
            html,
            pdf,
            csv
        }

        @Option(names = "--from", paramLabel = "DAY", required = true, description = "Begin: 2026-01-01, or a time.")
        private String from = "";

        @Option(names = "--to", paramLabel = "DAY", description = "End, that instant excluded (default: now).")
        private @Nullable String to;

        @Option(names = "--track", paramLabel = "NAME", description = "Only matters of this track.")
        private @Nullable String track;

        @Option(names = "--to-file", description = "${COMPLETION-CANDIDATES}.")
        private @Nullable As as;

        @Option(names = "-o", paramLabel = "FILE", description = "Write there, and overwrite nothing.")
        private @Nullable Path out;

        @Option(names = "--language", paramLabel = "ru", description = "Language (default: the station's).")
        private @Nullable String language;

        Report(Surroundings around) {
            super(around);
        }

        @Override
        public Integer call() {
            if ((as == null) != (out == null)) {
                throw usage("--to-file and -o go together");
            }
            if (out == null) {
                return shown(get("/expectations/report" + query()));
            }
            PrivateFiles.create(out, download("/expectations/report/file" + query() + "&as=" + as));
            print(texts().say("cli.expectations.written", with("file", out.toString())));
            return Exit.OK;
        }

        private String query() {
            var query = new StringJoiner("&", "?", "").add("from=" + StationApi.encoded(from));
            if (to != null) {
                query.add("to=" + StationApi.encoded(to));
            }
            if (track != null) {
                query.add("track=" + StationApi.encoded(track));
            }
            if (language != null && out != null) {
                query.add("language=" + StationApi.encoded(language));
            }
            return query.toString();
        }

        private Integer shown(JsonNode report) {
            if (json) {
                print(report);
                return Exit.OK;
            }
            print(texts().say("report.private"));
            var sheet = new Sheet("  ");
            for (JsonNode figure : report.path("figures")) {
                if (figure.path("by").asText().equals("all")) {
                    sheet.row(
                            figure.path("figure").asText(),
                            figure.path("party").asText(),
                            value(figure),
                            "(" + figure.path("of").asText() + ") "
                                    + figure.path("number").asText());
                }
            }
            sheet.lines().forEach(this::print);
            print(texts().say(
                            "cli.expectations.open",
                            with("count", report.path("open").size())));
            if (!report.path("complete").asBoolean()) {
                print(texts().say("report.incomplete"));
            }
            return Exit.OK;
        }

        private static String value(JsonNode figure) {
            long value = figure.path("value").asLong();
            boolean time = figure.path("unit").asText().equals("seconds");
            return time ? AwaitedReport.left(Duration.ofSeconds(value)) : Long.toString(value);
        }
    }

    /// `torgau expectations review`: a sheet for the yearly review.
    @Command(
            name = "review",
            header = "Prepare the sheet of a yearly review (NRS), its figures filled in.",
            description = {
                "It prints the fields for `torgau file NRS --fields FILE`, with the figures that both sides compute alike. What"
                        + " is lacking stands in comments; an officer writes it and files the sheet."
            },
            footerHeading = "%nExamples:%n",
            footer = {
                "  torgau expectations review --home blue --year 2026 > sheet.yaml",
                "  torgau file --home blue NRS --fields sheet.yaml"
            },
            sortOptions = false)
    static final class Review extends StationVerb {
        @Option(names = "--year", paramLabel = "YEAR", description = "The year under review (default: this year).")
        private @Nullable Integer year;

        Review(Surroundings around) {
            super(around);
        }

        @Override
        public Integer call() {
            JsonNode sheet = get("/expectations/review" + (year == null ? "" : "?year=" + year));
            if (json) {
                print(sheet);
                return Exit.OK;
            }
            JsonNode fields = sheet.path("fields");
            print("period: " + fields.path("period").asText());
            rows("statistics", fields, List.of("figure", "number"));
            rows("open_items", fields, List.of("matter", "standing"));
            print("# "
                    + texts().say(
                                    "cli.expectations.lacking",
                                    with("fields", String.join(", ", AwaitedReport.codes(sheet.path("lacking"))))));
            return Exit.OK;
        }

        private void rows(String name, JsonNode fields, List<String> columns) {
            if (!fields.has(name)) {
                return;
            }
            print(name + ":");
            for (JsonNode row : fields.path(name)) {
                var cells = new StringJoiner(", ", "  - {", "}");
                columns.forEach(
                        column -> cells.add(column + ": " + row.path(column).asText()));
                print(cells.toString());
            }
        }
    }
}
