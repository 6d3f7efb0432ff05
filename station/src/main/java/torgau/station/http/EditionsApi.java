package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import torgau.catalogue.Finding;
import torgau.catalogue.change.Change;
import torgau.journal.Code;
import torgau.matters.Book;
import torgau.matters.Proposal;
import torgau.station.formats.DraftedEdition;
import torgau.station.formats.Formats;
import torgau.station.formats.Library;
import torgau.station.shell.Docket;

/// The editions of procedures that were proposed on this line, and how far each came.
final class EditionsApi {
    private final Front front;
    private final Docket docket;
    private final Library library;

    EditionsApi(Front front, Docket docket, Library library) {
        this.front = front;
        this.docket = docket;
        this.library = library;
    }

    /// What `GET /editions` answers.
    ObjectNode all() {
        Names names = front.names();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode list = json.putArray("editions");
        Docket.Told<List<Proposal>> told = docket.ask(Book::proposals);
        told.answer().forEach(proposal -> list.add(of(proposal, names)));
        return json.put("complete", told.complete());
    }

    private ObjectNode of(Proposal proposal, Names names) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("procedure", proposal.procedure());
        json.put("edition", proposal.edition());
        json.put("proposed_in", names.reference(proposal.matter()));
        json.put("state", proposal.standing().name().toLowerCase(Locale.ROOT));
        json.put("from", Names.instant(proposal.from()));
        var verdict = library.verdict(proposal);
        json.put(
                "text",
                verdict.isEmpty() ? "not_here" : verdict.get().procedure().isPresent() ? "good" : "faulty");
        boolean disputed = front.formats().disputed(proposal.procedure(), proposal.edition());
        json.put("disputed", disputed && proposal.accepted());
        json.put("in_use", inUse(proposal));
        json.set("reservations", reservations(proposal.reservations(), names));
        ArrayNode findings = json.putArray("findings");
        verdict.map(Library.Verdict::findings).orElse(List.of()).stream()
                .map(Finding::toString)
                .forEach(findings::add);
        return json;
    }

    /// Whether something can be filed in it now.
    private boolean inUse(Proposal proposal) {
        return front.formats()
                .adopted(proposal.procedure(), proposal.edition())
                .filter(Formats.Adopted::current)
                .filter(adopted -> adopted.proposal().matter().equals(proposal.matter()))
                .isPresent();
    }

    /// What `POST /edition-check` answers: what a text would change, and what keeps it from being
    /// proposed. Nothing is kept of it.
    ///
    /// @param spoken language in which changes are told
    ObjectNode check(byte[] yaml, String spoken) {
        String text = text(yaml);
        var drafted =
                DraftedEdition.of(front.formats(), docket.ask(Book::proposals).answer(), text);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("procedure", drafted.procedure());
        json.put("edition", drafted.edition());
        json.put("in_use", drafted.inUse());
        ArrayNode findings = json.putArray("findings");
        drafted.findings()
                .forEach(each -> findings.addObject()
                        .put("file", each.file())
                        .put("line", each.line())
                        .put("code", each.code().code())
                        .put("what", each.what())
                        .put("way_out", each.wayOut()));
        ArrayNode changes = json.putArray("changes");
        drafted.changes().forEach(each -> changes.add(change(each, spoken)));
        return json;
    }

    private static String text(byte[] yaml) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(yaml))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw new Refusal(400, Code.MALFORMED_REQUEST, "the text is not UTF-8");
        }
    }

    private ObjectNode change(Change change, String spoken) {
        Sentences say = front.sentences();
        String at = Optional.ofNullable(change.named())
                .flatMap(words -> words.in(Names.primary(spoken)))
                .map(words -> say.say(spoken, "change.named", Map.of("at", change.at(), "words", words)))
                .orElse(change.at());
        String part = say.say(spoken, "change.part." + change.part(), Map.of());
        String text = say.say(
                spoken,
                "change." + change.kind(),
                Map.of("part", part, "at", at, "how", String.join(", ", change.how())));
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("kind", change.kind().name().toLowerCase(Locale.ROOT));
        json.put("part", change.part().name().toLowerCase(Locale.ROOT));
        json.put("at", change.at());
        ArrayNode natures = json.putArray("natures");
        change.natures().forEach(nature -> natures.add(nature.name().toLowerCase(Locale.ROOT)));
        return json.put("text", text);
    }

    /// Reservations as they were written.
    static ArrayNode reservations(List<Proposal.Reservation> reservations, Names names) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        reservations.forEach(each -> json.addObject()
                .put("party", names.party(each.party()))
                .put("entry", names.reference(each.place()))
                .put("text", each.text()));
        return json;
    }
}
