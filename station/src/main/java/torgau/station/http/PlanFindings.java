package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import torgau.matters.Turn;
import torgau.matters.plan.Clash;
import torgau.matters.plan.Related;
import torgau.matters.plan.Side;
import torgau.matters.plan.Step;

/// Clashes and steps of the plan as the interface shows them: facts and days, and no fault of anybody.
final class PlanFindings {
    static final Set<String> FATES = new TreeSet<>(Set.of("done", "to_come", "passed"));

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final PlanJson plan;

    PlanFindings(Front front) {
        this.plan = new PlanJson(front);
    }

    ObjectNode of(Clash clash) {
        ObjectNode json = JSON.objectNode().put("kind", clash.kind().word()).put("certain", clash.certain());
        ArrayNode events = json.putArray("events");
        clash.events().forEach(event -> events.add(plan.brief(event)));
        if (clash.party() != 0) {
            json.put("party", plan.names().party(clash.party()));
        }
        if (!clash.what().isEmpty()) {
            json.put("what", clash.what());
        }
        ArrayNode days = json.putArray("days");
        clash.days().forEach((day, names) -> {
            ObjectNode one = days.addObject().put("day", day.toString());
            ObjectNode words = one.putObject("names");
            names.forEach(words::put);
        });
        Related related = clash.related();
        if (related != null) {
            json.set("related", plan.related(related));
        }
        return json;
    }

    static String fate(Step step) {
        return step.fate().name().toLowerCase(Locale.ROOT);
    }

    ObjectNode of(Step step) {
        ObjectNode json = JSON.objectNode();
        json.set("event", plan.brief(step.event()));
        json.put("step", step.what());
        ObjectNode named = JSON.objectNode();
        plan.code(named, "step", step.event(), "steps", step.what());
        Optional.ofNullable(named.at("/step/words"))
                .filter(words -> !words.isMissingNode())
                .or(() -> plan.title(step.what()))
                .ifPresent(words -> json.set("words", words));
        json.put("rule", step.rule().name().toLowerCase(Locale.ROOT));
        ArrayNode by = json.putArray("by");
        step.by().forEach(party -> by.add(doer(step, party)));
        json.put("asked", step.asked().toString()).put("day", step.day().toString());
        json.put("fate", fate(step)).put("shown", step.shown());
        Turn done = step.done();
        if (done != null) {
            json.put("done", plan.number(done.place())).put("done_at", Names.instant(done.time()));
        }
        return json;
    }

    private ObjectNode doer(Step step, int party) {
        ObjectNode json = JSON.objectNode().put("party", plan.names().party(party));
        step.event().side(party).map(Side::owner).ifPresent(owner -> json.set("owner", PlanJson.office(owner)));
        return json;
    }
}
