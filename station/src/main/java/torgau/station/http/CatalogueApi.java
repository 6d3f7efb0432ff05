package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import torgau.catalogue.CodeList;
import torgau.catalogue.Format;
import torgau.catalogue.Procedure;
import torgau.catalogue.Role;
import torgau.catalogue.Signal;
import torgau.catalogue.Signalling;
import torgau.journal.Act;
import torgau.matters.visits.Named;
import torgau.matters.visits.Remarks;
import torgau.station.formats.Filed;
import torgau.station.formats.Formats;
import torgau.station.formats.Known;
import torgau.station.heart.Draft;

/// The catalogue of this line as those need it who file from it, and what a filing would say.
final class CatalogueApi {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /// Stands for the number that an entry has only once it is signed.
    private static final String NO_NUMBER = "—";

    private final Front front;

    CatalogueApi(Front front) {
        this.front = front;
    }

    /// What `GET /catalogue` answers.
    ObjectNode all() {
        NotificationJson words = front.notifications(front.names());
        ObjectNode json = JSON.objectNode();
        ArrayNode procedures = json.putArray("procedures");
        front.formats().current().forEach(procedure -> procedures.add(summary(procedure, words)));
        return json;
    }

    private ObjectNode summary(Procedure procedure, NotificationJson words) {
        ObjectNode json = head(procedure, words);
        ArrayNode formats = json.putArray("formats");
        formats(procedure).forEach(known -> {
            ObjectNode format = formats.addObject().put("code", known.format().code());
            format.set("title", words.words(known.format().title()));
            format.put("starts", known.starts());
        });
        return json;
    }

    private static ObjectNode head(Procedure procedure, NotificationJson words) {
        ObjectNode json = JSON.objectNode();
        json.put("code", procedure.code());
        json.put("edition", procedure.edition());
        json.set("title", words.words(procedure.title()));
        return json;
    }

    private List<Known> formats(Procedure procedure) {
        var codes = new ArrayList<>(procedure.formats().keySet());
        if (!codes.contains(Formats.CORRECTION)) {
            codes.add(Formats.CORRECTION);
        }
        return codes.stream()
                .flatMap(code -> front.formats().find(procedure, code).stream())
                .toList();
    }

    /// What `GET /catalogue/{procedure}` answers: the edition in use, or the one that is asked for.
    ObjectNode procedure(String code, Query query) {
        int edition = query.number("edition", 1, Act.Form.MAX_EDITION, 0);
        query.end();
        Procedure procedure = (edition == 0
                        ? front.formats().current(code)
                        : front.formats().edition(code, edition))
                .orElseThrow(() -> Refusal.notFound("procedure " + code + (edition == 0 ? "" : "/" + edition)));
        NotificationJson words = front.notifications(front.names());
        ObjectNode json = head(procedure, words);
        json.set("purpose", words.words(procedure.purpose()));
        if (procedure.notes() != null) {
            json.set("notes", words.words(procedure.notes()));
        }
        ArrayNode roles = json.putArray("roles");
        procedure.roles().values().forEach(role -> roles.add(role(role, words)));
        ArrayNode formats = json.putArray("formats");
        var lists = new TreeMap<String, CodeList>();
        for (Known known : formats(procedure)) {
            ObjectNode format = format(known, words);
            Optional.of(procedure.code())
                    .filter(Signalling.CODE::equals)
                    .flatMap(_ -> front.formats()
                            .catalogue()
                            .signals()
                            .signal(known.format().code()))
                    .ifPresent(signal -> format.set("signal", signal(signal, words)));
            formats.add(format);
            lists(known, lists);
        }
        json.set("lists", lists(lists, words));
        return json;
    }

    private static ObjectNode role(Role role, NotificationJson words) {
        ObjectNode json = JSON.objectNode().put("name", role.name());
        json.put("is", role.is().name().toLowerCase(Locale.ROOT));
        json.set("label", words.words(role.label()));
        return json;
    }

    private static ObjectNode format(Known known, NotificationJson words) {
        Format format = known.format();
        Format.Defaults defaults = format.defaults();
        ObjectNode json = JSON.objectNode().put("code", format.code());
        json.put("by", format.by());
        json.set("title", words.words(format.title()));
        json.put("starts", known.starts());
        format.mustFollow().forEach(json.putArray("must_follow")::add);
        json.put("whose", format.whose().name().toLowerCase(Locale.ROOT));
        if (format.opens() != null) {
            json.put("opens", format.opens());
        }
        json.put("class", defaults.trafficClass().name());
        json.put("precedence", defaults.precedence().name());
        json.put("label", defaults.label().name());
        json.put("legal_effect", defaults.effect().name().toLowerCase(Locale.ROOT));
        json.put("signatures", defaults.signatures());
        format.readBack().forEach(json.putArray("read_back")::add);
        if (format.note() != null) {
            json.set("note", words.words(format.note()));
        }
        json.set("fields", new FieldJson(words).all(format.fields()));
        return json;
    }

    /// What a short signal has beside what every format has.
    private static ObjectNode signal(Signal signal, NotificationJson words) {
        ObjectNode json = JSON.objectNode().put("keys", signal.keys());
        json.set("spoken", words.words(signal.spoken()));
        json.put("agreed", signal.agreed());
        json.put("russian_in_latin", signal.russianInLatin());
        json.put("english_in_cyrillic", signal.englishInCyrillic());
        signal.answers().forEach(json.putArray("answers")::add);
        return json;
    }

    private static void lists(Known known, Map<String, CodeList> lists) {
        known.format().fields().stream()
                .flatMap(field -> field.type().lists().stream())
                .forEach(name -> known.list(name).ifPresent(list -> lists.put(name, list)));
    }

    private static ObjectNode lists(Map<String, CodeList> lists, NotificationJson words) {
        ObjectNode json = JSON.objectNode();
        lists.forEach((name, list) -> {
            ArrayNode items = json.putArray(name);
            list.items()
                    .forEach((code, said) -> items.addObject().put("code", code).set("words", words.words(said)));
        });
        return json;
    }

    /// What `POST /notification-sentence` answers: what an entry would say, which is neither signed nor
    /// sent.
    ///
    /// @param spoken language in which the officer is answered
    ObjectNode preview(byte[] body, String spoken) {
        Names names = front.names();
        JsonIn asked = JsonIn.of(body);
        Saying.legalBasis(asked); // it is no part of what is said
        Draft draft = front.drafting(names, spoken).unsigned(asked);
        if (!(draft.act() instanceof Act.Notification filed)) {
            throw Refusal.field("/act/type", "only a filed format has a sentence of its own");
        }
        ObjectNode json = JSON.objectNode();
        json.put("class", draft.trafficClass().name());
        json.put("precedence", draft.precedence().name());
        if (draft.matter() != null) {
            json.put("matter", names.reference(draft.matter()));
        }
        ArrayNode refs = json.putArray("refs");
        draft.refs().forEach(ref -> refs.add(names.reference(ref)));
        var around = new NotificationJson.Around(
                NO_NUMBER, front.ownParty(), draft.to(), front.now(), draft.trafficClass(), draft.blobs());
        NotificationJson notifications = front.notifications(names);
        Filed read = notifications.filed(filed, around);
        json.set("act", notifications.of(filed, around, read));
        List<Named> persons = Named.in(read.values());
        json.set("remarks", new RemarksJson(new Coding(front)).of(Remarks.of(persons, List.of())));
        return json;
    }
}
