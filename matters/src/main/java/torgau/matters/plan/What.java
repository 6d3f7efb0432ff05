package torgau.matters.plan;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.letters.Icao9303;
import torgau.matters.Cast;
import torgau.matters.Counterparts;
import torgau.matters.Reading;
import torgau.matters.Turn;

/// What an event is, by the newest word on each point; codes are those of the lists of procedure WP, and
/// empty where none is given.
///
/// @param plan name of the plan, usually a year
/// @param event what is to be done, in words of whoever proposed it
/// @param host by its part in the matter
/// @param hosts the parties that this is; none in a third country or at a distance
/// @param place null if none is given or it is not disclosed
public record What(
        String plan,
        String track,
        String event,
        String aim,
        String kind,
        String level,
        String host,
        List<Integer> hosts,
        @Nullable String place) {
    /// Letters of a place that are compared.
    private static final int MOST_LETTERS = 256;

    private static final String[] TERMS = {"WP", "WPA", "WPN"};
    private static final String[] PLACES = {"WP", "WPN", "WPF", "WPI", "WPC"};

    public What {
        hosts = List.copyOf(hosts);
    }

    static What of(Reading reading, List<Integer> parties) {
        Cast cast = reading.matter().cast();
        String host = code(reading, "host");
        List<Turn> opening = reading.turns("WP");
        return new What(
                text(reading, opening, "plan"),
                newest(reading, opening, turn -> reading.code(turn, "track")),
                text(reading, opening, "event"),
                text(reading, opening, "aim"),
                newest(reading, opening, turn -> reading.code(turn, "kind")),
                code(reading, "level"),
                host,
                hosts(host, cast, parties),
                reading.newest(reading.turns(PLACES), turn -> reading.text(turn, "place"))
                        .orElse(null));
    }

    private static String code(Reading reading, String field) {
        return newest(reading, reading.turns(TERMS), turn -> reading.code(turn, field));
    }

    private static String text(Reading reading, List<Turn> among, String field) {
        return newest(reading, among, turn -> reading.text(turn, field));
    }

    private static String newest(Reading reading, List<Turn> among, Function<Turn, Optional<String>> value) {
        return reading.newest(among, value).orElse("");
    }

    private static List<Integer> hosts(String host, Cast cast, List<Integer> parties) {
        return switch (host) {
            case "proposer" -> List.of(cast.opener());
            case "other" ->
                parties.stream().filter(party -> party != cast.opener()).toList();
            case "both" -> parties;
            default -> List.of();
        };
    }

    /// The place as it is compared: blanks and capitals do not make another place, and neither does the
    /// alphabet in which it is written. None if no place is given.
    List<String> placeKeys() {
        return place == null ? List.of() : placeKeys(place);
    }

    /// What is compared of the name of a place; places that have one of these in common are one.
    public static List<String> placeKeys(String name) {
        String folded = folded(name.length() <= MOST_LETTERS ? name : name.substring(0, MOST_LETTERS));
        List<String> compared = Icao9303.compared(folded);
        return compared.isEmpty() ? List.of(folded) : compared;
    }

    /// What is compared of a name that somebody typed.
    static String folded(String name) {
        return Counterparts.folded(name);
    }
}
