package torgau.link.seal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import torgau.journal.Digest;
import torgau.journal.Feed;
import torgau.journal.Fields;
import torgau.journal.SignedEntry;
import torgau.journal.cbor.CborFault;
import torgau.journal.cbor.CborReader;
import torgau.journal.cbor.CborWriter;

/// The one message that makes a session: an encapsulation to the recipient, signed by the sender. It takes no
/// answer.
///
/// @param sender the sender's feed: an incarnation counts its openings for itself
/// @param recipient number of the recipient station
/// @param keyOffer id of the recipient's KeyOffer that `enc` is for; null for the key that stands in the
///     agreement
/// @param number greater than that of any opening this feed made before
record Opening(Feed sender, int recipient, @Nullable Digest keyOffer, long number, byte[] enc, byte[] signature) {
    /// The longest encoded opening that is taken.
    static final int MAX_BYTES = 1536;

    private static final String INFO_TAG = "torgau-open-1";
    private static final String SIGNATURE_TAG = "torgau-open-sig-1";

    /// The `info` of HPKE: `["torgau-open-1", line id, sender feed, recipient, KeyOffer id or null]`.
    static byte[] info(Digest line, Feed sender, int recipient, @Nullable Digest keyOffer) {
        var out = new CborWriter().array(5).text(INFO_TAG).bytes(line.bytes());
        Fields.feed(out, sender);
        return offer(out.integer(recipient), keyOffer).toByteArray();
    }

    /// What the sender signs: `["torgau-open-sig-1", info, enc, number]`.
    static byte[] toBeSigned(byte[] info, byte[] enc, long number) {
        var out = new CborWriter(enc.length + 256).array(4).text(SIGNATURE_TAG);
        return out.bytes(info).bytes(enc).integer(number).toByteArray();
    }

    byte[] info(Digest line) {
        return info(line, sender, recipient, keyOffer);
    }

    byte[] toBeSigned(Digest line) {
        return toBeSigned(info(line), enc, number);
    }

    /// `[sender feed, recipient, KeyOffer id or null, number, enc, signature]`.
    byte[] encode() {
        var out = new CborWriter(MAX_BYTES).array(6);
        Fields.feed(out, sender);
        offer(out.integer(recipient), keyOffer);
        return out.integer(number).bytes(enc).bytes(signature).toByteArray();
    }

    /// The opening that these bytes encode, if they are one. Nothing in it is verified.
    static Optional<Opening> decode(byte[] encoded) {
        try {
            var in = new CborReader(encoded);
            in.array(6);
            var opening = new Opening(
                    Fields.feed(in),
                    (int) in.unsigned(Feed.MAX_STATION),
                    offer(in),
                    in.unsigned(Numbers.MAX),
                    in.bytesExactly(Hpke.ENC_BYTES),
                    in.bytesExactly(SignedEntry.SIGNATURE_BYTES));
            in.end();
            return Optional.of(opening);
        } catch (CborFault | IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    static CborWriter offer(CborWriter out, @Nullable Digest keyOffer) {
        return keyOffer == null ? out.nil() : out.bytes(keyOffer.bytes());
    }

    static @Nullable Digest offer(CborReader in) {
        if (in.nextIsNull()) {
            in.nil();
            return null;
        }
        return Fields.digest(in);
    }
}
