package torgau.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The decision of one's own authorities that a suspension or its lifting declares.
final class Decision {
    @Option(names = "--authority", required = true, paramLabel = "TEXT", description = "On whose decision.")
    private String authority;

    @Option(names = "--from", paramLabel = "DAY", description = "In effect from this day, UTC (default: today).")
    private @Nullable LocalDate from;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; always optional.")
    private @Nullable String reason;

    /// Writes it into the act that declares it.
    void into(ObjectNode act, Clock clock) {
        LocalDate day = from == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : from;
        act.put("authority", authority).put("effective_date", day.toString());
        if (reason != null) {
            act.put("reason", reason);
        }
    }
}
