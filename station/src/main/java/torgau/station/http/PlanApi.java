package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import torgau.journal.Code;
import torgau.journal.Reference;
import torgau.journal.agreement.Agreement;
import torgau.matters.Suspensions;
import torgau.matters.plan.Balance;
import torgau.matters.plan.Clashes;
import torgau.matters.plan.Completion;
import torgau.matters.plan.Event;
import torgau.matters.plan.Holidays;
import torgau.matters.plan.Plan;
import torgau.matters.plan.Source;
import torgau.matters.plan.Sources;
import torgau.matters.plan.Step;
import torgau.matters.plan.Steps;
import torgau.matters.visits.Visit;
import torgau.station.home.HolidaysYaml;
import torgau.station.home.Home;
import torgau.station.home.HomeFault;
import torgau.station.shell.Docket;

/// The plan of contacts. All of it is shown to one's own officers alone, and sent to nobody.
final class PlanApi {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MAX_PAGE = 1_000;
    private static final int DEFAULT_PAGE = 200;
    /// Events that are read while others wait for the docket.
    private static final int AT_ONCE = 16;

    private final Front front;
    private final Docket docket;
    private final Home home;

    PlanApi(Front front, Docket docket, Home home) {
        this.front = front;
        this.docket = docket;
        this.home = home;
    }

    /// The plan as it stands, and whether the whole journal was read for it.
    record Read(Plan plan, long now, boolean complete) {}

    Read read() {
        long now = front.now();
        Docket.Told<Around> around =
                docket.ask(book -> new Around(book.ids(Source.PROCEDURE), book.suspensions(), book.agreement()));
        var gathered = new Sources();
        var sources = new ArrayList<Source>();
        List<Reference> ids = around.answer().ids();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<Reference> some = ids.subList(from, Math.min(from + AT_ONCE, ids.size()));
            sources.addAll(docket.ask(book -> some.stream()
                            .flatMap(id -> gathered.of(book, id).stream())
                            .toList())
                    .answer());
        }
        Plan plan =
                Plan.of(sources, around.answer().suspensions(), around.answer().agreement(), now);
        return new Read(plan, now, around.complete());
    }

    /// The plan of the whole journal.
    ///
    /// @throws Refusal while the journal is being read still
    Plan whole() {
        Read read = read();
        if (!read.complete()) {
            throw new Refusal(503, Code.STARTING);
        }
        return read.plan();
    }

    private record Around(List<Reference> ids, Suspensions suspensions, Agreement agreement) {}

    /// What `GET /plan` answers, the earliest event first.
    ObjectNode events(Query query) {
        PlanFilter filter = PlanFilter.of(query, front.names());
        int limit = limit(query);
        query.end();
        Read read = read();
        var words = new PlanJson(front);
        List<Event> events = filter.of(read.plan()).toList();
        ObjectNode json = begun(read);
        list(
                json.putArray("events"),
                events.stream().limit(limit).map(words::of).toList());
        return json.put("total", events.size());
    }

    /// What `GET /plan/clashes` answers.
    ObjectNode clashes(Query query) {
        PlanFilter filter = PlanFilter.of(query, front.names());
        int limit = limit(query);
        query.end();
        Read read = read();
        var words = new PlanFindings(front);
        var persons = new HeldPersons(
                front,
                id -> docket.ask(book -> book.matter(id).flatMap(Visit::of)).answer());
        Clashes clashes = Clashes.of(read.plan(), persons, holidays());
        Set<Reference> shown = filter.ids(read.plan());
        var found = clashes.found().stream()
                .filter(clash -> clash.events().stream().map(Event::id).anyMatch(shown::contains))
                .toList();
        ObjectNode json = begun(read);
        list(
                json.putArray("clashes"),
                found.stream().limit(limit).map(words::of).toList());
        return json.put("total", found.size()).put("all", clashes.complete() && persons.complete());
    }

    /// What `GET /plan/steps` answers, the earliest day first.
    ObjectNode steps(Query query) {
        PlanFilter filter = PlanFilter.of(query, front.names());
        List<String> fates = query.words("fate", PlanFindings.FATES);
        int limit = limit(query);
        query.end();
        Read read = read();
        var words = new PlanFindings(front);
        var catalogue = front.formats().catalogue();
        List<Step> steps = new Steps(catalogue::procedure, holidays(), read.now())
                .of(filter.of(read.plan()).toList()).stream()
                        .filter(step -> fates.isEmpty() || fates.contains(PlanFindings.fate(step)))
                        .toList();
        ObjectNode json = begun(read);
        list(json.putArray("steps"), steps.stream().limit(limit).map(words::of).toList());
        return json.put("total", steps.size());
    }

    /// What `GET /plan/balance` answers.
    ObjectNode balance(Query query) {
        PlanFilter filter = PlanFilter.of(query, front.names());
        int limit = limit(query);
        query.end();
        Read read = read();
        List<Event> events = filter.of(read.plan()).toList();
        var words = new PlanSums(front, limit);
        ObjectNode json = begun(read);
        words.into(json, Balance.of(events));
        words.into(json, Completion.of(events, read.now()));
        return json;
    }

    private static int limit(Query query) {
        return query.number("limit", 1, MAX_PAGE, DEFAULT_PAGE);
    }

    private static ObjectNode begun(Read read) {
        return JSON.objectNode().put("now", Names.instant(read.now())).put("complete", read.complete());
    }

    private static void list(ArrayNode json, Collection<ObjectNode> items) {
        items.forEach(json::add);
    }

    /// As the keepers of the station have written them by now.
    private Holidays holidays() {
        try {
            return HolidaysYaml.of(home, front.names().roster().agreement());
        } catch (HomeFault fault) {
            throw new Refusal(503, Code.HOLIDAYS_REFUSED, String.valueOf(fault.getMessage()));
        }
    }
}
