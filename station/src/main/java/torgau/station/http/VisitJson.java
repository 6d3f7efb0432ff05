package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import torgau.catalogue.Procedure;
import torgau.catalogue.value.Value;
import torgau.catalogue.value.Written;
import torgau.matters.Awaited;
import torgau.matters.Links;
import torgau.matters.Reading;
import torgau.matters.Turn;
import torgau.matters.visits.Journey;
import torgau.matters.visits.Member;
import torgau.matters.visits.Site;
import torgau.matters.visits.Standing;
import torgau.matters.visits.Visit;

/// Visits as the interface shows them.
final class VisitJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MAX_JOURNEYS = 200;
    private static final int MAX_ACTS = 16;
    private static final int MAX_LINKS = 64;

    private final MatterJson matters;
    private final Names names;
    private final CodedJson coded;

    VisitJson(MatterJson matters, Front front) {
        this.matters = matters;
        this.names = matters.names();
        this.coded = new CodedJson(matters.words(), front.formats().catalogue().common());
    }

    /// What a list of visits shows of one.
    ObjectNode brief(VisitsApi.Asked asked, long now) {
        Visit visit = asked.visit();
        Optional<Procedure> known = visit.matter().procedure();
        ObjectNode json = matters.head(visit.matter());
        ArrayNode hosts = json.putArray("hosts");
        visit.matter().cast().addressed().forEach(party -> hosts.add(names.party(party)));
        matters.act(json.putObject("request"), visit.request());
        json.put("emergency", visit.emergency()).put("recurring", visit.recurring());
        visit.kind()
                .ifPresent(
                        code -> json.set("kind", coded.of(known, visit.emergency() ? "emergencies" : "kinds", code)));
        visit.dates().ifPresent(dates -> json.put("dates", matters.written(dates)));
        visit.entryPoint().ifPresent(point -> json.put("entry_point", point));
        visit.valid().ifPresent(valid -> json.put("valid", matters.written(valid)));
        visit.change().ifPresent(change -> {
            ObjectNode asks = json.putObject("change");
            matters.act(asks.putObject("asked"), change.asked());
            change.answer().ifPresent(answer -> matters.act(asks.putObject("answer"), answer));
        });
        ObjectNode persons = json.putObject("persons");
        persons.put("listed", visit.coming().size());
        Arrays.stream(Standing.values())
                .forEach(standing -> persons.put(
                        lower(standing),
                        visit.members().stream()
                                .filter(member -> member.standing() == standing)
                                .count()));
        visit.awaited().stream()
                .filter(item -> visit.matter().cast().addressed().contains(item.party()))
                .flatMap(item -> Optional.ofNullable(item.due(asked.stopped())).stream())
                .min(Long::compare)
                .ifPresent(due -> json.put("requested_by", Names.instant(due)).put("no_reply", due <= now));
        return json;
    }

    /// All of a visit, with the persons.
    ObjectNode whole(VisitsApi.Asked asked, People people, long now) {
        Visit visit = asked.visit();
        ObjectNode json = brief(asked, now);
        ArrayNode members = json.putArray("members");
        visit.members().forEach(member -> members.add(member(visit, member, people)));
        ArrayNode sites = json.putArray("sites");
        visit.sites().forEach(site -> sites.add(site(site)));
        equipment(json.putArray("equipment"), visit);
        ArrayNode awaited = json.putArray("awaited");
        for (Awaited item : visit.awaited()) {
            awaited.add(matters.of(visit.matter(), item, asked.stopped(), now));
        }
        var reading = new Reading(visit.matter());
        ArrayNode journeys = json.putArray("journeys");
        List<Journey> all = visit.journeys();
        all.subList(Math.max(0, all.size() - MAX_JOURNEYS), all.size())
                .forEach(journey -> journeys.add(journey(visit, journey, reading)));
        visit.event().ifPresent(event -> matters.entry(json.putObject("event"), event));
        reports(json.putArray("reports"), visit.matter().links());
        return json;
    }

    private ObjectNode member(Visit visit, Member member, People people) {
        Optional<Procedure> known = visit.matter().procedure();
        ObjectNode json = JSON.objectNode().put("number", member.number());
        json.put("listed_by", names.reference(member.listed().place()));
        member.part().ifPresent(part -> json.set("part", coded.of(known, "parts", part)));
        member.person()
                .map(row -> people.of(member.listed(), row))
                .ifPresent(person -> json.set("person", RawJson.of(Written.of(person, matters.numbers()))));
        json.put("standing", lower(member.standing()));
        member.by().ifPresent(by -> json.put("by", names.reference(by.place())));
        member.limits().ifPresent(limits -> json.put("limits", limits));
        member.reason().ifPresent(reason -> json.set("reason", coded.of(known, "reasons", reason)));
        member.removed().ifPresent(turn -> json.put("removed_by", names.reference(turn.place())));
        return json;
    }

    private ObjectNode site(Site site) {
        ObjectNode json = JSON.objectNode().put("number", site.number());
        site.name().ifPresent(name -> json.put("site", name));
        site.when().ifPresent(when -> json.put("when", matters.written(when)));
        site.subject().ifPresent(subject -> json.put("subject", subject));
        json.put("standing", lower(site.standing()));
        site.by().ifPresent(by -> json.put("by", names.reference(by.place())));
        site.limits().ifPresent(limits -> json.put("limits", limits));
        return json;
    }

    private void equipment(ArrayNode json, Visit visit) {
        visit.equipment().forEach(row -> {
            ObjectNode item = json.addObject();
            if (row.get("item") instanceof Value.Code(String code)) {
                item.set("item", coded.of(visit.matter().procedure(), "items", code));
            }
            Optional.ofNullable(row.get("quantity"))
                    .ifPresent(quantity -> item.put("quantity", matters.written(quantity)));
            Optional.ofNullable(row.get("remark")).ifPresent(remark -> item.put("remark", matters.written(remark)));
        });
    }

    private ObjectNode journey(Visit visit, Journey journey, Reading reading) {
        ObjectNode json = JSON.objectNode();
        journey.announced().ifPresent(turn -> {
            ObjectNode said = matters.act(json.putObject("announced"), turn);
            reading.value(turn, "dates").ifPresent(dates -> said.put("dates", matters.written(dates)));
            numbers(said.putArray("travellers"), reading, turn, "travellers");
        });
        ArrayNode arrivals = json.putArray("arrivals");
        journey.arrivals().stream().limit(MAX_ACTS).forEach(turn -> {
            ObjectNode said = matters.act(arrivals.addObject(), turn);
            value(said, reading, turn, "at");
            value(said, reading, turn, "present");
            value(said, reading, turn, "departs");
            numbers(said.putArray("absent"), reading, turn, "absent");
        });
        ArrayNode departures = json.putArray("departures");
        journey.departures().stream().limit(MAX_ACTS).forEach(turn -> {
            ObjectNode said = matters.act(departures.addObject(), turn);
            value(said, reading, turn, "at");
            value(said, reading, turn, "departed");
            value(said, reading, turn, "remaining");
        });
        journey.notMade().ifPresent(turn -> {
            ObjectNode said = matters.act(json.putObject("not_made"), turn);
            reading.code(turn, "fact")
                    .ifPresent(fact -> said.set("fact", coded.of(visit.matter().procedure(), "not_made", fact)));
        });
        return json;
    }

    private void value(ObjectNode json, Reading reading, Turn turn, String field) {
        reading.value(turn, field).ifPresent(value -> json.put(field, matters.written(value)));
    }

    private static void numbers(ArrayNode json, Reading reading, Turn turn, String table) {
        reading.rows(turn, table).forEach(row -> {
            if (row.get("number") instanceof Value.Count(long from, long to) && from == to) {
                json.add(from);
            }
        });
    }

    /// Reports that were opened by acts of this matter: the joint part, as it was filed.
    private void reports(ArrayNode json, Links links) {
        links.opens().stream()
                .flatMap(each -> each.matters().stream())
                .distinct()
                .limit(MAX_LINKS)
                .forEach(id -> matters.entry(json.addObject(), id));
    }

    private static String lower(Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT);
    }
}
