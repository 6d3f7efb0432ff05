package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.Procedure;
import torgau.catalogue.Words;
import torgau.catalogue.value.Numbers;
import torgau.catalogue.value.Value;
import torgau.journal.Act;
import torgau.journal.Reference;
import torgau.matters.Turn;
import torgau.matters.plan.Event;
import torgau.matters.plan.Related;
import torgau.matters.plan.Side;
import torgau.matters.plan.What;
import torgau.matters.plan.When;
import torgau.matters.plan.Word;
import torgau.station.formats.MessageNumbers;

/// Events of the plan as the interface shows them.
final class PlanJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Front front;
    private final Names names;
    private final Numbers numbers;
    private final NotificationJson said;

    PlanJson(Front front) {
        this.front = front;
        this.names = front.names();
        this.numbers = new MessageNumbers(front.process().journal(), names.roster());
        this.said = front.notifications(names);
    }

    Names names() {
        return names;
    }

    /// What names an event wherever it is mentioned.
    ObjectNode brief(Event event) {
        ObjectNode json = JSON.objectNode().put("id", names.reference(event.id()));
        json.put("number", numbers.number(event.id()));
        json.put("plan", event.what().plan()).put("event", event.what().event());
        json.put("language", language(event));
        When now = event.dates().now();
        if (now != null) {
            json.set("dates", when(now));
        }
        return json;
    }

    private static String language(Event event) {
        return event.opening().said() instanceof Turn.Said.Filed(Act.Notification act, var _) ? act.language() : "und";
    }

    ObjectNode of(Event event) {
        ObjectNode json = brief(event);
        What what = event.what();
        json.put("aim", what.aim());
        code(json, "track", event, "tracks", what.track());
        code(json, "kind", event, "kinds", what.kind());
        code(json, "level", event, "levels", what.level());
        code(json, "host", event, "hosts", what.host());
        ArrayNode hosts = json.putArray("hosts");
        what.hosts().forEach(party -> hosts.add(names.party(party)));
        if (what.place() != null) {
            json.put("place", what.place());
        }
        json.put("alike", event.dates().alike());
        put(json, "planned", event.dates().planned());
        put(json, "held", event.dates().held());
        ObjectNode state = json.putObject("state").put("code", event.state());
        event.matter()
                .procedure()
                .flatMap(known -> Optional.ofNullable(known.lifecycle().labels().getOrDefault(event.state(), null)))
                .ifPresent(label -> state.set("words", said.words(label)));
        json.put("agreed", event.agreed()).put("open", event.open());
        ArrayNode sides = json.putArray("sides");
        event.sides().forEach(side -> sides.add(side(event, side)));
        ArrayNode related = json.putArray("related");
        event.related().forEach(each -> related.add(related(each)));
        return json;
    }

    private void put(ObjectNode json, String name, @Nullable When when) {
        if (when != null) {
            json.set(name, when(when));
        }
    }

    /// A code with its words, as the edition of the matter has them.
    void code(ObjectNode json, String name, Event event, String list, String code) {
        if (!code.isEmpty()) {
            json.set(name, code(event, list, code));
        }
    }

    private ObjectNode code(Event event, String list, String code) {
        ObjectNode json = JSON.objectNode().put("code", code);
        words(event, list, code).ifPresent(words -> json.set("words", said.words(words)));
        return json;
    }

    private Optional<Words> words(Event event, String list, String code) {
        return event.matter()
                .procedure()
                .flatMap(own -> own.list(list, front.formats().catalogue().common()))
                .flatMap(known -> known.item(code));
    }

    /// The title of a procedure of the catalogue agreed.
    Optional<ObjectNode> title(String procedure) {
        return front.formats()
                .catalogue()
                .procedure(procedure)
                .map(Procedure::title)
                .map(said::words);
    }

    ObjectNode when(When when) {
        ObjectNode json = JSON.objectNode().put("from", Names.instant(when.from()));
        if (when.to() != null) {
            json.put("to", Names.instant(when.to()));
        }
        return json.put("exact", when.exact())
                .put("by", numbers.number(when.by().place()));
    }

    private ObjectNode side(Event event, Side side) {
        ObjectNode json = JSON.objectNode().put("party", names.party(side.party()));
        Word word = side.word();
        if (word != null) {
            json.put("status", word.status().word());
            json.put("entry", names.reference(word.by().place()));
            json.put("entry_number", numbers.number(word.by().place()));
            json.put("at", Names.instant(word.by().time()));
            if (word.since() != null) {
                json.put("since", Names.instant(word.since()));
            }
            code(json, "reason", event, "reasons", word.reason());
        }
        if (side.owner() != null) {
            json.set("owner", office(side.owner()));
        }
        if (!side.number().isEmpty()) {
            json.put("plan_number", side.number());
        }
        put(json, "dates", side.when());
        Value.Count persons = side.persons();
        if (persons != null) {
            json.putObject("persons").put("from", persons.from()).put("to", persons.to());
        }
        json.put("is_suspended", side.isSuspended());
        ArrayNode suspended = json.putArray("suspended_by");
        side.suspended().forEach(place -> suspended.add(names.reference(place)));
        return json;
    }

    static ObjectNode office(Value.Office office) {
        return JSON.objectNode().put("title", office.title()).put("capacity", office.capacity());
    }

    ObjectNode related(Related related) {
        ObjectNode json = JSON.objectNode().put("id", names.reference(related.id()));
        json.put("number", numbers.number(related.id()));
        json.put("procedure", related.procedure()).put("state", related.state());
        put(json, "dates", related.when());
        return json;
    }

    String number(Reference place) {
        return numbers.number(place);
    }
}
