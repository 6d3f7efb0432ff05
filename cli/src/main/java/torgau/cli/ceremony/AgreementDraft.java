package torgau.cli.ceremony;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import torgau.journal.Checks;
import torgau.journal.Code;
import torgau.journal.Decoded;
import torgau.journal.Digest;
import torgau.journal.Fields;
import torgau.journal.agreement.Agreement;
import torgau.journal.agreement.AgreementCodec;
import torgau.journal.agreement.Card;
import torgau.journal.cbor.CborReader;
import torgau.journal.cbor.CborWriter;
import torgau.station.home.Outcome;
import torgau.station.home.PrivateFiles;

/// An agreement that nobody has signed yet, with the cards from which it was made: whoever is handed it can check that
/// every party and every station in it is the one on a card, and compare the cards' fingerprints by telephone.
///
/// @param text the agreement's bytes
/// @param cards signed, in the order of their stations
public record AgreementDraft(byte[] text, List<byte[]> cards) {
    /// Bytes of a draft at most.
    public static final int MAX_BYTES = 6 << 20;

    private static final String TAG = "torgau-agreement-draft-1";

    public AgreementDraft {
        Checks.within("agreement in bytes", text.length, 1, Agreement.MAX_BYTES);
        Checks.within("cards", cards.size(), 2, Agreement.MAX_STATIONS);
        cards = List.copyOf(cards);
    }

    /// The draft of an agreement and the cards of its stations, in the same order.
    static AgreementDraft of(Agreement agreement, List<byte[]> cards) {
        return new AgreementDraft(AgreementCodec.encode(agreement), cards);
    }

    /// The draft in a file.
    public static AgreementDraft read(Path file) {
        return Outcome.of(decode(PrivateFiles.read(file, MAX_BYTES)), file.toString());
    }

    /// The id that the line will have.
    public Digest line() {
        return Digest.over(text);
    }

    /// An agreement and the cards that it was found to agree with.
    ///
    /// @param cards one for each station
    public record Checked(Agreement agreement, List<Card> cards) {}

    /// The agreement, if every party and station in it is the one on a card that is genuine and valid at `now`; `where`
    /// names the draft in a refusal.
    public Checked checked(String where, Instant now) {
        Agreement agreement = agreement(where);
        var valid = new ArrayList<Card>();
        for (byte[] card : cards) {
            valid.add(Cards.valid(card, where + ", card " + (valid.size() + 1), now));
        }
        var made = Assembly.of(
                valid, agreement.parties().stream().map(party -> party.code()).toList());
        Differences.first(agreement.parties(), agreement.stations(), made.parties(), made.stations())
                .ifPresent(field -> {
                    throw new Refused(Code.AGREEMENT_MISMATCH, where + ": " + field + " is not as on its card");
                });
        return new Checked(agreement, valid);
    }

    /// The agreement as it stands, unchecked against the cards.
    public Agreement agreement(String where) {
        return agreement(text, where);
    }

    static Agreement agreement(byte[] text, String where) {
        return Outcome.of(AgreementCodec.decode(text), where);
    }

    /// `["torgau-agreement-draft-1", agreement, [signed card, …]]`.
    public byte[] encode() {
        var out = new CborWriter().array(3).text(TAG).bytes(text).array(cards.size());
        cards.forEach(out::bytes);
        return out.toByteArray();
    }

    static Decoded<AgreementDraft> decode(byte[] bytes) {
        return Decoded.reading("agreement draft", () -> {
            var in = new CborReader(bytes);
            in.array(3);
            Fields.shape(in.text(TAG.length()).equals(TAG), "not a draft of edition 1");
            byte[] text = in.bytes(Agreement.MAX_BYTES);
            var cards = new ArrayList<byte[]>();
            for (int left = Fields.count(in, "cards", Agreement.MAX_STATIONS); left > 0; left--) {
                cards.add(in.bytes(Card.MAX_BYTES));
            }
            in.end();
            return new AgreementDraft(text, cards);
        });
    }
}
