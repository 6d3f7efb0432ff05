package torgau.station.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import torgau.journal.Code;
import torgau.journal.Decoded;
import torgau.journal.Feed;
import torgau.journal.Payload;
import torgau.journal.PayloadCodec;
import torgau.journal.cbor.CborReader;
import torgau.journal.cbor.CborWriter;
import torgau.station.heart.Draft;
import torgau.store.StoreFault;
import torgau.store.desk.Proposal;

/// What is proposed, as the desk keeps it: the payload of the entry that it would become, at no place
/// and no time, and the annexes that go with it. What the second person saw, and what is signed, are
/// these bytes and no others.
///
/// @param legalBasis why the law lets it be said, as its proposer states it: it is seen by the second
///     person and goes nowhere else
record Proposed(Payload payload, List<byte[]> annexes, Optional<String> legalBasis) {
    /// Bytes.
    static final int MAX_LEGAL_BASIS = 2_048;

    private static final int NO_INCARNATION = 0;
    /// Of content from before there was a legal basis.
    private static final int WITHOUT_BASIS = 2;

    /// `[payload: bstr, [* annex: bstr], legal basis: tstr, empty if none is stated]`.
    static byte[] content(int station, Draft draft, Optional<String> legalBasis) {
        var out = new CborWriter();
        out.array(3).bytes(payload(station, draft)).array(draft.blobs().size());
        draft.blobs().forEach(out::bytes);
        return out.text(legalBasis.orElse("")).toByteArray();
    }

    private static byte[] payload(int station, Draft draft) {
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
        var in = new CborReader(proposal.asked().content());
        int parts = in.array();
        byte[] signed = in.bytes(Proposal.MAX_BYTES);
        var annexes = new ArrayList<byte[]>();
        for (int left = in.array(); left > 0; left--) {
            annexes.add(in.bytes(Proposal.MAX_BYTES));
        }
        String basis = parts == WITHOUT_BASIS ? "" : in.text(MAX_LEGAL_BASIS);
        return switch (PayloadCodec.decode(signed)) {
            case Decoded.Value<Payload>(Payload payload) ->
                new Proposed(payload, annexes, Optional.of(basis).filter(text -> !text.isEmpty()));
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
                annexes,
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
