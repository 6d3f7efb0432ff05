package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `torgau watch`: who has the watch, and how it passes on.
@Command(
        name = "watch",
        header = "Show who has the watch here, note something, hand the watch over, take it.",
        description = "The log stays on this station. At a hand-over the station lists what is open.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  torgau watch --home blue",
            "  torgau watch hand-over --home blue --officer \"Cdr Ivanov\" \"Quiet night\"",
            "  torgau watch take --home blue --officer \"Lt Melnyk\""
        },
        sortOptions = false)
final class WatchCommand extends StationVerb {
    WatchCommand(Surroundings around) {
        super(around);
    }

    static CommandLine with(Surroundings around) {
        return new CommandLine(new WatchCommand(around))
                .addSubcommand(new Note(around))
                .addSubcommand(new HandOver(around))
                .addSubcommand(new Take(around));
    }

    @Override
    public Integer call() {
        JsonNode watch = get("/watch");
        if (json) {
            print(watch);
        } else {
            new WatchReport(texts()).of(watch).forEach(this::print);
        }
        return Exit.OK;
    }

    /// What an officer does with the watch, by name.
    abstract static class Act extends StationVerb {
        @Option(
                names = "--officer",
                required = true,
                paramLabel = "NAME",
                description = "Who does this: the name that the log keeps.")
        private String officer;

        Act(Surroundings around) {
            super(around);
        }

        protected ObjectNode body() {
            return object().put("officer", officer);
        }

        protected ObjectNode body(JsonNode read) {
            return body().put("revision", read.path("revision").asLong());
        }

        protected Integer done(String path, ObjectNode body, String text) {
            JsonNode watch = post("/watch/" + path, body);
            if (json) {
                print(watch);
            } else {
                print(texts().say(text, Map.of("officer", officer)));
            }
            return Exit.OK;
        }
    }

    /// `torgau watch note`.
    @Command(
            name = "note",
            header = "Note something in the watch.",
            footerHeading = "%nExample:%n",
            footer = "  torgau watch note --home blue --officer \"Cdr Ivanov\" \"Generator tested\"",
            sortOptions = false)
    static final class Note extends Act {
        @Parameters(paramLabel = "WORDS", description = "What to note.")
        private String words;

        Note(Surroundings around) {
            super(around);
        }

        @Override
        public Integer call() {
            return done("notes", body().put("words", words), "cli.watch.noted");
        }
    }

    /// `torgau watch hand-over`.
    @Command(
            name = "hand-over",
            header = "Hand the watch over: the station lists what is open.",
            description = "Until the next officer takes it, the watch remains with who hands it over.",
            footerHeading = "%nExample:%n",
            footer = "  torgau watch hand-over --home blue --officer \"Cdr Ivanov\" \"Quiet night\"",
            sortOptions = false)
    static final class HandOver extends Act {
        @Parameters(arity = "0..1", paramLabel = "WORDS", description = "What the next officer is to know.")
        private @Nullable String words;

        HandOver(Surroundings around) {
            super(around);
        }

        @Override
        public Integer call() {
            ObjectNode body = body(get("/watch"));
            return done("hand-over", words == null ? body : body.put("words", words), "cli.watch.handed_over");
        }
    }

    /// `torgau watch take`.
    @Command(
            name = "take",
            header = "Take the watch: what was handed over is shown, and taken as read.",
            footerHeading = "%nExamples:%n",
            footer = {
                "  torgau watch take --home blue --officer \"Lt Melnyk\"",
                "  torgau watch take --home blue --officer \"Lt Melnyk\" --without \"Cdr Ivanov was taken ill\""
            },
            sortOptions = false)
    static final class Take extends Act {
        @Option(
                names = "--without",
                paramLabel = "REASON",
                description = "Why the watch is taken though it was not handed over.")
        private @Nullable String without;

        Take(Surroundings around) {
            super(around);
        }

        @Override
        public Integer call() {
            JsonNode read = get("/watch");
            if (!json && read.has("handed_over")) {
                new WatchReport(texts()).handedOver(read.path("handed_over")).forEach(this::print);
            }
            ObjectNode body = body(read);
            return done("take", without == null ? body : body.put("without", without), "cli.watch.taken");
        }
    }
}
