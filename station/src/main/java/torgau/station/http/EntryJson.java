package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import torgau.journal.Act;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.Office;
import torgau.journal.Payload;
import torgau.journal.Reference;
import torgau.store.Arrived;

/// Entries as the interface shows them: the entry as it was signed, how far it came, and what the desk
/// knows of it.
final class EntryJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Names names;
    private final int ownParty;
    private final Receipts receipts;
    private final Function<Reference, OptionalLong> opened;
    private final ActJson acts;

    /// @param opened when an entry was first opened on this desk
    EntryJson(Names names, int ownParty, Receipts receipts, Function<Reference, OptionalLong> opened, ActJson acts) {
        this.names = names;
        this.ownParty = ownParty;
        this.receipts = receipts;
        this.opened = opened;
        this.acts = acts;
    }

    /// An entry with its place in the order of arrival. One that is ahead of the record has neither
    /// height nor cursor of its own yet: it is given those that it would follow.
    record Shown(Payload payload, Digest id, long height, long cursor, long arrivedAt, boolean ahead) {
        static Shown of(Arrived arrived) {
            Entry entry = arrived.entry();
            return new Shown(entry.payload(), entry.id(), entry.height(), arrived.cursor(), arrived.at(), false);
        }
    }

    ObjectNode of(Shown shown) {
        Payload payload = shown.payload();
        Reference place = payload.reference();
        ObjectNode json = JSON.objectNode();
        json.put("reference", names.reference(place));
        json.put("id", shown.id().toString());
        json.put("cursor", Long.toString(shown.cursor()));
        json.put("message_number", names.messageNumber(payload, shown.height()));
        json.set("from", author(payload));
        ArrayNode to = json.putArray("to");
        payload.to().forEach(party -> to.add(names.party(party)));
        json.put("class", payload.trafficClass().name());
        json.put("precedence", payload.precedence().name());
        json.put("time", Names.instant(payload.time()));
        json.put("arrived_at", Names.instant(shown.arrivedAt()));
        json.put("height", shown.height());
        if (hasMatter(payload)) {
            json.put("matter", names.reference(Receipts.matterOf(place, payload)));
        }
        ArrayNode refs = json.putArray("refs");
        payload.refs().forEach(ref -> refs.add(names.reference(ref)));
        ObjectNode act = acts.of(payload, names.messageNumber(payload, shown.height()));
        json.set("act", act);
        courtesy(payload).ifPresent(later -> json.set("later_courtesy", later));
        json.set("receipts", receipts(place, payload));
        json.put("direction", payload.feed().party() == ownParty ? "out" : "in");
        json.put("automatic", payload.automatic());
        json.put("ahead_of_record", shown.ahead());
        boolean awaited = receipts.awaited(place, payload);
        json.put("awaiting_acknowledgement", awaited);
        if (awaited
                && payload.act() instanceof Act.Notification filed
                && !act.path("known").asBoolean()) {
            json.set("prepared", notUnderstood(place, filed));
        }
        opened.apply(place).ifPresent(at -> json.put("opened_at", Names.instant(at)));
        return json;
    }

    /// The answer to a format that is not known here, as an officer may send it. Nothing is sent.
    private ObjectNode notUnderstood(Reference place, Act.Notification filed) {
        return JSON.objectNode()
                .put("type", "acknowledgement")
                .put("of", names.reference(place))
                .put("stage", "not_understood")
                .put("cause", Causes.name(Act.Cause.UNKNOWN_FORM))
                .put("language", filed.language());
    }

    /// The sender's courtesy translations that came after it; empty if none did.
    private Optional<ArrayNode> courtesy(Payload payload) {
        if (payload.automatic() || !Receipts.callsForAnswer(payload.act())) {
            return Optional.empty();
        }
        ArrayNode json = JSON.arrayNode();
        for (Entry entry : receipts.translating(payload)) {
            if (entry.payload().act() instanceof Act.Translation act) {
                ObjectNode one = json.addObject().put("by_reference", names.reference(entry.reference()));
                one.put("part", act.part());
                one.put("language", act.text().language());
                one.put("text", act.text().words());
            }
        }
        return Optional.of(json).filter(later -> !later.isEmpty());
    }

    private static boolean hasMatter(Payload payload) {
        return !payload.automatic() && !(payload.act() instanceof Act.Amendment);
    }

    private ObjectNode author(Payload payload) {
        ObjectNode author = JSON.objectNode();
        author.put("party", names.party(payload.feed().party()));
        author.put("station", names.station(payload.feed().station()));
        office(payload.act()).ifPresent(office -> put(author, office));
        return author;
    }

    private static void put(ObjectNode json, Office office) {
        json.put("office", office.title());
        if (!office.capacity().isEmpty()) {
            json.put("capacity", office.capacity());
        }
    }

    /// In whose name an officer's act is; empty if no officer made it.
    static Optional<Office> office(Act act) {
        return switch (act) {
            case Act.Message message -> Optional.of(message.office());
            case Act.Notification filed -> Optional.of(filed.office());
            case Act.Acknowledgement acknowledgement -> Optional.of(acknowledgement.office());
            case Act.Translation translation -> Optional.of(translation.office());
            case Act.Suspension suspension -> Optional.of(suspension.office());
            case Act.Resumption resumption -> Optional.of(resumption.office());
            case Act.LinkTest _, Act.KeyOffer _, Act.Seen _, Act.Amendment _, Act.Unknown _ -> Optional.empty();
        };
    }

    /// How far an entry came, oldest proof first.
    ArrayNode receipts(Reference place, Payload payload) {
        ArrayNode json = JSON.arrayNode();
        List<Receipts.Proof> proofs = receipts.of(place, payload);
        proofs.forEach(proof -> json.add(receipt(proof)));
        return json;
    }

    /// What a `receipt` event says.
    ObjectNode receiptEvent(Reference place, Payload payload) {
        ObjectNode json = JSON.objectNode();
        json.put("reference", names.reference(place));
        json.set("receipts", receipts(place, payload));
        json.put("awaiting_acknowledgement", receipts.awaited(place, payload));
        return json;
    }

    private ObjectNode receipt(Receipts.Proof proof) {
        Payload by = proof.by().payload();
        ObjectNode json = JSON.objectNode();
        json.put("party", names.party(by.feed().party()));
        json.put("station", names.station(by.feed().station()));
        json.put("at", Names.instant(by.time()));
        json.put("by_reference", names.reference(by.reference()));
        Act.@Nullable Acknowledgement act =
                proof.acknowledgement() && by.act() instanceof Act.Acknowledgement says ? says : null;
        json.put("stage", act == null ? "received" : ActJson.stage(act.stage()));
        if (act != null) {
            put(json, act.office());
            details(json, proof.by().payload(), act.stage());
        }
        return json;
    }

    private void details(ObjectNode json, Payload by, Act.Stage stage) {
        switch (stage) {
            case Act.Stage.Read _ -> {}
            case Act.Stage.Understood understood -> {
                json.set("read_back", ActJson.sentence(understood.readBack()));
                acts.restated(by.refs().stream().findFirst(), understood)
                        .ifPresent(restated -> json.set("restated", restated));
            }
            case Act.Stage.NotUnderstood not -> {
                json.put("cause", Causes.name(not.cause()));
                if (not.about() != null) {
                    json.put("about", not.about().words());
                }
                ActJson.fields(json, not);
            }
            case Act.Stage.PassedOn(long at) -> json.put("passed_on_at", Names.instant(at));
        }
    }
}
