package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import torgau.cli.api.StationApi;

/// `torgau inbox`: what came.
@Command(
        name = "inbox",
        header = "Show what came from the other parties, the newest last.",
        description = "Looking tells the other parties nothing: only `torgau ack` acknowledges.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  torgau inbox --home blue",
            "  torgau inbox --home blue --follow",
            "  torgau inbox --home blue --all --json"
        },
        sortOptions = false)
final class InboxCommand extends StationVerb {
    private static final String OFFICERS = "&types=message,acknowledgement,amendment,suspension,resumption,unknown";

    @Option(names = "--follow", description = "Go on with what comes, until stopped.")
    private boolean follow;

    @Option(names = "--all", description = "Own entries and automatic ones too.")
    private boolean all;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "How many at most (default: 20).")
    private int limit;

    @Option(
            names = "--for",
            paramLabel = "SECONDS",
            description = "With --follow: end after so long (default: when stopped).")
    private @Nullable Integer seconds;

    InboxCommand(Surroundings around) {
        super(around);
    }

    @Override
    public Integer call() {
        if (limit < 1 || limit > 500) {
            throw usage("--limit is " + limit + "; allowed are 1 to 500");
        }
        String filter = "?limit=" + limit + (all ? "" : "&direction=in" + OFFICERS);
        JsonNode page = get("/entries" + filter + "&before=end");
        page.path("entries").forEach(this::show);
        if (!follow && !json && page.path("entries").isEmpty()) {
            print(texts().say("cli.inbox.empty"));
        }
        long end = seconds == null ? Long.MAX_VALUE : around.clock().millis() + seconds * 1000L;
        String cursor = page.path("next").asText("");
        while (follow && around.clock().millis() < end) {
            String after = cursor.isEmpty() ? "" : "&after=" + StationApi.encoded(cursor);
            JsonNode more = get("/entries" + filter + after);
            more.path("entries").forEach(this::show);
            cursor = more.path("next").asText(cursor);
            if (!more.path("more").asBoolean()) {
                pause();
            }
        }
        return Exit.OK;
    }

    private void show(JsonNode entry) {
        if (json) {
            print(entry);
        } else {
            new EntryReport(entry, texts()).lines().forEach(this::print);
            print("");
        }
    }
}
