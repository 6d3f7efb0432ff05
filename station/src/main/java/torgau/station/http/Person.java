package torgau.station.http;

import io.javalin.http.Context;
import torgau.station.home.Seat;
import torgau.station.watch.WatchLine;

/// Whoever makes a request: a seat, and the name of the officer who sits there. A token is no person, so
/// who brings one states the name.
record Person(Seat seat) {
    static Person of(Context request) {
        return new Person(Access.seat(request));
    }

    /// The name under which this is written down.
    String signing(JsonIn in) {
        return in.line("officer", 1, WatchLine.MAX_NAME);
    }
}
