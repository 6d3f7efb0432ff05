package torgau.matters.visits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import torgau.matters.Reading;
import torgau.matters.Turn;

/// One coming and going under an approval: announced, arrived, departed, or not made. Both sides may say
/// when the delegation arrived and departed; neither word replaces the other.
public record Journey(Optional<Turn> announced, List<Turn> arrivals, List<Turn> departures, Optional<Turn> notMade) {
    public Journey {
        arrivals = List.copyOf(arrivals);
        departures = List.copyOf(departures);
    }

    /// The journeys of a visit, in the order in which they were announced or begun.
    static List<Journey> of(Reading reading) {
        var journeys = new ArrayList<Journey>();
        var under = new Under();
        for (Turn turn : reading.turns("RVG", "RVB", "RVL", "RVX")) {
            if (under.begins(turn)) {
                under.into(journeys);
                under = new Under();
            }
            under.take(turn);
        }
        under.into(journeys);
        return List.copyOf(journeys);
    }

    /// A journey in the making.
    private static final class Under {
        private Optional<Turn> announced = Optional.empty();
        private final List<Turn> arrivals = new ArrayList<>();
        private final List<Turn> departures = new ArrayList<>();
        private Optional<Turn> notMade = Optional.empty();

        /// Whether an act is of another journey than this.
        private boolean begins(Turn turn) {
            return switch (turn.code()) {
                case "RVG" -> announced.isPresent() || !arrivals.isEmpty() || notMade.isPresent();
                case "RVB" -> !departures.isEmpty() || notMade.isPresent();
                default -> false;
            };
        }

        private void take(Turn turn) {
            switch (turn.code()) {
                case "RVG" -> announced = Optional.of(turn);
                case "RVB" -> arrivals.add(turn);
                case "RVL" -> departures.add(turn);
                default -> notMade = Optional.of(turn);
            }
        }

        private void into(List<Journey> journeys) {
            if (announced.isPresent() || !arrivals.isEmpty() || !departures.isEmpty() || notMade.isPresent()) {
                journeys.add(new Journey(announced, arrivals, departures, notMade));
            }
        }
    }
}
