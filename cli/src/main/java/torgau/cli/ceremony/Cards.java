package torgau.cli.ceremony;

import java.nio.file.Path;
import java.time.Instant;
import torgau.journal.Code;
import torgau.journal.agreement.Card;
import torgau.journal.crypto.Ed25519Verifier;
import torgau.journal.crypto.HybridVerifier;
import torgau.link.seal.KemPublicKey;
import torgau.station.home.Outcome;
import torgau.station.home.PrivateFiles;
import torgau.station.text.Dtg;

/// Cards as files: nothing of one is used before its signatures, its keys and its time are found good.
public final class Cards {
    private Cards() {}

    /// The card in a file, if it is genuine and valid at `now`.
    public static Card valid(Path file, Instant now) {
        return valid(bytes(file), file.toString(), now);
    }

    /// The card in these bytes, if it is genuine and valid at `now`; `where` names them in a refusal.
    static Card valid(byte[] bytes, String where, Instant now) {
        Card card = genuine(bytes, where);
        if (now.toEpochMilli() < card.issued() || now.toEpochMilli() > card.expires()) {
            throw new Refused(
                    Code.CARD_EXPIRED,
                    where + ": the card of " + card.stationCode() + " is valid from "
                            + Dtg.iso(Instant.ofEpochMilli(card.issued())) + " to "
                            + Dtg.iso(Instant.ofEpochMilli(card.expires())) + ", and now it is " + Dtg.iso(now));
        }
        return card;
    }

    /// The card in a file, if it is genuine, whatever its time.
    public static Card genuine(Path file) {
        return genuine(bytes(file), file.toString());
    }

    static byte[] bytes(Path file) {
        return PrivateFiles.read(file, Card.MAX_BYTES);
    }

    private static Card genuine(byte[] bytes, String where) {
        Card card = Outcome.of(Card.genuine(bytes, new HybridVerifier(), new Ed25519Verifier()), where);
        if (KemPublicKey.of(card.kemKey()).isEmpty()) {
            throw new Refused(
                    Code.KEM_KEY_UNSOUND, where + ": the KEM key of " + card.stationCode() + " is no X-Wing key");
        }
        return card;
    }
}
