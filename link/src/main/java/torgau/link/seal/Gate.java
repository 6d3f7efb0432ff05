package torgau.link.seal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import torgau.journal.Code;
import torgau.journal.Digest;
import torgau.journal.crypto.Verifier;

/// Where openings come in. Before anyone is authenticated, nothing is expensive: first the guard, then what can
/// be compared, then the budget, then one signature, and only then the KEM.
final class Gate {
    /// Openings that are verified per second, in all.
    static final int PER_SECOND = 20;

    /// Openings that are verified at once, in all.
    static final int BURST = 40;

    /// Openings that are verified per second for one address.
    static final int PER_SECOND_AND_ADDRESS = 2;

    /// Openings that are verified at once for one address.
    static final int BURST_PER_ADDRESS = 5;

    /// Addresses whose budget is remembered.
    static final int MAX_ADDRESSES = 256;

    private final Us us;
    private final Verifier verifier;
    private final SortedMap<Integer, Sealer> sealers;
    private final Assembly assembly = new Assembly();
    private final Map<String, TokenBucket> addresses = new LinkedHashMap<>();
    private final TokenBucket budget = new TokenBucket(PER_SECOND, BURST, 0);
    private List<Lock> locks = List.of();

    private record Lock(OwnKey own, Guard guard) {}

    Gate(Us us, Verifier verifier, SortedMap<Integer, Sealer> sealers) {
        this.us = us;
        this.verifier = verifier;
        this.sealers = sealers;
    }

    void keys(List<OwnKey> own) {
        locks = own.stream()
                .map(key -> new Lock(key, Guard.of(us.self().line(), key.key().publicKey())))
                .toList();
    }

    Inbound take(String address, byte[] message, long now) {
        var piece = Piece.decode(message);
        if (piece.isEmpty()) {
            return new Inbound.Dropped(Code.SEAL_MALFORMED);
        }
        var fitting = locks.stream()
                .filter(lock -> lock.guard().hint() == piece.get().hint())
                .toList();
        if (fitting.isEmpty()) {
            return new Inbound.Dropped(Code.OPENING_KEY_UNKNOWN);
        }
        var lock = fitting.stream()
                .filter(each -> piece.get().guardedBy(each.guard()))
                .findFirst();
        return lock.map(own -> assemble(address, piece.get(), own.own(), now))
                .orElseGet(() -> new Inbound.Dropped(Code.OPENING_UNGUARDED));
    }

    private Inbound assemble(String address, Piece piece, OwnKey own, long now) {
        return switch (assembly.take(address, piece, now)) {
            case Assembly.Progress.Whole whole -> whole(address, whole.opening(), own, now);
            case Assembly.Progress.Held held -> new Inbound.PieceHeld(held.pieces(), held.of());
            case Assembly.Progress.Full _ -> new Inbound.Dropped(Code.OPENINGS_HALF_OPEN);
            case Assembly.Progress.Inconsistent _ -> new Inbound.Dropped(Code.SEAL_MALFORMED);
        };
    }

    private Inbound whole(String address, byte[] encoded, OwnKey own, long now) {
        var opening = Opening.decode(encoded);
        if (opening.isEmpty()) {
            return new Inbound.Dropped(Code.SEAL_MALFORMED);
        }
        var sealer = Optional.ofNullable(sealers.get(opening.get().sender().station()));
        if (sealer.isEmpty()) {
            return new Inbound.Dropped(Code.OPENING_STRANGER);
        }
        var digest = Digest.over(encoded);
        return plainFault(opening.get(), digest, sealer.get(), own)
                .or(() -> overBudget(address, now))
                .<Inbound>map(Inbound.Dropped::new)
                .orElseGet(() -> verify(opening.get(), digest, sealer.get(), own, now));
    }

    /// What can be refused by comparing.
    private Optional<Code> plainFault(Opening opening, Digest digest, Sealer sealer, OwnKey own) {
        if (opening.recipient() != us.self().station()) {
            return Optional.of(Code.OPENING_NOT_FOR_US);
        }
        if (!Objects.equals(opening.keyOffer(), own.keyOffer())) {
            return Optional.of(Code.OPENING_KEY_UNKNOWN);
        }
        if (sealer.holds(digest)) {
            return Optional.of(Code.OPENING_DUPLICATE);
        }
        return sealer.replayed(opening) ? Optional.of(Code.OPENING_REPLAYED) : Optional.empty();
    }

    private Optional<Code> overBudget(String address, long now) {
        var own = addresses.remove(address);
        if (own == null) {
            own = new TokenBucket(PER_SECOND_AND_ADDRESS, BURST_PER_ADDRESS, now);
        }
        addresses.put(address, own);
        if (addresses.size() > MAX_ADDRESSES) {
            addresses.remove(addresses.keySet().iterator().next());
        }
        return own.take(now) && budget.take(now) ? Optional.empty() : Optional.of(Code.OPENINGS_OVER_BUDGET);
    }

    private Inbound verify(Opening opening, Digest digest, Sealer sealer, OwnKey own, long now) {
        byte[] info = opening.info(us.self().line());
        byte[] signed = Opening.toBeSigned(info, opening.enc(), opening.number());
        if (sealer.peer().signingKeys().stream().noneMatch(key -> verifier.verify(key, signed, opening.signature()))) {
            return new Inbound.Dropped(Code.OPENING_SIGNATURE);
        }
        return own.key()
                .exported(opening.enc(), info)
                .map(secret -> sealer.accept(opening, digest, secret, now))
                .<Inbound>map(session ->
                        new Inbound.OpeningAccepted(sealer.station(), opening.sender(), opening.number(), session.id()))
                .orElseGet(() -> new Inbound.Dropped(Code.OPENING_UNUSABLE));
    }
}
