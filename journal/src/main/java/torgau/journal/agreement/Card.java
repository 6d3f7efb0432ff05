package torgau.journal.agreement;

import torgau.journal.Act;
import torgau.journal.Checks;
import torgau.journal.Code;
import torgau.journal.Decoded;
import torgau.journal.Digest;
import torgau.journal.Fields;
import torgau.journal.Limits;
import torgau.journal.SignedEntry;
import torgau.journal.cbor.CborReader;
import torgau.journal.cbor.CborWriter;
import torgau.journal.crypto.Ed25519Verifier;
import torgau.journal.crypto.HybridVerifier;
import torgau.journal.crypto.Signer;
import torgau.journal.crypto.Verifier;

/// What a party hands to the others before an agreement: its public keys, each proved by a signature. No secret.
///
/// @param stationNumber the party's own numbering, 0 to 255
/// @param issued and expires: milliseconds UTC
public record Card(
        String partyCode,
        String partyName,
        PartyKind kind,
        String language,
        byte[] nonce,
        byte[] rootKey,
        int stationNumber,
        String stationCode,
        byte[] signingKey,
        byte[] kemKey,
        long issued,
        long expires) {
    private static final String TAG = "torgau-card-1";
    private static final String FILE_TAG = "torgau-signed-card-1";
    /// Bytes of a signed card.
    public static final int MAX_BYTES = 16_384;

    public Card {
        Checks.within("issued", issued, 0, Limits.TIME_MILLIS);
        Checks.within("expires", expires, issued, Limits.TIME_MILLIS);
        Checks.within("station's own number", stationNumber, 0, 255);
        var _ = new Party(1, partyCode, partyName, kind, language, nonce, rootKey);
        var _ = new Station(256 + stationNumber, stationCode, signingKey, kemKey);
    }

    /// The party as the agreement will number it.
    public Party party(int number) {
        return new Party(number, partyCode, partyName, kind, language, nonce, rootKey);
    }

    /// The station as the agreement will number it.
    public Station station(int party) {
        return new Station(party * 256 + stationNumber, stationCode, signingKey, kemKey);
    }

    /// What is compared over a telephone.
    public Fingerprint fingerprint() {
        return Fingerprint.of(Digest.over(body()));
    }

    /// The card signed by the party's root and by the station itself.
    public byte[] sign(Signer root, Signer station) {
        byte[] body = body();
        return new CborWriter()
                .array(4)
                .text(FILE_TAG)
                .bytes(body)
                .bytes(root.sign(body))
                .bytes(station.sign(body))
                .toByteArray();
    }

    /// Reads a signed card: its signatures hold, its keys are sound, and `now` lies within its time.
    public static Decoded<Card> verified(byte[] bytes, long now, Verifier roots, Verifier stations) {
        return switch (genuine(bytes, roots, stations)) {
            case Decoded.Value<Card>(Card card)
            when now < card.issued() || now > card.expires() ->
                new Decoded.Refusal<>(Code.CARD_EXPIRED, "the card of " + card.partyCode() + " is not valid now");
            case Decoded<Card> other -> other;
        };
    }

    /// Reads a signed card whatever its time: its signatures hold and its keys are sound.
    public static Decoded<Card> genuine(byte[] bytes, Verifier roots, Verifier stations) {
        return switch (Decoded.reading("card", () -> signed(bytes))) {
            case Decoded.Refusal<Signed>(Code code, String detail) -> new Decoded.Refusal<>(code, detail);
            case Decoded.Value<Signed>(Signed signed) -> genuine(signed, roots, stations);
        };
    }

    private static Decoded<Card> genuine(Signed signed, Verifier roots, Verifier stations) {
        Card card = signed.card();
        if (!Ed25519Verifier.isPrimeOrder(card.signingKey())) {
            return new Decoded.Refusal<>(Code.WEAK_KEY, "signing key of " + card.stationCode());
        }
        if (!roots.verify(card.rootKey(), signed.body(), signed.rootSignature())) {
            return new Decoded.Refusal<>(Code.BAD_SIGNATURE, "root signature on the card of " + card.partyCode());
        }
        if (!stations.verify(card.signingKey(), signed.body(), signed.stationSignature())) {
            return new Decoded.Refusal<>(Code.BAD_SIGNATURE, "station signature on the card of " + card.stationCode());
        }
        return new Decoded.Value<>(card);
    }

    private record Signed(Card card, byte[] body, byte[] rootSignature, byte[] stationSignature) {}

    private static Signed signed(byte[] bytes) {
        Checks.within("card in bytes", bytes.length, 1, MAX_BYTES);
        var in = new CborReader(bytes);
        in.array(4);
        Fields.shape(in.text(FILE_TAG.length()).equals(FILE_TAG), "not a card");
        byte[] body = in.bytes(MAX_BYTES);
        var signed = new Signed(
                read(new CborReader(body)),
                body,
                in.bytesExactly(HybridVerifier.SIGNATURE_LENGTH),
                in.bytesExactly(SignedEntry.SIGNATURE_BYTES));
        in.end();
        return signed;
    }

    private byte[] body() {
        return new CborWriter()
                .array(13)
                .text(TAG)
                .text(partyCode)
                .text(partyName)
                .integer(kind.number())
                .text(language)
                .bytes(nonce)
                .bytes(rootKey)
                .integer(stationNumber)
                .text(stationCode)
                .bytes(signingKey)
                .bytes(kemKey)
                .integer(issued)
                .integer(expires)
                .toByteArray();
    }

    private static Card read(CborReader in) {
        in.array(13);
        Fields.shape(in.text(TAG.length()).equals(TAG), "not a card of edition 1");
        var card = new Card(
                in.text(Limits.NAME_BYTES),
                in.text(Limits.NAME_BYTES),
                PartyKind.of(in.unsigned(PartyKind.values().length - 1)),
                in.text(Limits.LANGUAGE_BYTES),
                in.bytesExactly(Party.NONCE_BYTES),
                in.bytesExactly(HybridVerifier.PUBLIC_KEY_LENGTH),
                (int) in.unsigned(255),
                in.text(Limits.NAME_BYTES),
                in.bytesExactly(Station.SIGNING_KEY_BYTES),
                in.bytesExactly(Act.KeyOffer.KEM_KEY_BYTES),
                in.unsigned(Limits.TIME_MILLIS),
                in.unsigned(Limits.TIME_MILLIS));
        in.end();
        return card;
    }
}
