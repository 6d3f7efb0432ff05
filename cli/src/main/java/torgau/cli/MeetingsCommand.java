package torgau.cli;

import static torgau.cli.api.StationApi.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `torgau meetings`: meetings and calls.
@Command(
        name = "meetings",
        header = "List meetings and calls, what comes next, and how often each pair of offices has talked.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  torgau meetings --home blue",
            "  torgau meetings show --home blue RED-OPS-2026-14",
            "  torgau meetings agenda --home blue RED-OPS-2026-14 --draft"
        },
        sortOptions = false)
final class MeetingsCommand extends StationVerb {
    @Option(names = "--party", paramLabel = "PARTY", description = "Only those with this party.")
    private @Nullable String party;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "100", description = "How many at most (default: 100).")
    private int limit;

    MeetingsCommand(Surroundings around) {
        super(around);
    }

    static CommandLine with(Surroundings around) {
        return new CommandLine(new MeetingsCommand(around))
                .addSubcommand(new Show(around))
                .addSubcommand(new Agenda(around));
    }

    @Override
    public Integer call() {
        limited(limit, 500);
        JsonNode all = get("/meetings?limit=" + limit + (party == null ? "" : "&party=" + encoded(party)));
        if (json) {
            print(all);
            return Exit.OK;
        }
        new MeetingsReport(texts()).list(all).forEach(this::print);
        if (!all.path("complete").asBoolean()) {
            print(texts().say("cli.matters.incomplete"));
        }
        return Exit.OK;
    }

    /// `torgau meetings show`.
    @Command(
            name = "show",
            header = "Show a meeting or a call: its agenda, its record with the legal effect first, what comes up.",
            footerHeading = "%nExample:%n",
            footer = "  torgau meetings show --home blue RED-OPS-2026-14",
            sortOptions = false)
    static final class Show extends StationVerb {
        @Parameters(paramLabel = "NUMBER", description = "Any entry of it, by number or reference.")
        private String name = "";

        Show(Surroundings around) {
            super(around);
        }

        @Override
        public Integer call() {
            JsonNode talk = get("/meetings/" + encoded(name));
            if (json) {
                print(talk);
            } else {
                new MeetingsReport(texts()).show(talk).forEach(this::print);
            }
            return Exit.OK;
        }
    }

    /// `torgau meetings agenda`.
    @Command(
            name = "agenda",
            header = "Show the agenda of a meeting, or draft the next one with what is to come up.",
            description = {
                "--draft prints the fields as a YAML file for `torgau file`: the items that stand, and every open commitment.",
                "Nothing is sent by itself: an officer completes the draft and files it."
            },
            footerHeading = "%nExample:%n",
            footer = "  torgau meetings agenda --home blue RED-OPS-2026-14 --draft",
            sortOptions = false)
    static final class Agenda extends StationVerb {
        @Parameters(paramLabel = "NUMBER", description = "Any entry of the meeting, by number or reference.")
        private String name = "";

        @Option(names = "--draft", description = "Draft what could be filed next.")
        private boolean draft;

        Agenda(Surroundings around) {
            super(around);
        }

        @Override
        public Integer call() {
            JsonNode answer = get("/meetings/" + encoded(name) + (draft ? "/agenda-draft" : ""));
            if (json) {
                print(answer);
            } else if (draft) {
                drafted(answer);
            } else {
                new MeetingsReport(texts()).agenda(answer.path("agenda")).forEach(this::print);
            }
            return Exit.OK;
        }

        private void drafted(JsonNode draft) {
            print("# "
                    + texts().say(
                                    "cli.meetings.drafted",
                                    Map.of(
                                            "format", draft.path("format").asText(),
                                            "number",
                                                    draft.path("re")
                                                            .path("number")
                                                            .asText())));
            List<String> fill = AwaitedReport.codes(draft.path("still_to_fill"));
            print("# " + texts().say("cli.meetings.fill", with("fields", String.join(", ", fill))));
            if (draft.path("left_out").asInt() > 0) {
                print("# "
                        + texts().say(
                                        "cli.meetings.left_out",
                                        with("count", draft.path("left_out").asInt())));
            }
            draft.path("fields").properties().forEach(field -> {
                if (field.getValue().isArray()) {
                    print(field.getKey() + ":");
                    // JSON strings are YAML strings
                    field.getValue().forEach(item -> print("  - " + item));
                } else {
                    print(field.getKey() + ": " + field.getValue());
                }
            });
        }
    }
}
