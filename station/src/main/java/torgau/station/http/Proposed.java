package torgau.station.http;

import java.util.List;
import torgau.journal.Code;
import torgau.journal.Decoded;
import torgau.journal.Feed;
import torgau.journal.Payload;
import torgau.journal.PayloadCodec;
import torgau.station.heart.Draft;
import torgau.store.StoreFault;
import torgau.store.desk.Proposal;

/// What is proposed, as the desk keeps it: the payload of the entry that it would become, at no place
/// and no time. What the second person saw, and what is signed, are these bytes and no others.
record Proposed(Payload payload) {
    private static final int NO_INCARNATION = 0;

    static byte[] content(int station, Draft draft) {
        return PayloadCodec.encode(new Payload(
                new Feed(station, NO_INCARNATION),
                1,
                List.of(),
                0,
                draft.trafficClass(),
                draft.precedence(),
                draft.to(),
                draft.matter(),
                draft.refs(),
                draft.act()));
    }

    static Proposed of(Proposal proposal) {
        return switch (PayloadCodec.decode(proposal.asked().content())) {
            case Decoded.Value<Payload>(Payload payload) -> new Proposed(payload);
            case Decoded.Refusal<Payload> refusal ->
                throw new StoreFault(Code.STORE_CORRUPT, "release " + proposal.number() + ": " + refusal.detail());
        };
    }

    /// The draft as it was proposed. Its key makes one entry, however often it is released.
    Draft draft(Proposal.Asked asked) {
        return new Draft(
                payload.trafficClass(),
                payload.precedence(),
                payload.to(),
                payload.matter(),
                payload.refs(),
                payload.act(),
                new Draft.Request(asked.key(), asked.request()));
    }

    /// The payload as an officer is shown it, as if it were signed at a time.
    Payload at(long millis) {
        return new Payload(
                payload.feed(),
                payload.sequence(),
                payload.seen(),
                millis,
                payload.trafficClass(),
                payload.precedence(),
                payload.to(),
                payload.matter(),
                payload.refs(),
                payload.act());
    }
}
