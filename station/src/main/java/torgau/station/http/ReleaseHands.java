package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import torgau.station.heart.Draft;
import torgau.store.desk.Proposal;
import torgau.store.desk.Proposal.Hand;
import torgau.store.desk.Proposal.Stage;

/// What may be done about a release by whoever looks at it: the same doors that a decision goes
/// through, asked before it is made, so that nobody is offered what is sure to be refused.
final class ReleaseHands {
    private final Gate gate;

    ReleaseHands(Gate gate) {
        this.gate = gate;
    }

    /// Each act that its stage leaves open, with the refusal that would meet it; none: it would be
    /// heeded.
    ArrayNode of(Person person, Proposal proposal, long now) {
        ArrayNode acts = JsonNodeFactory.instance.arrayNode();
        Draft draft = Proposed.of(proposal).draft(proposal.asked());
        Hand first = proposal.asked().by();
        switch (proposal.stage()) {
            case Stage.Waiting _ -> {
                acts.add(act(person, "sign", () -> gate.second(person.seat(), first, draft, now)));
                acts.add(act(person, "refuse", () -> gate.second(person.seat(), first, draft, now)));
                acts.add(act(person, "withdraw", () -> Gate.proposer(person.seat(), first)));
                acts.add(act(person, "emergency", () -> gate.emergency(person.seat(), draft, now)));
            }
            case Stage.Released released
            when released.awaitsCountersignature() ->
                acts.add(act(person, "countersign", () -> gate.countersigner(person.seat(), released, draft, now)));
            case Stage.Released _, Stage.Signing _, Stage.Refused _, Stage.Withdrawn _, Stage.Voided _ -> {}
        }
        return acts;
    }

    private ObjectNode act(Person person, String act, Runnable door) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("act", act);
        try {
            person.officer()
                    .ifPresent(officer -> Rights.TABLE.admits(officer, "POST", ApiServer.API + "/releases/1/" + act));
            door.run();
        } catch (Refusal refusal) {
            json.putObject("refused")
                    .put("code", refusal.code().code())
                    .put("message", Refusal.cut(String.valueOf(refusal.getMessage()), Refusal.MAX_MESSAGE));
        }
        return json;
    }
}
