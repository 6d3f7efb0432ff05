package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import torgau.journal.Reference;
import torgau.matters.Awaited;
import torgau.matters.visits.Named;
import torgau.matters.visits.Remarks;
import torgau.matters.visits.Visit;
import torgau.station.home.Seat;
import torgau.station.shell.Docket;

/// The visits of the line: who asks to come, what the host answered, who came and went.
final class VisitsApi {
    private static final int MAX_PAGE = 200;
    private static final int DEFAULT_PAGE = 50;
    /// So many other visits are looked at for a person who is in two, and so many persons of those.
    private static final int MOST_OTHERS = 100;
    private static final int MOST_PERSONS = 2_000;

    private final Front front;
    private final Docket docket;
    private final MatterApi matters;
    private final VisitNotes notes;

    VisitsApi(Front front, Docket docket, MatterApi matters) {
        this.front = front;
        this.docket = docket;
        this.matters = matters;
        this.notes = new VisitNotes(front);
    }

    /// A visit, and for how long its clocks stood still.
    record Asked(Visit visit, Awaited.Stopped stopped) {}

    /// What `GET /visits` answers: the one with the newest entry first, and no names.
    ObjectNode all(Query query) {
        int limit = query.number("limit", 1, MAX_PAGE, DEFAULT_PAGE);
        query.end();
        long now = front.now();
        Followed.Told<Asked> told = new Followed(docket)
                .newest(
                        Visit.PROCEDURE,
                        limit,
                        (book, matter) ->
                                Visit.of(matter).map(visit -> new Asked(visit, book.stopped(matter.subject(), now))));
        var words = new VisitJson(new MatterJson(front), front);
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("now", Names.instant(now));
        ArrayNode visits = json.putArray("visits");
        told.all().forEach(asked -> visits.add(words.brief(asked, now)));
        return json.put("total", told.total()).put("complete", told.complete());
    }

    /// What `GET /visits/{reference}` answers, with the names as far as they are here. Any entry of the
    /// matter names it.
    ObjectNode one(String name) {
        var shown = new MatterJson(front);
        Asked asked = asked(name, shown.names());
        long now = front.now();
        var words = new VisitJson(shown, front);
        var people = new People(front);
        List<Named> persons = people.of(asked.visit());
        Others others = others(asked.visit(), people);
        ObjectNode json = words.whole(asked, people, now);
        json.set("remarks", new RemarksJson(new Coding(front)).of(Remarks.of(persons, others.visits())));
        notes.add(json.putArray("notes"), asked.visit().matter().id());
        json.putObject("compared").put("visits", others.visits().size()).put("complete", others.complete());
        return json;
    }

    /// What `GET /visits/{reference}/notes` answers.
    ObjectNode notes(String name) {
        return notes.list(visit(name));
    }

    /// What `POST /visits/{reference}/notes` answers.
    ObjectNode note(String name, Seat seat, byte[] body) {
        return notes.write(visit(name), seat, body);
    }

    private Reference visit(String name) {
        return asked(name, front.names()).visit().matter().id();
    }

    private Asked asked(String name, Names names) {
        Reference place =
                names.place(name, front.process().journal()).orElseThrow(() -> Refusal.notFound("entry " + name));
        long now = front.now();
        return docket.ask(book -> matters.named(book, place)
                        .flatMap(matter ->
                                Visit.of(matter).map(visit -> new Asked(visit, book.stopped(matter.subject(), now)))))
                .answer()
                .orElseThrow(() -> Refusal.notFound("visit " + name));
    }

    private record Others(List<Remarks.Other> visits, boolean complete) {}

    /// Visits that stand and are on one of the same days.
    private Others others(Visit visit, People people) {
        Followed.Told<Visit> told = new Followed(docket)
                .newest(
                        Visit.PROCEDURE,
                        MOST_OTHERS,
                        (_, matter) -> Optional.of(matter)
                                .filter(other ->
                                        !other.id().equals(visit.matter().id()))
                                .flatMap(Visit::of)
                                .filter(other -> other.stands() && other.overlaps(visit)));
        var others = new ArrayList<Remarks.Other>();
        int persons = 0;
        for (Visit other : told.all()) {
            persons += other.members().size();
            if (persons > MOST_PERSONS) {
                return new Others(others, false);
            }
            others.add(new Remarks.Other(other.matter().id(), people.of(other)));
        }
        return new Others(others, told.total() <= MOST_OTHERS && told.complete());
    }
}
