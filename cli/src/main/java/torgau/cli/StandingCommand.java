package torgau.cli;

import static torgau.cli.api.StationApi.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `torgau standing`: what was notified and stands until a time.
@Command(
        name = "standing",
        header = "List all that was notified and stands until a time, what ends next first.",
        description = {
            "What stands ends at its time unless its own party confirms it, and before if it is taken back.",
            "Suspensions and lead offices are in `torgau status`."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  torgau standing --home blue",
            "  torgau standing --home blue --party RED",
            "  torgau standing --home blue --format DE --ended"
        },
        sortOptions = false)
final class StandingCommand extends StationVerb {
    @Option(names = "--party", paramLabel = "PARTY", description = "Only what this party notified.")
    private @Nullable String party;

    @Option(names = "--format", paramLabel = "CODE", description = "Only what was filed in this format.")
    private @Nullable String format;

    @Option(names = "--ended", description = "Also what has ended, was confirmed or was taken back.")
    private boolean ended;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "100", description = "How many at most (default: 100).")
    private int limit;

    StandingCommand(Surroundings around) {
        super(around);
    }

    @Override
    public Integer call() {
        limited(limit, 500);
        var query =
                new StringJoiner("&", "/standing?", "").add("limit=" + limit).add("ended=" + ended);
        if (party != null) {
            query.add("party=" + encoded(party));
        }
        if (format != null) {
            query.add("format=" + encoded(format));
        }
        JsonNode list = get(query.toString());
        if (json) {
            print(list);
            return Exit.OK;
        }
        var lines = new StandingLines(texts());
        lines.of(list.path("standing")).forEach(this::print);
        int more = list.path("total").asInt() - list.path("standing").size();
        if (list.path("standing").isEmpty()) {
            print(texts().say("cli.standing.none"));
        } else if (more > 0) {
            print(texts().say("cli.standing.more", with("count", more)));
        }
        if (!list.path("complete").asBoolean()) {
            print(texts().say("cli.matters.incomplete"));
        }
        return Exit.OK;
    }
}
