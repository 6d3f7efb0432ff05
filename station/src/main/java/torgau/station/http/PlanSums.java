package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import torgau.matters.plan.Balance;
import torgau.matters.plan.Change;
import torgau.matters.plan.Completion;

/// Balances and completion of the plan as the interface shows them.
///
/// @param limit rows of a list
record PlanSums(PlanJson plan, int limit) {
    PlanSums(Front front, int limit) {
        this(new PlanJson(front), limit);
    }

    void into(ObjectNode json, Balance balance) {
        ArrayNode hosts = json.putArray("hosts");
        balance.hosts().forEach(row -> {
            ObjectNode one = hosts.addObject();
            one.set("hosts", parties(row.parties()));
            put(one, row.sum());
        });
        ArrayNode offices = json.putArray("offices");
        balance.offices().stream().limit(limit).forEach(row -> {
            ObjectNode one = offices.addObject().put("party", plan.names().party(row.party()));
            one.set("owner", PlanJson.office(row.office()));
            put(one, row.sum());
        });
        ArrayNode levels = json.putArray("levels");
        balance.levels().stream()
                .limit(limit)
                .forEach(row -> put(levels.addObject().put("level", row.level()), row.sum()));
        ArrayNode turns = json.putArray("turns");
        balance.turns().stream().limit(limit).forEach(row -> {
            ObjectNode one = turns.addObject().put("kind", row.kind()).put("repeats", row.repeats());
            ArrayNode order = one.putArray("hosts");
            row.hosts().stream().limit(limit).forEach(each -> order.add(parties(each)));
        });
    }

    private ArrayNode parties(List<Integer> parties) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        parties.forEach(party -> json.add(plan.names().party(party)));
        return json;
    }

    private static void put(ObjectNode json, Balance.Sum sum) {
        json.put("agreed", sum.agreed()).put("held", sum.held());
        json.put("guests_from", sum.guestsFrom()).put("guests_to", sum.guestsTo());
    }

    void into(ObjectNode json, Completion completion) {
        put(json.putObject("completion"), completion.all());
        ArrayNode months = json.putArray("months");
        completion.months().entrySet().stream()
                .limit(limit)
                .forEach(each ->
                        put(months.addObject().put("month", each.getKey().toString()), each.getValue()));
        ArrayNode slips = json.putArray("slips");
        completion.slips().stream().limit(limit).forEach(slip -> slips.add(slip(slip)));
        json.put("slips_total", completion.slips().size());
    }

    private static void put(ObjectNode json, Completion.Sum sum) {
        json.put("due", sum.due()).put("held", sum.held()).put("held_by_one", sum.heldByOne());
        json.put("postponed", sum.postponed()).put("cancelled", sum.cancelled()).put("unstated", sum.unstated());
    }

    private ObjectNode slip(Completion.Slip slip) {
        Change change = slip.change();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("event", plan.brief(slip.event()));
        json.put("change", change.kind().name().toLowerCase(Locale.ROOT));
        json.set("from", plan.when(change.from()));
        if (change.to() != null) {
            json.set("to", plan.when(change.to()));
            json.put("days", change.days());
        }
        json.put("party", plan.names().party(change.by().party()));
        json.put("by", plan.number(change.by().place()))
                .put("at", Names.instant(change.by().time()));
        plan.code(json, "reason", slip.event(), "reasons", change.reason());
        return json;
    }
}
