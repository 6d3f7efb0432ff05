package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import torgau.journal.Code;
import torgau.journal.Payload;
import torgau.journal.Reference;
import torgau.station.heart.Draft;
import torgau.store.desk.Proposal;
import torgau.store.desk.Proposal.Hand;
import torgau.store.desk.Proposal.Stage;

/// What is proposed, as an officer looks at it before deciding.
final class ReleaseJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String NO_NUMBER = "-";

    private final Front front;
    private final Gate gate;
    private final Names names;

    ReleaseJson(Front front, Gate gate) {
        this.front = front;
        this.gate = gate;
        this.names = front.names();
    }

    /// What has come since it was proposed.
    ///
    /// @param entries of its matter
    /// @param more whether there are still more
    /// @param fault why it could not be released now; empty if it could
    record Change(List<Reference> entries, boolean more, Optional<Fault> fault) {
        static final Change NONE = new Change(List.of(), false, Optional.empty());

        /// @param message one sentence, for people
        record Fault(Code code, String message) {}

        /// The same text for the same change, and another for another.
        String mark() {
            return entries + " " + more + " " + fault.map(each -> each.code().code());
        }
    }

    /// As in a list.
    ObjectNode of(Proposal proposal) {
        Proposed proposed = Proposed.of(proposal);
        Payload payload = proposed.payload();
        ObjectNode json = JSON.objectNode().put("id", Long.toString(proposal.number()));
        json.set("proposed", hand(proposal.asked().by()));
        proposed.legalBasis().ifPresent(basis -> json.put("legal_basis", basis));
        json.put("class", payload.trafficClass().name());
        json.put("precedence", payload.precedence().name());
        ArrayNode to = json.putArray("to");
        payload.to().forEach(party -> to.add(names.party(party)));
        EntryJson.office(payload.act())
                .ifPresent(office ->
                        json.putObject("office").put("title", office.title()).put("capacity", office.capacity()));
        Reference matter = payload.matter();
        if (matter != null) {
            json.put("matter", names.reference(matter));
        }
        ArrayNode refs = json.putArray("refs");
        payload.refs().forEach(ref -> refs.add(names.reference(ref)));
        json.set("act", front.acts(names).of(proposed.at(front.now()), NO_NUMBER, proposed.annexes()));
        if (!proposed.others().isEmpty()) {
            json.put("together", proposed.others().size() + 1);
        }
        Draft draft = proposed.draft(proposal.asked());
        gate.seconds(draft).forEach(json.putArray("second_offices")::add);
        stage(json, proposal.stage());
        return json;
    }

    /// With what has come since, and the digest of both.
    ObjectNode of(Proposal proposal, Change change) {
        ObjectNode json = of(proposal);
        others(json, proposal);
        ObjectNode since = json.putObject("since");
        change.entries().forEach(entry -> since.withArray("entries").add(names.reference(entry)));
        since.withArray("entries");
        since.put("more", change.more());
        change.fault()
                .ifPresent(fault -> since.putObject("fault")
                        .put("code", fault.code().code())
                        .put("message", Refusal.cut(fault.message(), Refusal.MAX_MESSAGE)));
        return json.put("digest", ReleaseDesk.digest(proposal, change).hex());
    }

    /// What is released together with the first, each as it would be signed; once it is, the entries.
    private void others(ObjectNode json, Proposal proposal) {
        Proposed proposed = Proposed.of(proposal);
        if (proposed.others().isEmpty()) {
            return;
        }
        ArrayNode others = json.putArray("others");
        proposed.others()
                .forEach(other ->
                        others.add(front.acts(names).of(Proposed.at(other, front.now()), NO_NUMBER, List.of())));
        if (proposal.stage() instanceof Stage.Released) {
            ArrayNode entries = json.putArray("entries");
            proposed.drafts(proposal.asked()).stream()
                    .flatMap(draft -> Optional.ofNullable(draft.request()).stream())
                    .flatMap(request ->
                            front.process().journal().read(journal -> journal.answer(request.key())).stream())
                    .forEach(answer -> entries.add(names.reference(answer.reference())));
        }
    }

    private static ObjectNode hand(Hand by) {
        ObjectNode json = JSON.objectNode()
                .put("seat", by.seat())
                .put("office", by.office())
                .put("at", Names.instant(by.at()));
        Optional.ofNullable(by.person()).ifPresent(person -> json.put("officer", person));
        return json;
    }

    private void stage(ObjectNode json, Stage stage) {
        switch (stage) {
            case Stage.Waiting _ -> json.put("state", "waiting");
            case Stage.Signing signing -> {
                emergency(json.put("state", "signing"), signing.emergency());
                json.set("decided", hand(signing.by()));
            }
            case Stage.Released released -> released(json, released);
            case Stage.Refused(Hand by, String reason) -> {
                json.put("state", "refused").put("reason", reason);
                json.set("decided", hand(by));
            }
            case Stage.Withdrawn(Hand by) -> json.put("state", "withdrawn").set("decided", hand(by));
            case Stage.Voided(long at) -> json.put("state", "voided").put("voided_at", Names.instant(at));
        }
        json.put("open", stage.open());
    }

    private static void emergency(ObjectNode json, @Nullable String why) {
        json.put("emergency", why != null);
        if (why != null) {
            json.put("reason", why);
        }
    }

    private void released(ObjectNode json, Stage.Released released) {
        emergency(json.put("state", "released"), released.emergency());
        json.set("decided", hand(released.by()));
        json.put("entry", names.reference(released.entry()));
        json.put("awaits_countersignature", released.awaitsCountersignature());
        Hand countersigned = released.countersigned();
        if (countersigned != null) {
            json.set("countersigned", hand(countersigned));
        }
    }
}
