package torgau.matters.plan;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import torgau.catalogue.value.Value;
import torgau.matters.Reading;
import torgau.matters.Turn;

/// Which entries show that a step of an event was done. What was said before the event was last
/// postponed shows nothing of the new dates.
final class Shown {
    private static final List<String> STEPS = List.of(
            "dates", "invitation", "delegation", "programme", "confirmation", "report", "RV", "MA", "SE", "HZ", "FT");

    private final Event event;
    private final Reading reading;
    private final Optional<Turn> postponed;

    Shown(Event event, Reading reading) {
        this.event = event;
        this.reading = reading;
        this.postponed = reading.last("WPP");
    }

    /// Whether any entry could show it.
    static boolean can(String what) {
        return STEPS.contains(what);
    }

    boolean stands(Turn turn) {
        return postponed.isEmpty() || turn.compareTo(postponed.get()) > 0;
    }

    Optional<Turn> by(String what, List<Integer> parties) {
        return switch (what) {
            case "dates" ->
                Optional.ofNullable(event.dates().now())
                        .filter(now -> now.exact() && event.dates().alike())
                        .map(When::by);
            case "invitation" -> first(parties, _ -> true, "WPI");
            case "delegation" -> first(parties, _ -> true, "WPG");
            case "confirmation" -> first(parties, _ -> true, "WPC", "WPK");
            case "programme" -> first(parties, this::programme, "WPI", "WPC");
            case "report" -> related("AR");
            case "RV", "MA", "SE", "HZ", "FT" -> related(what);
            default -> Optional.empty();
        };
    }

    private boolean programme(Turn turn) {
        return reading.value(turn, "programme", Value.Items.class).isPresent();
    }

    private Optional<Turn> first(List<Integer> parties, Predicate<Turn> says, String... codes) {
        return reading.turns(codes).stream()
                .filter(turn -> parties.contains(turn.party()) && stands(turn))
                .filter(says)
                .findFirst();
    }

    private Optional<Turn> related(String procedure) {
        return event.related().stream()
                .filter(each -> each.procedure().equals(procedure) && !each.ended())
                .map(Related::opening)
                .findFirst();
    }
}
