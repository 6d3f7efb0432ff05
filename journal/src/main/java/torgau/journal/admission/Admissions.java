package torgau.journal.admission;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import torgau.journal.Binding;
import torgau.journal.Bindings;
import torgau.journal.Causality;
import torgau.journal.Code;
import torgau.journal.Decoded;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.EquivocationProof;
import torgau.journal.FeedHead;
import torgau.journal.JournalView;
import torgau.journal.Payload;
import torgau.journal.PayloadCodec;
import torgau.journal.Reference;
import torgau.journal.SeenMark;
import torgau.journal.SeenVector;
import torgau.journal.SignedEntry;
import torgau.journal.agreement.Roster;
import torgau.journal.crypto.Verifier;

/// Judges entries that arrive: signature, chain, canonical form and fixed limits, nothing else. What an entry means is
/// for the fold, so that no entry can block its feed. Pure: the same journal and candidate give the same answer.
public record Admissions(Digest line, Roster roster, Verifier verifier) {
    /// Judges one candidate.
    ///
    /// @param claimed the ids that the peer says the signature covers, if it sent them
    public Admission judge(JournalView held, SignedEntry candidate, @Nullable Binding claimed) {
        return switch (PayloadCodec.decode(candidate.payload())) {
            case Decoded.Refusal<Payload>(Code code, String detail) -> new Admission.Refused(code, detail);
            case Decoded.Value<Payload>(Payload payload) -> judge(held, candidate, payload, claimed);
        };
    }

    private Admission judge(JournalView held, SignedEntry candidate, Payload payload, @Nullable Binding claimed) {
        if (claimed != null && !claimed.fits(payload)) {
            return new Admission.Refused(
                    Code.MALFORMED, "explicit ids do not match what " + payload.reference() + " saw");
        }
        Optional<FeedHead> head = held.head(payload.feed());
        long sequence = head.map(FeedHead::sequence).orElse(0L);
        var at = new Candidate(held, candidate, payload, claimed);
        if (payload.sequence() <= sequence) {
            return rival(at);
        }
        if (head.filter(FeedHead::closed).isPresent()) {
            return new Admission.Refused(Code.FEED_CLOSED, "feed " + payload.feed() + " is closed at " + sequence);
        }
        Optional<Reference> missing = firstMissing(at, sequence);
        if (missing.isPresent()) {
            return claimed == null ? new Admission.Waiting(payload, missing.get()) : ahead(at, claimed, missing.get());
        }
        return next(at, head);
    }

    private record Candidate(
            JournalView held,
            SignedEntry signed,
            Payload payload,
            @Nullable Binding claimed) {}

    private static Optional<Reference> firstMissing(Candidate at, long sequence) {
        Payload payload = at.payload();
        if (payload.sequence() > sequence + 1) {
            return Optional.of(new Reference(payload.feed(), sequence + 1));
        }
        for (SeenMark mark : payload.seen()) {
            long have = at.held().head(mark.feed()).map(FeedHead::sequence).orElse(0L);
            if (have < mark.sequence()) {
                return Optional.of(new Reference(mark.feed(), have + 1));
            }
        }
        return Optional.empty();
    }

    private Admission next(Candidate at, Optional<FeedHead> head) {
        SeenVector before = head.map(FeedHead::seen).orElse(SeenVector.EMPTY);
        Payload payload = at.payload();
        for (SeenMark mark : payload.seen()) {
            long known = before.of(mark.feed());
            if (mark.sequence() < known
                    || (mark.sequence() == known && mark.ahead().isEmpty())) {
                return new Admission.Refused(
                        Code.SEEN_WENT_BACK,
                        payload.reference() + " says it saw " + mark.feed() + " up to " + mark.sequence()
                                + ", its feed had seen " + known);
            }
        }
        Optional<Reference> open = Causality.unseen(at.held(), payload, before);
        if (open.isPresent()) {
            return new Admission.Refused(
                    Code.SEEN_NOT_CLOSED,
                    payload.reference() + " saw an entry that had seen " + open.get() + ", which it had not");
        }
        Predicate<Reference> past = place -> Causality.past(payload, before, place);
        Optional<byte[]> key = roster.signingKey(payload.reference(), past);
        return key.isEmpty()
                ? unknown(payload.reference(), past)
                : signed(at, key.get(), Bindings.of(at.held(), payload).orElseThrow());
    }

    private Admission signed(Candidate at, byte[] key, Binding ours) {
        Payload payload = at.payload();
        byte[] toBeSigned = ours.toBeSigned(line, at.signed().payload());
        if (verifier.verify(key, toBeSigned, at.signed().signature())) {
            return new Admission.Admitted(
                    new Entry(at.signed(), payload, Digest.over(toBeSigned), Causality.height(at.held(), payload)));
        }
        Binding claimed = at.claimed();
        if (claimed == null) {
            return new Admission.NeedsExpansion(payload);
        }
        if (claimed.equals(ours) || !holds(at.signed(), claimed, key)) {
            return new Admission.Refused(
                    Code.BAD_SIGNATURE, "the signature of " + payload.reference() + " does not hold");
        }
        return otherChain(at, claimed, ours);
    }

    /// The signature holds on other ids than ours: whose word differs shows in the first id that does.
    private Admission otherChain(Candidate at, Binding claimed, Binding ours) {
        Payload payload = at.payload();
        if (!Objects.equals(claimed.previous(), ours.previous())) {
            var previous = new Reference(payload.feed(), payload.sequence() - 1);
            Entry own = at.held().entry(previous).orElseThrow();
            var evidence = new EquivocationProof.Evidence(
                    own.signed(), Bindings.of(at.held(), own.payload()).orElseThrow());
            return new Admission.Forked(
                    payload,
                    new EquivocationProof(line, evidence, new EquivocationProof.Evidence(at.signed(), claimed)));
        }
        Reference differs = ours.differing(claimed, payload).orElseThrow();
        return new Admission.Refused(
                Code.SEEN_DISAGREES, payload.reference() + " saw another entry at " + differs + " than is held here");
    }

    private Admission unknown(Reference place, Predicate<Reference> past) {
        return roster.knows(place.feed().station(), past)
                ? new Admission.Refused(Code.KEY_ENDED, "the key of feed " + place.feed() + " ended before " + place)
                : new Admission.Refused(
                        Code.UNKNOWN_STATION,
                        place + " has seen no agreement or amendment that names station "
                                + place.feed().station());
    }

    /// Something of its past is missing here, and with it perhaps the amendment that gives it its key: so where no key
    /// known here fits, that decides nothing yet.
    private Admission ahead(Candidate at, Binding claimed, Reference missing) {
        Payload payload = at.payload();
        boolean genuine = roster.stands(payload.reference())
                && keyOf(at.signed(), claimed, payload).isPresent();
        return genuine
                ? new Admission.Ahead(
                        at.signed(),
                        payload,
                        claimed,
                        Digest.over(claimed.toBeSigned(line, at.signed().payload())))
                : new Admission.Waiting(payload, missing);
    }

    /// The place is taken: the same entry again, another valid signature on it, or a fork. A rival counts only under
    /// the key of the entry that is held, so that both together convict the holder of one key.
    private Admission rival(Candidate at) {
        Payload payload = at.payload();
        Entry held = at.held().entry(payload.reference()).orElseThrow();
        boolean same = Arrays.equals(held.signed().payload(), at.signed().payload());
        if (same && Arrays.equals(held.signed().signature(), at.signed().signature())) {
            return new Admission.Held(held, false);
        }
        Optional<Binding> ours = Bindings.of(at.held(), payload);
        Binding binding = at.claimed() != null ? at.claimed() : ours.orElse(null);
        Binding bound = Bindings.of(at.held(), held.payload()).orElseThrow();
        if (binding == null
                || keyOf(held.signed(), bound, payload)
                        .filter(key -> holds(at.signed(), binding, key))
                        .isEmpty()) {
            return at.claimed() == null
                    ? new Admission.NeedsExpansion(payload)
                    : new Admission.Refused(
                            Code.BAD_SIGNATURE, "the signature of " + payload.reference() + " does not hold");
        }
        if (same && binding.equals(ours.orElse(null))) {
            boolean smaller = Arrays.compareUnsigned(
                            at.signed().signature(), held.signed().signature())
                    < 0;
            return new Admission.Held(held, smaller);
        }
        return new Admission.Forked(
                payload,
                new EquivocationProof(
                        line,
                        new EquivocationProof.Evidence(held.signed(), bound),
                        new EquivocationProof.Evidence(at.signed(), binding)));
    }

    /// The key of this station under which an entry is signed, if it is under any that is known here.
    private Optional<byte[]> keyOf(SignedEntry signed, Binding binding, Payload payload) {
        return roster.signingKeys(payload.feed().station()).stream()
                .filter(key -> holds(signed, binding, key))
                .findFirst();
    }

    private boolean holds(SignedEntry signed, Binding binding, byte[] key) {
        return verifier.verify(key, binding.toBeSigned(line, signed.payload()), signed.signature());
    }
}
