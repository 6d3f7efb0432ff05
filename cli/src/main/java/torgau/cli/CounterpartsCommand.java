package torgau.cli;

import static torgau.cli.api.StationApi.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import torgau.cli.ceremony.PublicFiles;

/// `torgau counterparts`: the offices of all parties.
@Command(
        name = "counterparts",
        header = "Show the offices of all parties, and find the one that answers something.",
        description = {
            "What is shown is what each party has declared of its own offices (DE, LO, DC, and the agreement).",
            "Notes on offices are private: they stay at this station, and nothing of them is said to anybody."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  torgau counterparts --home blue",
            "  torgau counterparts find --home blue --theme sea --region \"Northern waters\"",
            "  torgau counterparts note --home blue RED \"Director, Fleet\" --text \"Passes on, and answers late\""
        },
        sortOptions = false)
final class CounterpartsCommand extends StationVerb {
    @Option(names = "--party", paramLabel = "PARTY", description = "Only the offices of this party.")
    private @Nullable String party;

    @Option(names = "--name", paramLabel = "WORDS", description = "Only offices in whose name this stands.")
    private @Nullable String name;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "100", description = "How many at most (default: 100).")
    private int limit;

    CounterpartsCommand(Surroundings around) {
        super(around);
    }

    static CommandLine with(Surroundings around) {
        return new CommandLine(new CounterpartsCommand(around))
                .addSubcommand(new Find(around))
                .addSubcommand(new Show(around))
                .addSubcommand(new Note(around))
                .addSubcommand(new Picture(around));
    }

    private static String query(StringJoiner query, String name, @Nullable String value) {
        if (value != null) {
            query.add(name + "=" + encoded(value));
        }
        return query.toString();
    }

    @Override
    public Integer call() {
        limited(limit, 500);
        var query = new StringJoiner("&", "/counterparts?", "").add("limit=" + limit);
        query(query, "party", party);
        JsonNode all = get(query(query, "name", name));
        if (json) {
            print(all);
            return Exit.OK;
        }
        new CounterpartsReport(texts()).list(all).forEach(this::print);
        if (!all.path("complete").asBoolean()) {
            print(texts().say("cli.matters.incomplete"));
        }
        return Exit.OK;
    }

    /// `torgau counterparts find`.
    @Command(
            name = "find",
            header = "Find which office of theirs answers something, and which of ours matches it.",
            description = {
                "Each office stands with the reasons for its place. What is missing is said, with the format that asks for it.",
                "With --matter the subject, the track and the place are those of the matter, where the options do not say otherwise."
            },
            footerHeading = "%nExamples:%n",
            footer = {
                "  torgau counterparts find --home blue --theme visits --track peace_effort",
                "  torgau counterparts find --home blue --matter RED-OPS-2026-14",
                "  torgau counterparts find --home blue --theme sea --place \"58-21.0N 019-44.0E\"",
                "  torgau counterparts find --home blue --theme exercises --act trains"
            },
            sortOptions = false)
    static final class Find extends StationVerb {
        @Option(
                names = "--theme",
                paramLabel = "THEME",
                description = "What it is about: sea, air, incidents, visits …")
        private @Nullable String theme;

        @Option(names = "--region", paramLabel = "NAME", description = "The region, as the parties name it.")
        private @Nullable String region;

        @Option(
                names = "--place",
                paramLabel = "POSITION",
                description = "Where it is; compared with the areas that offices declared.")
        private @Nullable String place;

        @Option(
                names = "--act",
                paramLabel = "ACT",
                description =
                        "decides (default), transmits, commands, trains, plans, negotiates, verifies, represents.")
        private @Nullable String act;

        @Option(names = "--track", paramLabel = "TRACK", description = "peace_effort, global_stability, other.")
        private @Nullable String track;

        @Option(names = "--matter", paramLabel = "NUMBER", description = "For this matter.")
        private @Nullable String matter;

        @Option(names = "--party", paramLabel = "PARTY", description = "Only of this party.")
        private @Nullable String party;

        Find(Surroundings around) {
            super(around);
        }

        @Override
        public Integer call() {
            if (theme == null && matter == null && act == null) {
                throw usage("what is sought? Give --theme, --matter or --act");
            }
            var query = new StringJoiner("&", "/counterparts/find?", "");
            query(query, "theme", theme);
            query(query, "region", region);
            query(query, "place", place);
            query(query, "act", act);
            query(query, "track", track);
            query(query, "matter", matter);
            JsonNode found = get(query(query, "party", party));
            if (json) {
                print(found);
                return Exit.OK;
            }
            var report = new CounterpartsReport(texts());
            report.place(found).forEach(this::print);
            found.path("found").forEach(each -> report.found(each).forEach(this::print));
            if (!found.path("complete").asBoolean()) {
                print(texts().say("cli.matters.incomplete"));
            }
            return Exit.OK;
        }
    }

    /// `torgau counterparts show`.
    @Command(
            name = "show",
            header = "Show what its party has declared of an office, and one's own private note.",
            footerHeading = "%nExample:%n",
            footer = "  torgau counterparts show --home blue \"Director, Fleet\"",
            sortOptions = false)
    static final class Show extends StationVerb {
        @Parameters(paramLabel = "OFFICE", description = "Words of its name: title, capacity.")
        private String office = "";

        @Option(names = "--party", paramLabel = "PARTY", description = "Only of this party.")
        private @Nullable String party;

        Show(Surroundings around) {
            super(around);
        }

        @Override
        public Integer call() {
            var query = new StringJoiner("&", "/counterparts?", "").add("limit=20");
            query(query, "name", office);
            JsonNode all = get(query(query, "party", party));
            if (json) {
                print(all);
                return Exit.OK;
            }
            var report = new CounterpartsReport(texts());
            all.path("entries").forEach(entry -> report.show(entry).forEach(this::print));
            all.path("notes").forEach(note -> print(report.note(note)));
            if (all.path("entries").isEmpty()) {
                report.list(all).forEach(this::print);
            }
            return Exit.OK;
        }
    }

    /// `torgau counterparts note`.
    @Command(
            name = "note",
            header = "Keep a private note on an office, or take it away with an empty one.",
            description = "The note stays on the desk of this station. It is no entry, and nobody else sees it.",
            footerHeading = "%nExample:%n",
            footer = "  torgau counterparts note --home blue RED \"Director, Fleet\" --text \"Answers late\"",
            sortOptions = false)
    static final class Note extends StationVerb {
        @Parameters(index = "0", paramLabel = "PARTY", description = "Whose office it is.")
        private String party = "";

        @Parameters(
                index = "1",
                paramLabel = "OFFICE",
                description = "Title, or title and capacity with a comma between.")
        private String office = "";

        @Option(names = "--text", paramLabel = "WORDS", required = true, description = "The note; \"\" takes it away.")
        private String words = "";

        Note(Surroundings around) {
            super(around);
        }

        @Override
        public Integer call() {
            int comma = office.indexOf(", ");
            String title = comma < 0 ? office : office.substring(0, comma);
            String capacity = comma < 0 ? "" : office.substring(comma + 2);
            ObjectNode body = object().put("party", party)
                    .put("title", title)
                    .put("capacity", capacity)
                    .put("words", words)
                    .put("revision", revision(title, capacity));
            JsonNode note = post("/counterparts/notes", body);
            if (json) {
                print(note);
            } else {
                print(texts().say(words.isEmpty() ? "cli.counterparts.unnoted" : "cli.counterparts.noted"));
            }
            return Exit.OK;
        }

        private long revision(String title, String capacity) {
            for (JsonNode note : get("/counterparts/notes").path("notes")) {
                if (note.path("party").asText().equals(party)
                        && note.path("title").asText().equalsIgnoreCase(title)
                        && note.path("capacity").asText().equalsIgnoreCase(capacity)) {
                    return note.path("revision").asLong();
                }
            }
            return 0;
        }
    }

    /// `torgau counterparts picture`.
    @Command(
            name = "picture",
            header = "Draw the two command structures side by side, with what matches and what does not.",
            footerHeading = "%nExample:%n",
            footer = "  torgau counterparts picture --home blue --party RED --language ru --out counterparts.svg",
            sortOptions = false)
    static final class Picture extends StationVerb {
        @Option(names = "--party", paramLabel = "PARTY", description = "The other party (default: the only other one).")
        private @Nullable String party;

        @Option(names = "--language", paramLabel = "ru", description = "Language (default: the station's).")
        private @Nullable String language;

        @Option(
                names = {"-o", "--out"},
                paramLabel = "FILE",
                description = "Write the SVG there, and overwrite nothing.")
        private @Nullable Path out;

        Picture(Surroundings around) {
            super(around);
        }

        @Override
        public Integer call() {
            var query = new StringJoiner("&", "/counterparts/picture?", "");
            query(query, "party", party);
            byte[] svg = download(query(query, "language", language));
            if (out != null) {
                PublicFiles.create(out, svg);
                print(texts().say("cli.counterparts.picture", with("file", out.toString())));
            } else if (json) {
                print(object().put("svg", new String(svg, StandardCharsets.UTF_8)));
            } else {
                new String(svg, StandardCharsets.UTF_8).lines().forEach(this::print);
            }
            return Exit.OK;
        }
    }
}
