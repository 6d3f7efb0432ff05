package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import torgau.journal.Reference;
import torgau.matters.Awaited;
import torgau.matters.Book;
import torgau.matters.Matter;
import torgau.matters.missions.Area;
import torgau.matters.missions.Mission;
import torgau.matters.missions.Protest;
import torgau.matters.missions.Stop;
import torgau.matters.missions.Trip;
import torgau.station.shell.Docket;

/// Liaison missions: who is accredited, who is under way, what happened on the way.
final class MissionsApi {
    private static final int MAX_PAGE = 200;
    private static final int DEFAULT_PAGE = 50;
    private static final int MAX_STOPS = 64;
    /// Protests whose matter is looked up for one answer.
    private static final int MAX_PROTESTS = 100;

    private final Front front;
    private final Docket docket;
    private final MatterApi matters;

    MissionsApi(Front front, Docket docket, MatterApi matters) {
        this.front = front;
        this.docket = docket;
        this.matters = matters;
    }

    /// What one matter of the procedure holds: a mission, a trip, stops, or several of these.
    ///
    /// @param protests of each stop
    record Held(
            Matter matter,
            Optional<Mission> mission,
            Optional<Trip> trip,
            List<Stop> stops,
            List<List<Protest>> protests,
            Awaited.Stopped stopped) {
        static Held of(Book book, Matter matter, long now) {
            List<Stop> stops = Stop.of(matter).stream().limit(MAX_STOPS).toList();
            return new Held(
                    matter,
                    Mission.of(matter, now),
                    Trip.of(matter),
                    stops,
                    stops.stream().map(stop -> Protest.about(book, stop)).toList(),
                    book.stopped(matter.subject(), now));
        }
    }

    /// What `GET /missions` answers: of the newest matters, at most so many.
    ObjectNode all(Query query) {
        int limit = query.number("limit", 1, MAX_PAGE, DEFAULT_PAGE);
        query.end();
        long now = front.now();
        var followed = new Followed(docket);
        Followed.Told<Held> told =
                followed.newest(Mission.PROCEDURE, limit, (book, matter) -> Optional.of(Held.of(book, matter, now)));
        Followed.Told<Area> areas = followed.newest(Area.PROCEDURE, limit, (_, matter) -> Area.of(matter));
        var words = new MissionJson(new MatterJson(front), front, new Protests()::matter);
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("now", Names.instant(now));
        ArrayNode missions = json.putArray("missions");
        ArrayNode trips = json.putArray("trips");
        ArrayNode stops = json.putArray("stops");
        for (Held held : told.all()) {
            held.mission().ifPresent(mission -> missions.add(words.of(mission, held, now)));
            held.trip().ifPresent(trip -> trips.add(words.of(trip, held, now)));
            for (int i = 0; i < held.stops().size(); i++) {
                stops.add(words.of(held.stops().get(i), held.protests().get(i)));
            }
        }
        ArrayNode list = json.putArray("areas");
        areas.all().forEach(area -> list.add(words.of(area, now)));
        json.put("total", told.total()).put("areas_total", areas.total());
        return json.put("complete", told.complete() && areas.complete());
    }

    /// The matters of protests that replies name, as far as they are looked up for one answer.
    private final class Protests {
        private final NavigableMap<Reference, Optional<Matter>> known = new TreeMap<>();

        private Optional<Matter> matter(Reference place) {
            return known.size() < MAX_PROTESTS
                    ? known.computeIfAbsent(
                            place,
                            _ -> docket.ask(book -> matters.named(book, place)).answer())
                    : known.getOrDefault(place, Optional.empty());
        }
    }
}
