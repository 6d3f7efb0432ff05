package torgau.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import torgau.cli.api.StationApi;
import torgau.cli.local.LocalFault;
import torgau.journal.crypto.Sha256;

/// What the demonstration shows at its end: both stations hold the same journal, file for file.
final class Settlement {
    private static final Duration SAME_HEADS = Duration.ofSeconds(30);
    private static final int PAGE = 200;

    private Settlement() {}

    /// Waits until both stations report the same head of every feed.
    static void sameHeads(StationApi one, StationApi other) throws InterruptedException {
        sameHeads(one, other, SAME_HEADS);
    }

    /// The same with the patience that a slow line needs.
    static void sameHeads(StationApi one, StationApi other, Duration within) throws InterruptedException {
        long end = System.nanoTime() + within.toNanos();
        int steady = 0;
        while (steady < 3) {
            JsonNode heads = one.get("/journal/heads").body();
            steady =
                    !heads.isEmpty() && heads.equals(other.get("/journal/heads").body()) ? steady + 1 : 0;
            if (System.nanoTime() > end) {
                throw new LocalFault(3, "after " + within.toSeconds() + " s the stations do not report the same heads");
            }
            Thread.sleep(steady > 0 ? 800 : 200);
        }
    }

    /// Compares two files whole.
    ///
    /// @return where they differ first; -1 if they do not
    static long mismatch(Path one, Path other) throws IOException {
        return Files.mismatch(one, other);
    }

    static String sha256(Path file) throws IOException {
        return HexFormat.of().formatHex(Sha256.of(Files.readAllBytes(file)));
    }

    /// What was said, and how long its receipts took.
    ///
    /// @param times to receipt of what officers said, ascending
    record Times(int entries, int receipts, List<Duration> times) {
        Duration median() {
            return times.isEmpty() ? Duration.ZERO : times.get(times.size() / 2);
        }

        Duration worst() {
            return times.isEmpty() ? Duration.ZERO : times.getLast();
        }
    }

    /// Reads from a station what its own officers said and when the other's station signed to hold it.
    static Times times(StationApi station) {
        int entries = 0;
        int receipts = 0;
        var times = new ArrayList<Duration>();
        String after = "";
        for (boolean more = true; more; ) {
            JsonNode page = station.get("/entries?limit=" + PAGE + (after.isEmpty() ? "" : "&after=" + after))
                    .body();
            for (JsonNode entry : page.path("entries")) {
                entries++;
                after = StationApi.encoded(entry.path("cursor").asText());
                boolean said = entry.path("direction").asText().equals("out")
                        && !entry.path("automatic").asBoolean();
                for (JsonNode receipt : said ? entry.path("receipts") : StationApi.JSON.createArrayNode()) {
                    receipts++;
                    if (receipt.path("stage").asText().equals("received")) {
                        Instant sent = Instant.parse(entry.path("time").asText());
                        times.add(Duration.between(
                                sent, Instant.parse(receipt.path("at").asText())));
                    }
                }
            }
            more = page.path("more").asBoolean() && !page.path("entries").isEmpty();
        }
        times.sort(null);
        return new Times(entries, receipts, times);
    }
}
