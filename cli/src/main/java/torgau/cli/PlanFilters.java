package torgau.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What narrows a plan; all of it holds together.
final class PlanFilters {
    @Option(names = "--plan", paramLabel = "NAME", description = "Only of this plan, usually a year.")
    private @Nullable String plan;

    @Option(names = "--track", paramLabel = "CODE", description = "Only of this track.")
    private @Nullable String track;

    @Option(
            names = "--owner",
            paramLabel = "WORDS",
            description = "Only where an office in charge has this in its title or capacity.")
    private @Nullable String owner;

    @Option(names = "--party", paramLabel = "PARTY", description = "Only what this party takes part in.")
    private @Nullable String party;

    @Option(names = "--state", paramLabel = "CODE", description = "Only in this state, such as agreed.")
    private @Nullable String state;

    @Option(names = "--from", paramLabel = "DAY", description = "Only what lasts on this day, UTC, or later.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", description = "Only what begins on this day, UTC, or earlier.")
    private @Nullable LocalDate to;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "200",
            description = "How many at most, the earliest first (default: 200).")
    private int limit;

    int limit() {
        return limit;
    }

    /// As the parameters of an address.
    String query() {
        return Stream.of(
                        "limit=" + limit,
                        with("plan", plan),
                        with("track", track),
                        with("office", owner),
                        with("party", party),
                        with("state", state),
                        with("from", from),
                        with("to", to))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining("&", "?", ""));
    }

    private static String with(String name, @Nullable Object value) {
        return value == null ? "" : name + "=" + URLEncoder.encode(Objects.toString(value), StandardCharsets.UTF_8);
    }
}
