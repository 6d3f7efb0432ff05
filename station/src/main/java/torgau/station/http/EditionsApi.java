package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import torgau.catalogue.Finding;
import torgau.matters.Book;
import torgau.matters.Proposal;
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
        long now = front.now();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode list = json.putArray("editions");
        Docket.Told<List<Proposal>> told = docket.ask(Book::proposals);
        if (told.complete()) {
            library.use(told.answer(), now); // what is said to be in use can be filed from now on
        }
        told.answer().forEach(proposal -> list.add(of(proposal, names, now)));
        return json.put("complete", told.complete());
    }

    private ObjectNode of(Proposal proposal, Names names, long now) {
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
        json.put(
                "in_use",
                !disputed
                        && proposal.standing().usable()
                        && proposal.from() <= now
                        && verdict.flatMap(Library.Verdict::procedure).isPresent());
        json.set("reservations", reservations(proposal.reservations(), names));
        ArrayNode findings = json.putArray("findings");
        verdict.map(Library.Verdict::findings).orElse(List.of()).stream()
                .map(Finding::toString)
                .forEach(findings::add);
        return json;
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
