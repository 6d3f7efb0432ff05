package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import torgau.journal.Code;

/// `torgau test-line`: a link test now.
@Command(
        name = "test-line",
        header = "Test the line now: send a passage that the other station returns.",
        description = "Ends when the passage came back word for word; with exit code 3 if it did not in time.",
        footerHeading = "%nExamples:%n",
        footer = {"  torgau test-line --home blue", "  torgau test-line --home blue --station RED-OPS --timeout 120"},
        sortOptions = false)
final class TestLineCommand extends StationVerb {
    @Option(names = "--station", paramLabel = "STATION", description = "Which station (default: all others).")
    private @Nullable String station;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long to wait (default: 30).")
    private int timeout;

    TestLineCommand(Surroundings around) {
        super(around);
    }

    @Override
    public Integer call() {
        ObjectNode body = object();
        if (station != null) {
            body.put("station", station);
        }
        String reference = post("/link-tests", body).path("reference").asText();
        var last = new AtomicReference<JsonNode>(object());
        boolean returned = until(Duration.ofSeconds(timeout), () -> {
            last.set(get("/status"));
            return settled(last.get(), reference);
        });
        if (json) {
            print(object().put("reference", reference).put("returned", returned));
        } else if (returned) {
            print(texts().say("cli.test.returned", with("reference", reference)));
        }
        if (!returned) {
            throw new Problem(
                    Code.NOT_IN_TIME, "test " + reference + " was not returned in " + timeout + " s", Exit.NOT_IN_TIME);
        }
        return Exit.OK;
    }

    private boolean settled(JsonNode status, String reference) {
        int asked = 0;
        int returned = 0;
        for (JsonNode each : status.path("counterparts")) {
            if (station == null || each.path("station").asText().equals(station)) {
                asked++;
                JsonNode test = each.path("last_link_test");
                if (test.path("reference").asText().equals(reference)
                        && test.path("result").asText().equals("returned")) {
                    returned++;
                }
            }
        }
        return asked > 0 && asked == returned;
    }
}
