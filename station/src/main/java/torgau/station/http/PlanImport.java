package torgau.station.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import torgau.journal.Code;
import torgau.journal.Reference;
import torgau.station.heart.Draft;
import torgau.station.heart.Effect.Result;
import torgau.station.home.Seat;
import torgau.store.desk.Proposal;

/// Events of the plan out of a table. Each row is judged as if it were filed alone; all rows are filed
/// together, or none.
final class PlanImport {
    private static final int AGAIN = 200;
    private static final int MADE = 201;
    private static final int WAITS = 202;

    private final Front front;
    private final PlanApi plans;
    private final Gate gate;
    private final ReleaseDesk releases;
    private final ReleaseApi decisions;

    PlanImport(Front front, PlanApi plans, Gate gate, ReleaseDesk releases, ReleaseApi decisions) {
        this.front = front;
        this.plans = plans;
        this.gate = gate;
        this.releases = releases;
        this.decisions = decisions;
    }

    /// What `POST /plan/import-check` answers. Nothing is kept of it.
    ObjectNode check(byte[] body, String spoken) {
        return read(JsonIn.of(body), spoken).json();
    }

    private PlanTable read(JsonIn in, String spoken) {
        return PlanTable.read(front, plans.whole(), in, spoken);
    }

    /// What `POST /plan/imports` answers.
    Saying.Said file(Context request, byte[] body) {
        Draft.Request named = Saying.named(request, body);
        return before(named)
                .or(() -> releases.before(named).map(known -> proposed(known, named)))
                .orElseGet(() -> {
                    JsonIn in = JsonIn.of(body);
                    Optional<String> legalBasis = Saying.legalBasis(in);
                    PlanTable table = read(in, front.spoken(request));
                    return file(table.drafts(), Access.seat(request), named, legalBasis);
                });
    }

    private Saying.Said file(List<Draft> drafts, Seat seat, Draft.Request named, Optional<String> legalBasis) {
        drafts.forEach(draft -> {
            gate.admits(seat, draft);
            gate.grounded(draft, legalBasis);
        });
        decisions.permitted(Gate.office(drafts.getFirst()), drafts);
        return drafts.stream().allMatch(gate::alone)
                ? released(Proposed.keyed(drafts, named), seat, legalBasis)
                : proposed(releases.propose(seat, drafts, named, legalBasis), named);
    }

    private Saying.Said released(List<Draft> drafts, Seat seat, Optional<String> legalBasis) {
        CompletableFuture<Result> result = drafts.size() == 1
                ? front.process().release(drafts.getFirst())
                : front.process().releaseTogether(drafts);
        return switch (Saying.await(result)) {
            case Result.Authored authored -> made(List.of(authored.entry().reference()), drafts, seat, legalBasis);
            case Result.Repeated(Reference place) -> said(AGAIN, List.of(place));
            case Result.Together(List<Reference> places, boolean repeated) ->
                repeated ? said(AGAIN, places) : made(places, drafts, seat, legalBasis);
            case Result.Refused(Code code, String detail) -> throw Saying.refusal(code, detail);
            case Result.Kept _, Result.Erased _, Result.Taken _ ->
                throw new IllegalStateException("entries were asked for");
        };
    }

    private Saying.Said made(List<Reference> places, List<Draft> drafts, Seat seat, Optional<String> legalBasis) {
        String detail = "seat " + seat.name() + ", " + places.size() + " released together"
                + legalBasis.map(basis -> ", legal basis: " + basis).orElse("");
        front.process().log().note("released", Gate.office(drafts.getFirst()), places.getFirst(), detail);
        return said(MADE, places);
    }

    /// What the key made before.
    private Optional<Saying.Said> before(Draft.Request named) {
        return front.process()
                .journal()
                .read(journal -> journal.answer(named.key()))
                .map(first -> {
                    if (!first.request().equals(named.hash())) {
                        throw Saying.refusal(
                                Code.KEY_USED_DIFFERENTLY, "the key " + named.key() + " already made another entry");
                    }
                    var places = new ArrayList<Reference>();
                    for (int number = 1; number <= Proposed.MAX_TOGETHER; number++) {
                        String key = Proposed.key(named.key(), number);
                        front.process()
                                .journal()
                                .read(journal -> journal.answer(key))
                                .ifPresent(answer -> places.add(answer.reference()));
                    }
                    return said(AGAIN, places);
                });
    }

    private Saying.Said said(int status, List<Reference> places) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        places.forEach(place -> json.withArray("entries").add(front.names().reference(place)));
        return new Saying.Said(status, json);
    }

    private Saying.Said proposed(Proposal known, Draft.Request now) {
        if (!known.asked().request().equals(now.hash())) {
            throw Saying.refusal(Code.KEY_USED_DIFFERENTLY, "the key " + now.key() + " already proposed another entry");
        }
        return new Saying.Said(WAITS, decisions.shown(known));
    }
}
