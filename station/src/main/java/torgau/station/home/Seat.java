package torgau.station.home;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import torgau.journal.Digest;

/// Where an officer sits, with a token of its own. Two signatures come from two seats. Private: no entry
/// names a seat.
///
/// @param offices titles of those in whose name it speaks, the usual one first; at least one
/// @param token hash of its token; the token itself is kept nowhere
/// @param person id of the officer who has signed in and sits there; empty: a token was brought
public record Seat(String name, List<String> offices, Digest token, Optional<String> person) {
    /// The seat whose token lies in the home: it speaks for every office of `station.yaml`.
    public static final String FIRST = "first";

    /// What a seat's name looks like, in words.
    public static final String FORM = "1 to 32 of a-z, 0-9 and hyphens, a letter first";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    public Seat(String name, List<String> offices, Digest token) {
        this(name, offices, token, Optional.empty());
    }

    public Seat {
        if (!isName(name) || offices.isEmpty()) {
            throw new IllegalArgumentException("no seat: " + name + " of " + offices);
        }
        offices = List.copyOf(offices);
    }

    /// This seat with an officer in it.
    public Seat takenBy(String officer) {
        return new Seat(name, offices, token, Optional.of(officer));
    }

    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }
}
