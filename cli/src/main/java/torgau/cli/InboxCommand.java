package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import torgau.cli.api.EventStream;
import torgau.cli.api.StationApi;
import torgau.cli.api.Unreachable;

/// `torgau inbox`: what came.
@Command(
        name = "inbox",
        header = "Show what came from the other parties, the newest last.",
        description = "Looking tells the other parties nothing: only `torgau ack` acknowledges.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  torgau inbox --home blue",
            "  torgau inbox --home blue RED-OPS-2026-14",
            "  torgau inbox --home blue --follow",
            "  torgau inbox --home blue --all --json"
        },
        sortOptions = false)
final class InboxCommand extends StationVerb {
    private static final List<String> OFFICERS =
            List.of("message", "notification", "acknowledgement", "amendment", "suspension", "resumption", "unknown");
    /// Three heartbeats of the station missed: it is lost.
    private static final Duration SILENCE = Duration.ofSeconds(15);
    private static final long RECONNECT_MILLIS = 500;
    /// Entries remembered as shown: one that came ahead of the record is told more than once.
    private static final int REMEMBERED = 2_048;

    @Option(
            names = "--follow",
            description = "Go on with what comes, as it comes, until stopped; through restarts of the station too.")
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

    @Parameters(
            arity = "0..1",
            paramLabel = "NUMBER|REF",
            description = "Only this entry, with every field of a filed format.")
    private @Nullable String one;

    private final LinkedHashSet<String> shown = new LinkedHashSet<>();

    InboxCommand(Surroundings around) {
        super(around);
    }

    @Override
    public Integer call() {
        if (one != null) {
            return detail(one);
        }
        limited(limit, 500);
        // Before the page, so that nothing falls between page and stream; what is in both is shown once.
        String cursor = follow ? newest() : "";
        String filter = all ? "" : "&direction=in&types=" + String.join(",", OFFICERS);
        JsonNode page = get("/entries?limit=" + limit + "&before=end" + filter);
        page.path("entries").forEach(this::show);
        if (follow) {
            follow(cursor);
        } else if (!json && page.path("entries").isEmpty()) {
            print(texts().say("cli.inbox.empty"));
        }
        return Exit.OK;
    }

    private Integer detail(String name) {
        JsonNode entry = get("/entries/" + StationApi.encoded(name));
        if (json) {
            print(entry);
        } else {
            new EntryReport(entry, texts()).detail().forEach(this::print);
        }
        return Exit.OK;
    }

    private String newest() {
        return get("/entries?limit=1&before=end").path("next").asText("");
    }

    /// Shows what comes after a cursor until the time is over. When the station is lost it says so, and
    /// goes on from there as soon as it is back.
    private void follow(String from) {
        long began = System.nanoTime();
        boolean lost = false;
        String cursor = from;
        while (left(began).isPositive()) {
            try (EventStream stream = api().events(cursor)) {
                if (lost) {
                    complain("cli.inbox.back");
                }
                cursor = read(stream, cursor, began);
                lost = left(began).isPositive();
            } catch (StationApi.Refused refused) {
                accepted(refused.reply());
            } catch (Unreachable away) {
                pause(RECONNECT_MILLIS);
                continue;
            }
            if (lost) {
                complain("cli.inbox.lost");
                pause(RECONNECT_MILLIS);
            }
        }
    }

    private Duration left(long began) {
        Duration gone = Duration.ofNanos(System.nanoTime() - began);
        return seconds == null ? SILENCE : Duration.ofSeconds(seconds).minus(gone);
    }

    private void complain(String key) {
        around.err().println(texts().say(key));
        around.err().flush();
    }

    /// Shows what a stream tells until it ends or falls silent, or the time is over; gives the cursor to
    /// go on from.
    private String read(EventStream stream, String from, long began) {
        String cursor = from;
        while (true) {
            Duration left = left(began);
            Optional<EventStream.Event> next = stream.next(left.compareTo(SILENCE) < 0 ? left : SILENCE);
            if (next.isEmpty()) {
                return cursor;
            }
            EventStream.Event event = next.get();
            cursor = event.id().isEmpty() ? cursor : event.id();
            if (event.name().equals("entry") && wanted(event.data())) {
                show(event.data());
            }
            if (!left(began).isPositive()) {
                return cursor;
            }
        }
    }

    private boolean wanted(JsonNode entry) {
        return all
                || (entry.path("direction").asText().equals("in")
                        && OFFICERS.contains(entry.at("/act/type").asText()));
    }

    private void show(JsonNode entry) {
        if (!shown.add(entry.path("reference").asText())) {
            return;
        }
        if (shown.size() > REMEMBERED) {
            shown.removeFirst();
        }
        if (json) {
            print(entry);
        } else {
            new EntryReport(entry, texts()).lines().forEach(this::print);
            print("");
        }
    }
}
