package torgau.station.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import torgau.journal.Act;
import torgau.journal.Code;
import torgau.journal.Entry;
import torgau.journal.Limits;
import torgau.journal.Office;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.TrafficClass;
import torgau.store.StoreFault;
import torgau.store.desk.Alarm;
import torgau.store.desk.Draft;

/// What stays on this station: drafts, what was opened, alarms. Nothing here says anything to anybody
/// else.
final class DeskApi {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern DRAFT_ID = Pattern.compile("[A-Za-z0-9-]{8,64}");
    private static final Pattern ALARM_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int MAX_DRAFTS = 200;
    private static final int MAX_WRITTEN = 100_000;
    private static final Map<String, Integer> DRAFT_TEXTS = new TreeMap<>(Map.of(
            "office_title", 1_024,
            "office_capacity", 1_024,
            "subject", 1_024,
            "format", 1_024,
            "typed", MAX_WRITTEN,
            "text", MAX_WRITTEN,
            "courtesy_text", MAX_WRITTEN));

    private final Front front;

    DeskApi(Front front) {
        this.front = front;
    }

    void opened(String name) {
        Reference place = front.names()
                .place(name, front.process().journal())
                .filter(known -> front.process().journal().standing(known).isPresent() || ahead(known))
                .orElseThrow(() -> Refusal.notFound("entry " + name + " here"));
        writing(() -> front.process().desk().use(desk -> {
            desk.opened(place, front.now());
            return place;
        }));
    }

    private boolean ahead(Reference place) {
        return front.process()
                .journal()
                .read(journal -> journal.pending().stream()
                        .anyMatch(pending -> pending.payload().reference().equals(place)));
    }

    /// A desk that cannot be written is the officer's trouble, not a fault of the request.
    static <T> T writing(java.util.function.Supplier<T> write) {
        try {
            return write.get();
        } catch (StoreFault fault) {
            throw new Refusal(
                    503,
                    Code.NOT_WRITING,
                    "the desk cannot be written: " + fault.code().text());
        }
    }

    /// The sentence that an acknowledgement would sign.
    ///
    /// @param spoken language in which the officer is answered
    ObjectNode sentence(byte[] body, String spoken) {
        JsonIn in = JsonIn.of(body);
        Names names = front.names();
        Drafting drafting = front.drafting(names, spoken);
        Office office = drafting.office(in.object("office"));
        JsonIn asked = in.object("acknowledgement");
        in.end();
        Entry of = drafting.acknowledgeable(asked);
        String language = asked.word("language", Names.LANGUAGE);
        Act.Acknowledgement act = drafting.acknowledgement(asked, office, of);
        ObjectNode json = JSON.objectNode();
        json.set("sentences", front.acts(names).sentences(front.ownParty(), act, names.messageNumber(of), language));
        return json;
    }

    ObjectNode alarms(boolean openOnly) {
        List<Alarm> alarms = openOnly
                ? front.process().alarms().standing()
                : front.process().alarms().newest();
        ObjectNode json = JSON.objectNode();
        ArrayNode list = json.putArray("alarms");
        var shown = new AlarmJson(front);
        alarms.forEach(alarm -> list.add(shown.of(alarm)));
        return json;
    }

    ObjectNode silence(String id) {
        Alarm alarm = Optional.of(id)
                .filter(name -> ALARM_ID.matcher(name).matches())
                .flatMap(front.process().alarms()::silence)
                .orElseThrow(() -> Refusal.notFound("alarm of this name"));
        front.process().log().note("alarm_silenced", null, alarm.about().reference(), alarm.id());
        return new AlarmJson(front).of(alarm);
    }

    ObjectNode drafts() {
        ObjectNode json = JSON.objectNode();
        ArrayNode list = json.putArray("drafts");
        front.process().desk().use(desk -> desk.drafts(MAX_DRAFTS)).forEach(draft -> list.add(draft(draft)));
        return json;
    }

    private static ObjectNode draft(Draft draft) {
        ObjectNode json = JSON.objectNode();
        json.put("id", draft.id());
        json.put("revision", draft.revision());
        json.put("saved_at", Names.instant(draft.savedAt()));
        json.set("content", content(draft.content()));
        return json;
    }

    private static JsonNode content(byte[] kept) {
        try {
            return MAPPER.readTree(kept);
        } catch (IOException damaged) {
            throw new StoreFault(Code.STORE_CORRUPT, "a draft is no JSON", damaged);
        }
    }

    ObjectNode saveDraft(String id, byte[] body) {
        checkId(id);
        JsonIn in = JsonIn.of(body);
        long revision = in.number("revision", 0, Long.MAX_VALUE - 1);
        byte[] content = checked(in.object("content")).toString().getBytes(StandardCharsets.UTF_8);
        in.end();
        boolean room = revision > 0
                || front.process().desk().use(desk -> desk.drafts(MAX_DRAFTS)).size() < MAX_DRAFTS;
        if (!room) {
            throw Refusal.field("", "there are " + MAX_DRAFTS + " drafts already: discard some");
        }
        return writing(() -> front.process()
                .desk()
                .use(desk -> desk.saveDraft(id, revision, front.now(), content))
                .map(DeskApi::draft)
                .orElseThrow(() -> new Refusal(409, Code.DRAFT_CHANGED)));
    }

    private static void checkId(String id) {
        if (!DRAFT_ID.matcher(id).matches()) {
            throw Refusal.malformed("id", "a draft's id has 8 to 64 letters, digits or hyphens");
        }
    }

    /// A draft as far as it is written: nothing in it is checked but names and lengths.
    private static ObjectNode checked(JsonIn in) {
        ObjectNode kept = JSON.objectNode();
        if (in.has("class")) {
            kept.put("class", in.oneOf("class", TrafficClass.class).name());
        }
        if (in.has("precedence")) {
            kept.put("precedence", in.oneOf("precedence", Precedence.class).name());
        }
        if (in.has("to")) {
            ArrayNode to = kept.putArray("to");
            in.words("to", Limits.REFERENCES, Names.PARTY).forEach(to::add);
        }
        in.wordIfGiven("re", Names.REFERENCE).ifPresent(re -> kept.put("re", re));
        in.wordIfGiven("language", Names.LANGUAGE).ifPresent(language -> kept.put("language", language));
        in.wordIfGiven("courtesy_language", Names.LANGUAGE)
                .ifPresent(language -> kept.put("courtesy_language", language));
        DRAFT_TEXTS.forEach((name, most) -> in.textIfGiven(name, 0, most).ifPresent(text -> kept.put(name, text)));
        in.end();
        return kept;
    }

    void discardDraft(String id) {
        checkId(id);
        writing(() -> front.process().desk().use(desk -> {
            desk.discardDraft(id);
            return id;
        }));
    }
}
