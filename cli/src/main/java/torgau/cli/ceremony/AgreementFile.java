package torgau.cli.ceremony;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import torgau.journal.Code;
import torgau.journal.Decoded;
import torgau.journal.Digest;
import torgau.journal.agreement.Agreement;
import torgau.journal.agreement.Fingerprint;
import torgau.journal.agreement.Party;
import torgau.journal.agreement.SignedAgreement;
import torgau.journal.crypto.HybridVerifier;
import torgau.station.home.HomeFault;
import torgau.station.home.PrivateFiles;

/// What a file of the ceremony says, draft or signed, and how far it can be relied on.
///
/// @param signatures of each party by its code: whether it holds; none for a draft
/// @param draft whether it came with its cards
/// @param cards fingerprint of each station's card by its code, as a draft carries them; none for a signed
/// agreement, and none where a card is at fault
/// @param cardFault what is wrong with a draft's cards, if anything
public record AgreementFile(
        Agreement agreement,
        Digest line,
        SequencedMap<String, Standing> signatures,
        boolean draft,
        SequencedMap<String, Fingerprint> cards,
        Optional<String> cardFault) {

    /// How a party's signature stands.
    public enum Standing {
        SIGNED,
        MISSING,
        WRONG
    }

    /// Reads a file of either kind; a draft's cards are checked as of `now`.
    public static AgreementFile read(Path file, Instant now) {
        byte[] bytes = PrivateFiles.read(file, AgreementDraft.MAX_BYTES);
        if (AgreementDraft.decode(bytes) instanceof Decoded.Value<AgreementDraft>(AgreementDraft draft)) {
            Agreement agreement = draft.agreement(file.toString());
            var cards = new LinkedHashMap<String, Fingerprint>();
            var fault = cardFault(draft, file.toString(), now, cards);
            return new AgreementFile(agreement, draft.line(), new LinkedHashMap<>(), true, cards, fault);
        }
        if (SignedAgreement.decode(bytes) instanceof Decoded.Value<SignedAgreement>(SignedAgreement signed)) {
            var agreement = AgreementDraft.agreement(signed.text(), file.toString());
            var standings = standings(agreement, signed);
            return new AgreementFile(
                    agreement, signed.line(), standings, false, new LinkedHashMap<>(), Optional.empty());
        }
        throw new Refused(Code.MALFORMED, file + " is neither a draft nor a signed agreement");
    }

    /// What is wrong with the cards; where nothing is, their fingerprints are put into `cards`.
    private static Optional<String> cardFault(
            AgreementDraft draft, String where, Instant now, SequencedMap<String, Fingerprint> cards) {
        try {
            draft.checked(where, now).cards().forEach(card -> cards.put(card.stationCode(), card.fingerprint()));
            return Optional.empty();
        } catch (Refused fault) {
            return Optional.of(fault.code().code() + ": " + fault.getMessage());
        } catch (HomeFault fault) {
            return Optional.of(fault.code().code() + ": " + fault.getMessage());
        }
    }

    private static SequencedMap<String, Standing> standings(Agreement agreement, SignedAgreement signed) {
        var standings = new LinkedHashMap<String, Standing>();
        for (Party party : agreement.parties()) {
            byte[] signature = signed.signatures().get(party.number());
            standings.put(party.code(), signature == null ? Standing.MISSING : standing(signed, party, signature));
        }
        return standings;
    }

    private static Standing standing(SignedAgreement signed, Party party, byte[] signature) {
        boolean holds = SignedAgreement.signedBy(signed.text(), party.rootKey(), signature, new HybridVerifier());
        return holds ? Standing.SIGNED : Standing.WRONG;
    }
}
