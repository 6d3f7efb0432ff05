package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import torgau.catalogue.Procedure;
import torgau.catalogue.value.Value;
import torgau.catalogue.value.Written;
import torgau.journal.Reference;
import torgau.matters.Awaited;
import torgau.matters.Matter;
import torgau.matters.Quotas;
import torgau.matters.Reading;
import torgau.matters.Turn;
import torgau.matters.missions.Area;
import torgau.matters.missions.Mission;
import torgau.matters.missions.Protest;
import torgau.matters.missions.Stop;
import torgau.matters.missions.Trip;

/// Missions, trips, stops and restricted areas as the interface shows them.
final class MissionJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MAX_ANSWERS = 16;
    private static final int MAX_AWAITED = 64;
    /// Persons whose annexes are opened for one answer.
    private static final int MAX_PERSONS = 2_000;

    private final MatterJson matters;
    private final Names names;
    private final CodedJson coded;
    private final People people;
    private final Function<Reference, Optional<Matter>> protests;
    private int persons;

    /// @param protests finds the matter of a protest
    MissionJson(MatterJson matters, Front front, Function<Reference, Optional<Matter>> protests) {
        this.matters = matters;
        this.names = matters.names();
        this.coded = new CodedJson(matters.words(), front.formats().catalogue().common());
        this.people = new People(front);
        this.protests = protests;
    }

    ObjectNode of(Mission mission, MissionsApi.Held held, long now) {
        Optional<Procedure> known = mission.matter().procedure();
        ObjectNode json = matters.head(mission.matter());
        mission.name().ifPresent(name -> json.put("mission", name));
        parties(json.putArray("hosts"), mission.matter());
        ArrayNode quotas = json.putArray("quotas");
        mission.quotas().forEach(count -> quotas.add(of(count)));
        mission.balance().ifPresent(balance -> json.put("balance_by_host", matters.written(balance)));
        mission.received().ifPresent(turn -> {
            ObjectNode received = matters.act(json.putObject("received"), turn);
            var reading = new Reading(mission.matter());
            reading.code(turn, "answer")
                    .ifPresent(answer -> received.set("answer", coded.of(known, "receipt_answers", answer)));
            reading.text(turn, Matter.RESERVATION).ifPresent(words -> received.put("reservation", words));
        });
        ArrayNode staff = json.putArray("staff");
        mission.staff().forEach(each -> staff.add(of(each, known, now)));
        awaited(json.putArray("awaited"), mission.matter(), mission.awaited(), held, now);
        return json;
    }

    private ObjectNode of(Quotas.Count count) {
        ObjectNode json = JSON.objectNode().put("name", count.quota().name());
        json.set("title", matters.words().words(count.quota().title()));
        count.most().ifPresent(most -> json.put("most", most));
        count.by().ifPresent(by -> json.put("by", names.reference(by.place())));
        json.put("used", count.used());
        count.left().ifPresent(left -> json.put("left", left));
        return json.put("exceeded", count.exceeded());
    }

    private ObjectNode of(Mission.Staff staff, Optional<Procedure> known, long now) {
        ObjectNode json = JSON.objectNode().put("number", staff.number());
        staff.part().ifPresent(part -> json.set("part", coded.of(known, "parts", part)));
        staff.act().ifPresent(act -> json.set("act", coded.of(known, "staff_acts", act)));
        staff.person()
                .filter(_ -> persons++ < MAX_PERSONS)
                .map(row -> people.of(staff.listed(), row))
                .ifPresent(person -> json.set("person", RawJson.of(Written.of(person, matters.numbers()))));
        staff.pass().ifPresent(pass -> {
            ObjectNode one = json.putObject("pass");
            one.set("answer", coded.of(known, "pass_answers", pass.answer()));
            one.put("by", names.reference(pass.issued().place()));
            pass.credential().ifPresent(credential -> one.put("credential", credential));
            pass.limits().ifPresent(limits -> one.put("limits", limits));
            pass.valid().ifPresent(valid -> one.put("valid", matters.written(valid)));
            pass.ended().ifPresent(end -> one.put("ended_by", names.reference(end.place())));
            one.put("in_force", pass.inForce(now));
        });
        return json;
    }

    ObjectNode of(Trip trip, MissionsApi.Held held, long now) {
        ObjectNode json = matters.head(trip.matter());
        matters.act(json.putObject("notice"), trip.notice());
        trip.credentials().forEach(json.putArray("credentials")::add);
        trip.out().ifPresent(out -> json.put("out", Names.instant(out)));
        trip.back().ifPresent(back -> json.put("back", Names.instant(back)));
        json.put("standing", trip.standing(now).name().toLowerCase(Locale.ROOT));
        trip.word().ifPresent(word -> matters.act(json.putObject("word"), word));
        trip.status()
                .ifPresent(status -> json.set("status", coded.of(trip.matter().procedure(), "trip_statuses", status)));
        awaited(json.putArray("awaited"), trip.matter(), trip.awaited(), held, now);
        return json;
    }

    private void awaited(ArrayNode json, Matter matter, List<Awaited> items, MissionsApi.Held held, long now) {
        items.stream()
                .filter(item -> !item.clock().name().isEmpty())
                .limit(MAX_AWAITED)
                .forEach(item -> json.add(matters.of(matter, item, held.stopped(), now)));
    }

    ObjectNode of(Stop stop, List<Protest> connected) {
        Optional<Procedure> known = stop.matter().procedure();
        ObjectNode json = JSON.objectNode();
        matters.entry(json.putObject("matter"), stop.matter().id());
        matters.act(json.putObject("report"), stop.report());
        stop.kind().ifPresent(kind -> json.set("kind", coded.of(known, "stops", kind)));
        stop.statement().ifPresent(code -> json.set("statement", coded.of(known, "statements", code)));
        stop.reservation().ifPresent(words -> json.put("reservation", words));
        stop.trip().ifPresent(trip -> matters.entry(json.putObject("trip"), trip));
        ArrayNode answers = json.putArray("answers");
        List<Stop.Answer> all = stop.answers();
        all.subList(Math.max(0, all.size() - MAX_ANSWERS), all.size()).forEach(each -> answers.add(of(each, known)));
        stop.sameStatement().ifPresent(same -> json.put("same_statement", same));
        ArrayNode list = json.putArray("protests");
        connected.stream().limit(MAX_ANSWERS).forEach(each -> list.add(of(each)));
        return json;
    }

    private ObjectNode of(Stop.Answer answer, Optional<Procedure> known) {
        ObjectNode json = matters.act(JSON.objectNode(), answer.turn());
        answer.answer().ifPresent(code -> json.set("answer", coded.of(known, "stop_answers", code)));
        answer.statement().ifPresent(code -> json.set("statement", coded.of(known, "statements", code)));
        answer.released().ifPresent(since -> json.put("released", Names.instant(since)));
        answer.protest().ifPresent(place -> {
            ObjectNode protest = json.putObject("protest");
            matters.entry(protest, place);
            protests.apply(place).ifPresent(matter -> protest.set("matter", matters.head(matter)));
        });
        return json;
    }

    private ObjectNode of(Protest protest) {
        Optional<Procedure> known = protest.matter().procedure();
        ObjectNode json = JSON.objectNode();
        matters.act(json.putObject("act"), protest.act());
        json.set("matter", matters.head(protest.matter()));
        var reading = new Reading(protest.matter());
        ArrayNode replies = json.putArray("replies");
        List<Turn> all = protest.replies();
        all.subList(Math.max(0, all.size() - MAX_ANSWERS), all.size()).forEach(reply -> {
            ObjectNode one = matters.act(replies.addObject(), reply);
            reading.code(reply, "answer").ifPresent(code -> one.set("answer", coded.of(known, "answers", code)));
        });
        return json;
    }

    ObjectNode of(Area area, long now) {
        Optional<Procedure> known = area.matter().procedure();
        ObjectNode json = matters.head(area.matter());
        matters.act(json.putObject("announced"), area.announced());
        area.kind().ifPresent(kind -> json.set("kind", coded.of(known, "kinds", kind)));
        area.number().ifPresent(number -> json.put("designation", number));
        area.valid().ifPresent(valid -> json.put("valid", matters.written(valid)));
        area.noted().ifPresent(turn -> matters.act(json.putObject("noted"), turn));
        area.answer().ifPresent(answer -> json.set("answer", coded.of(known, "answers", answer)));
        area.reservation().ifPresent(words -> json.put("reservation", words));
        area.lifted().ifPresent(turn -> matters.act(json.putObject("lifted"), turn));
        boolean stands = area.lifted().isEmpty()
                && area.valid().map(Value.Period::to).filter(to -> to <= now).isEmpty();
        return json.put("stands", stands);
    }

    private void parties(ArrayNode json, Matter matter) {
        matter.cast().addressed().forEach(party -> json.add(names.party(party)));
    }
}
