package torgau.matters;

import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import torgau.catalogue.Clock;
import torgau.journal.agreement.Rules;

/// The clocks that the agreement itself sets: every entry of an officer awaits an acknowledgement within
/// the time agreed for its precedence.
final class ByPrecedence {
    static final String NAME = "precedence";

    private static final List<String> RECEIPTS = List.of("AK", "RB", "NU", "PN");
    private static final String LINE = "LINE";

    private ByPrecedence() {}

    /// One for each precedence, by its number.
    static List<Clock> clocks(Rules rules) {
        return rules.acknowledgeWithinMinutes().stream()
                .map(minutes -> clock(Duration.ofMinutes(minutes)))
                .toList();
    }

    private static Clock clock(Duration within) {
        return new Clock(
                NAME,
                Clock.Kind.ACKNOWLEDGEMENT,
                "",
                new TreeMap<>(),
                "",
                RECEIPTS,
                List.of(),
                within,
                new Clock.From.Receipt(),
                LINE,
                List.of(),
                null,
                true,
                List.of(within.dividedBy(2)),
                new TreeMap<>(),
                null);
    }
}
