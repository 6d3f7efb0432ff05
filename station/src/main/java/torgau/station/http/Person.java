package torgau.station.http;

import io.javalin.http.Context;
import java.util.Optional;
import torgau.station.home.Seat;
import torgau.station.officers.Officer;
import torgau.station.watch.WatchLine;

/// Whoever makes a request: a seat, and the officer who sits there. A token is no person, so who brings
/// one states the name.
///
/// @param officer who has signed in; empty: a token was brought
record Person(Seat seat, Optional<Officer> officer) {
    static Person of(Context request) {
        return new Person(Access.seat(request), Access.officer(request));
    }

    /// The name under which this is written down. Nobody signs under another's.
    String signing(JsonIn in) {
        Optional<String> stated = officer.isPresent()
                ? in.lineIfGiven("officer", 1, WatchLine.MAX_NAME)
                : Optional.of(in.line("officer", 1, WatchLine.MAX_NAME));
        return officer.map(Officer::name).or(() -> stated).orElseThrow();
    }
}
