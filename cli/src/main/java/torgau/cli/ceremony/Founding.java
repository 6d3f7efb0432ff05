package torgau.cli.ceremony;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import torgau.journal.Code;
import torgau.journal.agreement.Agreement;
import torgau.journal.agreement.Card;
import torgau.journal.agreement.Party;
import torgau.journal.agreement.SignedAgreement;
import torgau.journal.crypto.Ed25519Verifier;
import torgau.journal.crypto.HybridVerifier;
import torgau.journal.crypto.Signer;
import torgau.link.seal.KemPublicKey;
import torgau.station.home.Home;
import torgau.station.home.Outcome;
import torgau.station.home.PrivateFiles;

/// Signing a draft, and adopting it once everybody has signed. A signature travels as a signed agreement with that one
/// signature, so that a mismatch can be named by its field.
public final class Founding {
    private static final int MAX_BYTES = 4 << 20;

    private Founding() {}

    /// One party's signature on a draft whose cards are valid at `now`, for the party of this home.
    public static SignedAgreement sign(Home home, Path file, Signer root, Instant now) {
        AgreementDraft draft = AgreementDraft.read(file);
        Party own = own(draft.checked(file.toString(), now).agreement(), Cards.genuine(home.card()), file);
        if (!Arrays.equals(root.publicKey(), own.rootKey())) {
            throw new Refused(
                    Code.UNKNOWN_KEY,
                    "the root key given is not the one that stands for " + own.code() + " in " + file);
        }
        var signatures = new TreeMap<Integer, byte[]>();
        signatures.put(own.number(), SignedAgreement.sign(draft.text(), root));
        return new SignedAgreement(draft.text(), signatures);
    }

    /// Adopts the agreement of a draft that every party has signed, as this home's own, once for all.
    public static SignedAgreement adopt(Home home, Path file, List<Path> signatureFiles) {
        if (home.adopted()) {
            throw new Refused(
                    Code.AGREEMENT_ADOPTED_ALREADY,
                    home.agreement() + " holds the line "
                            + home.signedAgreement().line().hex());
        }
        AgreementDraft draft = AgreementDraft.read(file);
        Agreement agreement = draft.agreement(file.toString());
        own(agreement, Cards.genuine(home.card()), file);
        sound(agreement, file);
        var signatures = new TreeMap<Integer, byte[]>();
        signatureFiles.forEach(each -> signatures.putAll(signatures(each, file, draft, agreement)));
        var signed = new SignedAgreement(draft.text(), signatures);
        Outcome.of(signed.verified(new HybridVerifier()), file.toString());
        PrivateFiles.create(home.agreement(), signed.encode());
        return signed;
    }

    /// Keys that nothing could be sealed to, or that no signature could be trusted under, found no line.
    private static void sound(Agreement agreement, Path file) {
        for (var station : agreement.stations()) {
            if (!Ed25519Verifier.isPrimeOrder(station.signingKey())) {
                throw new Refused(Code.WEAK_KEY, file + ": the signing key of " + station.code());
            }
            if (KemPublicKey.of(station.kemKey()).isEmpty()) {
                throw new Refused(
                        Code.KEM_KEY_UNSOUND, file + ": the KEM key of " + station.code() + " is no X-Wing key");
            }
        }
    }

    /// The signatures in a file, each found to be a party's on this draft's text and no other.
    private static Map<Integer, byte[]> signatures(Path each, Path file, AgreementDraft draft, Agreement agreement) {
        SignedAgreement signed =
                Outcome.of(SignedAgreement.decode(PrivateFiles.read(each, MAX_BYTES)), each.toString());
        if (!Arrays.equals(signed.text(), draft.text())) {
            Agreement other = AgreementDraft.agreement(signed.text(), each.toString());
            throw new Refused(
                    Code.AGREEMENT_MISMATCH,
                    each + " signs another text than " + file + ": "
                            + Differences.first(agreement, other).orElse("the bytes") + " differs");
        }
        var unknown = new TreeSet<>(signed.signatures().keySet());
        unknown.removeIf(number -> number >= 1 && number <= agreement.parties().size());
        if (!unknown.isEmpty()) {
            throw new Refused(Code.UNKNOWN_KEY, each + ": party " + unknown.first() + " is not in the agreement");
        }
        signed.signatures().forEach((number, signature) -> {
            Party party = agreement.party(number);
            if (!SignedAgreement.signedBy(draft.text(), party.rootKey(), signature, new HybridVerifier())) {
                throw new Refused(Code.BAD_SIGNATURE, each + ": the signature for " + party.code() + " does not hold");
            }
        });
        return signed.signatures();
    }

    /// This home's party in the agreement, once it and the home's station stand there as on the home's own card.
    private static Party own(Agreement agreement, Card card, Path file) {
        Party party = agreement
                .party(card.partyCode())
                .orElseThrow(() ->
                        new Refused(Code.NOT_IN_AGREEMENT, file + " does not name the party " + card.partyCode()));
        var station = card.station(party.number());
        var there = agreement.stations().stream()
                .filter(each -> each.code().equals(station.code()) || each.number() == station.number())
                .toList();
        if (there.isEmpty()) {
            throw new Refused(Code.NOT_IN_AGREEMENT, file + " does not name the station " + station.code());
        }
        boolean first = agreement.stations().stream()
                .filter(each -> each.party() == party.number())
                .allMatch(each -> each.number() >= station.number());
        Party onCard = card.party(party.number());
        Party expected = first ? onCard : withNonce(onCard, party.nonce());
        Differences.first(List.of(party), there, List.of(expected), List.of(station))
                .ifPresent(field -> {
                    throw new Refused(Code.AGREEMENT_MISMATCH, file + ": " + field + " is not as on this home's card");
                });
        return party;
    }

    /// A party with several stations is named by the nonce on the card of its first.
    private static Party withNonce(Party party, byte[] nonce) {
        return new Party(
                party.number(), party.code(), party.name(), party.kind(), party.language(), nonce, party.rootKey());
    }
}
