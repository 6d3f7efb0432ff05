package torgau.matters.plan;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.value.Value;
import torgau.journal.Reference;
import torgau.matters.Reading;
import torgau.matters.Turn;

/// What one party says of itself in an event.
record Owned(int party, List<Turn> turns, Value.@Nullable Office owner) {
    static Owned of(Reading reading, int party) {
        List<Turn> turns =
                reading.turns().stream().filter(turn -> turn.party() == party).toList();
        Value.Office owner = reading.newest(turns, turn -> reading.value(turn, "owner", Value.Office.class))
                .orElse(null);
        return new Owned(party, turns, owner);
    }

    Side side(Reading reading, List<Reference> suspended) {
        return new Side(
                party,
                Word.of(reading, party).orElse(null),
                owner,
                reading.newest(turns, turn -> reading.text(turn, "number")).orElse(""),
                reading.newest(turns, turn -> When.of(reading, turn, false)).orElse(null),
                reading.newest(turns, turn -> persons(reading, turn)).orElse(null),
                suspended);
    }

    /// How many of its own come: invited persons are the others'.
    private Optional<Value.Count> persons(Reading reading, Turn turn) {
        boolean opener = reading.matter().cast().opener() == party;
        return switch (turn.code()) {
            case "WP", "WPA" -> reading.value(turn, "size", Value.Count.class);
            case "WPG" -> reading.value(turn, "size_guest", Value.Count.class);
            case "WPH" -> reading.value(turn, opener ? "from_proposer" : "from_other", Value.Count.class);
            default -> Optional.empty();
        };
    }
}
