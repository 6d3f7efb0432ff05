package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import torgau.cli.api.StationApi;

/// `torgau visits`: who asks to come, and what the host answered.
@Command(
        name = "visits",
        header = "List the requests for visit of the line, the one with the newest entry first.",
        description = "Each as it stands now, without names; those are in `torgau visits show`.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  torgau visits --home blue",
            "  torgau visits show --home blue BLUE-OPS-2026-17",
            "  torgau visits note --home blue BLUE-OPS-2026-17 --text \"Late at each gate\"",
            "  torgau visits --home blue --limit 5 --json"
        },
        sortOptions = false)
final class VisitsCommand extends StationVerb {
    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "How many at most (default: 20).")
    private int limit;

    private VisitsCommand(Surroundings around) {
        super(around);
    }

    static CommandLine with(Surroundings around) {
        return new CommandLine(new VisitsCommand(around))
                .addSubcommand(new Show(around))
                .addSubcommand(new Note(around));
    }

    @Override
    public Integer call() {
        limited(limit, 200);
        JsonNode list = get("/visits?limit=" + limit);
        if (json) {
            print(list);
            return Exit.OK;
        }
        var report = new VisitReport(texts(), Instant.parse(list.path("now").asText()));
        report.list(list.path("visits")).forEach(this::print);
        if (list.path("visits").isEmpty()) {
            print(texts().say("cli.visits.none"));
        }
        if (!list.path("complete").asBoolean()) {
            print(texts().say("cli.matters.incomplete"));
        }
        return Exit.OK;
    }

    /// `torgau visits show`.
    @Command(
            name = "show",
            header = "Show a visit: the delegation as it stands now, places, journeys, and what is awaited.",
            description = "Names are shown as far as their annexes are here. Remarks stay on this desk: a spelling"
                    + " that is not the expected one is no fault.",
            footerHeading = "%nExamples:%n",
            footer = {
                "  torgau visits show --home blue BLUE-OPS-2026-17",
                "  torgau visits show --home red BLUE-OPS.1a2b3c4d.9 --json"
            },
            sortOptions = false)
    static final class Show extends StationVerb {
        @Parameters(
                paramLabel = "ENTRY",
                description = "Any entry of the visit, by its message number or its reference.")
        private String name = "";

        Show(Surroundings around) {
            super(around);
        }

        @Override
        public Integer call() {
            JsonNode visit = get("/visits/" + StationApi.encoded(name));
            if (json) {
                print(visit);
            } else {
                new VisitReport(texts(), around.clock().instant()).whole(visit).forEach(this::print);
            }
            return Exit.OK;
        }
    }

    /// `torgau visits note`.
    @Command(
            name = "note",
            header = "Keep a private note on a visit or one's own part of the report after it.",
            description = "Both stay on the desk of this station with every state of them. They are no entries, and"
                    + " nobody else sees them. An empty text takes a note away.",
            footerHeading = "%nExamples:%n",
            footer = {
                "  torgau visits note --home blue BLUE-OPS-2026-17 --text \"Late at each gate\"",
                "  torgau visits note --home blue BLUE-OPS-2026-17 --after-action --text \"Ask for a second escort\""
            },
            sortOptions = false)
    static final class Note extends StationVerb {
        @Parameters(
                paramLabel = "ENTRY",
                description = "Any entry of the visit, by its message number or its reference.")
        private String name = "";

        @Option(names = "--after-action", description = "The private part of the report after the visit.")
        private boolean afterAction;

        @Option(names = "--text", paramLabel = "WORDS", required = true, description = "The note; \"\" takes it away.")
        private String words = "";

        Note(Surroundings around) {
            super(around);
        }

        @Override
        public Integer call() {
            String path = "/visits/" + StationApi.encoded(name) + "/notes";
            String part = afterAction ? "after_action" : "note";
            JsonNode note = post(
                    path, object().put("part", part).put("words", words).put("revision", revision(get(path), part)));
            if (json) {
                print(note);
            } else {
                print(texts().say(words.isEmpty() ? "cli.counterparts.unnoted" : "cli.counterparts.noted"));
            }
            return Exit.OK;
        }

        /// Of the note that is kept; 0 if there is none.
        private static long revision(JsonNode states, String part) {
            long revision = 0;
            for (JsonNode state : states.path("notes")) {
                if (state.path("part").asText().equals(part)) {
                    revision = state.path("words").asText().isEmpty()
                            ? 0
                            : state.path("revision").asLong();
                }
            }
            return revision;
        }
    }
}
