package torgau.cli;

import static torgau.cli.api.StationApi.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `torgau commitments`: what was undertaken.
@Command(
        name = "commitments",
        header = "List what each party has undertaken, by when, and how it stands.",
        description = "What stands in a record and is not followed as a commitment is listed, too, and named as such.",
        footerHeading = "%nExamples:%n",
        footer = {"  torgau commitments --home blue", "  torgau commitments --home blue --party RED --all"},
        sortOptions = false)
final class CommitmentsCommand extends StationVerb {
    @Option(names = "--all", description = "Also those that do not come up again.")
    private boolean all;

    @Option(names = "--party", paramLabel = "PARTY", description = "Only what this party has undertaken.")
    private @Nullable String party;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "100", description = "How many at most (default: 100).")
    private int limit;

    CommitmentsCommand(Surroundings around) {
        super(around);
    }

    @Override
    public Integer call() {
        limited(limit, 500);
        String only = party == null ? "" : "&party=" + encoded(party);
        JsonNode list = get("/commitments?limit=" + limit + "&open=" + !all + only);
        if (json) {
            print(list);
            return Exit.OK;
        }
        print(texts().say(
                        "cli.commitments.count",
                        with("count", list.path("total").asInt())));
        new MeetingsReport(texts()).commitments(list.path("commitments")).forEach(this::print);
        if (!list.path("complete").asBoolean()) {
            print(texts().say("cli.matters.incomplete"));
        }
        return Exit.OK;
    }
}
