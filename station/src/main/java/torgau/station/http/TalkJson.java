package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import torgau.catalogue.value.Value;
import torgau.matters.talks.AgendaItem;
import torgau.matters.talks.Commitment;
import torgau.matters.talks.Minutes;
import torgau.matters.talks.Talk;
import torgau.matters.talks.Talks;

/// Meetings, calls and commitments as the interface shows them: what each side said, and no finding.
final class TalkJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Coding coding;
    private final long now;

    TalkJson(Coding coding, long now) {
        this.coding = coding;
        this.now = now;
    }

    private static String lower(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    private static String procedure(Talk talk) {
        return talk.call() ? "CL" : "MT";
    }

    /// A talk in a list.
    ObjectNode line(Talk talk) {
        ObjectNode json = coding.cited(talk.id());
        json.put("call", talk.call()).put("ahead", talk.ahead()).put("past", talk.past(now));
        json.set("state", coding.state(procedure(talk), talk.state()));
        Talk.Terms terms = talk.terms();
        Coding.text(json, "subject", terms.subject());
        Coding.text(json, "language", terms.language());
        if (!terms.track().isEmpty()) {
            json.set("track", coding.code(procedure(talk), "tracks", terms.track()));
        }
        if (!terms.level().isEmpty()) {
            json.set("level", coding.code("MT", "meeting_levels", terms.level()));
        }
        if (!terms.way().isEmpty()) {
            json.set("way", coding.code(procedure(talk), talk.call() ? "media" : "meeting_forms", terms.way()));
        }
        Coding.text(json, "place", terms.place());
        ArrayNode sides = json.putArray("sides");
        talk.sides().forEach(side -> sides.add(of(side)));
        var agreed = talk.agreed();
        if (agreed != null) {
            json.set("agreed", Coding.period(agreed));
        }
        var minutes = talk.minutes();
        var held = minutes == null ? null : minutes.held();
        if (held != null) {
            json.set("held", Coding.period(held));
        }
        talk.slip().ifPresent(slip -> json.put("slip_minutes", slip));
        talk.endSlip().ifPresent(slip -> json.put("end_slip_minutes", slip));
        return json.put("awaited", talk.waiting().size());
    }

    private ObjectNode of(Talk.Side side) {
        ObjectNode json = JSON.objectNode().put("party", coding.names().party(side.party()));
        var head = side.head();
        if (head != null) {
            json.set("head", coding.post(side.party(), head));
        }
        if (side.size() instanceof Value.Count(long from, long to)) {
            json.put("size_from", from).put("size_to", to);
        }
        return json;
    }

    /// All of one.
    ObjectNode whole(Talk talk) {
        ObjectNode json = line(talk);
        Talk.Terms terms = talk.terms();
        json.set("languages", coding.codes(procedure(talk), "languages", terms.languages()));
        if (!terms.interpretation().isEmpty()) {
            json.set("interpretation", coding.code(procedure(talk), "interpretation", terms.interpretation()));
        }
        if (!terms.chair().isEmpty()) {
            json.set("chair", coding.code("MT", "chairs", terms.chair()));
        }
        Coding.text(json, "phrase", talk.phrase());
        ArrayNode proposed = json.putArray("proposed");
        talk.proposed().forEach(slot -> proposed.add(Coding.period(slot)));
        ArrayNode agenda = json.putArray("agenda");
        talk.agenda().forEach(item -> agenda.add(of(item)));
        ArrayNode notHeld = json.putArray("not_held");
        talk.notHeld().forEach(word -> {
            ObjectNode one = coding.cited(word.by());
            one.set("fact", coding.code(procedure(talk), "not_held", word.fact()));
            Coding.instant(one, "waited_until", word.waitedUntil());
            notHeld.add(one);
        });
        var minutes = talk.minutes();
        if (minutes != null) {
            json.set("record", of(minutes, procedure(talk)));
        }
        ArrayNode waiting = json.putArray("waiting");
        talk.waiting().forEach(each -> waiting.add(of(each)));
        return json;
    }

    private ObjectNode of(AgendaItem item) {
        ObjectNode json = JSON.objectNode().put("number", item.number()).put("text", item.text());
        json.put("state", lower(item.state()));
        json.set("proposed", coding.cited(item.by()));
        Coding.text(json, "answer", item.answer());
        var by = item.answeredBy();
        if (by != null) {
            json.set("answered", coding.cited(by));
        }
        return json;
    }

    private ObjectNode of(Talk.Waiting each) {
        ObjectNode json = JSON.objectNode()
                .put("kind", lower(each.awaited().clock().kind()))
                .put("from", coding.names().party(each.awaited().party()));
        json.set("after", coding.cited(each.awaited().demand()));
        json.put("format", each.awaited().demand().code());
        json.put("since", Names.instant(each.awaited().demand().time()));
        Coding.instant(json, "requested_by", each.due());
        return json;
    }

    /// The legal effect first.
    private ObjectNode of(Minutes minutes, String procedure) {
        ObjectNode json = JSON.objectNode();
        json.set("effect", coding.code(procedure, "effects", minutes.effect()));
        Coding.text(json, "authority", minutes.authority());
        json.put("effects_differ", minutes.effectsDiffer());
        json.set("filed", coding.cited(minutes.by()));
        Coding.instant(json, "planned", minutes.planned());
        ArrayNode agreed = json.putArray("agreed");
        minutes.agreed()
                .forEach(text ->
                        agreed.addObject().put("language", text.language()).put("text", text.text()));
        texts(json.putArray("said_by_author"), minutes.ours());
        texts(json.putArray("said_by_other_as_author_understood"), minutes.theirs());
        texts(json.putArray("differences"), minutes.differences());
        ArrayNode participants = json.putArray("participants");
        minutes.participants().forEach(each -> {
            ObjectNode one = participants.addObject();
            one.set("side", coding.code(procedure, "sides", each.side()));
            one.put("title", each.post().title()).put("capacity", each.post().capacity());
            one.set("part", coding.code(procedure, "parts", each.part()));
        });
        ArrayNode words = json.putArray("words");
        minutes.words().forEach(word -> words.add(of(word, procedure)));
        return json;
    }

    private ObjectNode of(Minutes.Word word, String procedure) {
        ObjectNode json = coding.cited(word.by());
        json.put("confirms", word.confirms()).put("agreed_text_confirmed", word.agreed());
        String effect = word.effect();
        if (effect != null) {
            json.set("effect", coding.code(procedure, "effects", effect));
        }
        ArrayNode annotations = json.putArray("annotations");
        word.annotations()
                .forEach(each ->
                        annotations.addObject().put("place", each.place()).put("view", each.view()));
        return json;
    }

    private static void texts(ArrayNode list, List<String> texts) {
        texts.forEach(list::add);
    }

    ObjectNode of(Commitment each) {
        ObjectNode json = coding.cited(each.by().place());
        json.put("by", coding.names().party(each.by().party()))
                .put("time", Names.instant(each.by().time()));
        json.put("stage", lower(each.stage())).put("open", each.open()).put("changed", each.changed());
        if (each.party() != 0) {
            json.put("party", coding.names().party(each.party()));
        }
        json.put("what", each.what()).put("language", each.language());
        Coding.instant(json, "until", each.until());
        Coding.instant(json, "first_until", each.firstUntil());
        Coding.instant(json, "extended_to", each.extendedTo());
        Coding.instant(json, "done", each.done());
        var owner = each.owner();
        if (owner != null && each.party() != 0) {
            json.set("owner", coding.post(each.party(), owner));
        }
        Long latest = each.latest();
        json.put("date_passed", each.open() && latest != null && latest < now);
        switch (each.source()) {
            case Commitment.Source.Followed(var matter, String state, var arises, int row) -> {
                json.set("matter", coding.cited(matter));
                json.set("state", coding.state("CM", state));
                if (arises != null) {
                    json.set("arises", coding.cited(arises));
                }
                if (row > 0) {
                    json.put("row", row);
                }
            }
            case Commitment.Source.Recorded(var matter, int row, boolean accepted, List<Integer> annotatedBy) -> {
                json.set("matter", coding.cited(matter));
                json.put("row", row).put("accepted_by_holder", accepted);
                ArrayNode annotated = json.putArray("annotated_by");
                annotatedBy.forEach(party -> annotated.add(coding.names().party(party)));
            }
        }
        return json;
    }

    ObjectNode of(Talks.Cadence pair, int own) {
        ObjectNode json = JSON.objectNode();
        json.set("ours", coding.post(own, pair.ours()));
        json.set("theirs", coding.post(pair.party(), pair.theirs()));
        json.put("held", pair.times().size()).put("not_held", pair.unheld());
        pair.last().ifPresent(last -> json.put("last", Names.instant(last)));
        pair.interval().ifPresent(interval -> json.put("interval_s", interval / 1_000));
        return json;
    }
}
