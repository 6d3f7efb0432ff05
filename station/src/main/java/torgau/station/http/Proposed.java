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
/// @param others payloads that are released together with it, all of them or none
/// @param legalBasis why the law lets it be said, as its proposer states it: it is seen by the second
///     person and goes nowhere else
record Proposed(Payload payload, List<Payload> others, List<byte[]> annexes, Optional<String> legalBasis) {
    /// Bytes.
    static final int MAX_LEGAL_BASIS = 2_048;

    private static final int NO_INCARNATION = 0;
    /// Of content from before there was a legal basis.
    private static final int WITHOUT_BASIS = 2;
    /// Of content in which several entries are released together.
    private static final int TOGETHER = 4;

    /// Entries that may be released together.
    static final int MAX_TOGETHER = 500;

    /// `[payload: bstr, [* annex: bstr], legal basis: tstr, empty if none is stated, ? [* payload:
    /// bstr]]`.
    ///
    /// @param drafts at least one; of several, none with annexes
    /// @throws IllegalArgumentException if one of several has annexes
    static byte[] content(int station, List<Draft> drafts, Optional<String> legalBasis) {
        Draft first = drafts.getFirst();
        List<Draft> others = drafts.subList(1, drafts.size());
        if (!others.isEmpty()
                && drafts.stream().anyMatch(draft -> !draft.blobs().isEmpty())) {
            throw new IllegalArgumentException("what is released together has no annexes");
        }
        var out = new CborWriter();
        out.array(others.isEmpty() ? 3 : TOGETHER).bytes(payload(station, first));
        out.array(first.blobs().size());
        first.blobs().forEach(out::bytes);
        out.text(legalBasis.orElse(""));
        if (!others.isEmpty()) {
            out.array(others.size());
            others.forEach(draft -> out.bytes(payload(station, draft)));
        }
        return out.toByteArray();
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
        var others = new ArrayList<Payload>();
        for (int left = parts == TOGETHER ? in.array() : 0; left > 0; left--) {
            others.add(payload(proposal, in.bytes(Proposal.MAX_BYTES)));
        }
        return new Proposed(
                payload(proposal, signed), others, annexes, Optional.of(basis).filter(text -> !text.isEmpty()));
    }

    private static Payload payload(Proposal of, byte[] signed) {
        return switch (PayloadCodec.decode(signed)) {
            case Decoded.Value<Payload>(Payload payload) -> payload;
            case Decoded.Refusal<Payload> refusal ->
                throw new StoreFault(Code.STORE_CORRUPT, "release " + of.number() + ": " + refusal.detail());
        };
    }

    /// The draft as it was proposed. Its key makes one entry, however often it is released.
    Draft draft(Proposal.Asked asked) {
        return draft(payload, annexes, new Draft.Request(asked.key(), asked.request()));
    }

    /// All that is released together: the first under the key of the request, each other under a key of
    /// its own that is made of it.
    List<Draft> drafts(Proposal.Asked asked) {
        var drafts = new ArrayList<>(List.of(draft(asked)));
        for (Payload other : others) {
            var request = new Draft.Request(key(asked.key(), drafts.size() + 1), asked.request());
            drafts.add(draft(other, List.of(), request));
        }
        return drafts;
    }

    /// The key under which an entry is made that is released together with others.
    ///
    /// @param number of the entry, from 1
    static String key(String first, int number) {
        return number == 1 ? first : first + "/" + number;
    }

    /// Drafts that are released together, each under its key.
    static List<Draft> keyed(List<Draft> drafts, Draft.Request request) {
        var keyed = new ArrayList<Draft>();
        for (Draft draft : drafts) {
            var own = new Draft.Request(key(request.key(), keyed.size() + 1), request.hash());
            keyed.add(new Draft(
                    draft.trafficClass(),
                    draft.precedence(),
                    draft.to(),
                    draft.matter(),
                    draft.refs(),
                    draft.act(),
                    draft.blobs(),
                    own));
        }
        return keyed;
    }

    private static Draft draft(Payload payload, List<byte[]> annexes, Draft.Request request) {
        return new Draft(
                payload.trafficClass(),
                payload.precedence(),
                payload.to(),
                payload.matter(),
                payload.refs(),
                payload.act(),
                annexes,
                request);
    }

    /// The payload as an officer is shown it, as if it were signed at a time.
    Payload at(long millis) {
        return at(payload, millis);
    }

    /// The same of another one.
    static Payload at(Payload payload, long millis) {
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
