package torgau.journal.agreement;

import java.util.List;
import torgau.journal.Act;
import torgau.journal.Decoded;
import torgau.journal.Digest;
import torgau.journal.Fields;
import torgau.journal.Limits;
import torgau.journal.Reference;
import torgau.journal.cbor.CborReader;
import torgau.journal.cbor.CborWriter;
import torgau.journal.crypto.HybridVerifier;
import torgau.journal.crypto.Signer;
import torgau.journal.crypto.Verifier;

/// An amendment as its party's root signed it. An entry only transports it.
///
/// @param previous id of this party's previous amendment; the line id for its first
public record Amended(Digest line, Digest previous, Change change, byte[] signature) {
    private static final String TAG = "torgau-amendment-1";

    /// The amendment that `root` signs.
    public static Amended sign(Digest line, Digest previous, Change change, Signer root) {
        return new Amended(line, previous, change, root.sign(body(line, previous, change)));
    }

    /// Identity of this amendment, which the party's next one names.
    public Digest id() {
        return Digest.over(body(line, previous, change));
    }

    public boolean signedBy(byte[] rootKey, Verifier roots) {
        return roots.verify(rootKey, body(line, previous, change), signature);
    }

    public byte[] encode() {
        return new CborWriter()
                .array(2)
                .bytes(body(line, previous, change))
                .bytes(signature)
                .toByteArray();
    }

    public static Decoded<Amended> decode(byte[] bytes) {
        return Decoded.reading("amendment", () -> {
            var outer = new CborReader(bytes);
            outer.array(2);
            var in = new CborReader(outer.bytes(Act.Amendment.MAX_BYTES));
            byte[] signature = outer.bytesExactly(HybridVerifier.SIGNATURE_LENGTH);
            outer.end();
            in.array(4);
            Fields.shape(in.text(TAG.length()).equals(TAG), "not an amendment of edition 1");
            var amended = new Amended(Fields.digest(in), Fields.digest(in), change(in), signature);
            in.end();
            return amended;
        });
    }

    private static byte[] body(Digest line, Digest previous, Change change) {
        var out = new CborWriter().array(4).text(TAG).bytes(line.bytes()).bytes(previous.bytes());
        switch (change) {
            case Change.AddStation add -> AgreementCodec.write(out.array(2).integer(0), add.station());
            case Change.Rekey rekey -> {
                AgreementCodec.write(out.array(3).integer(1), rekey.station());
                places(out, rekey.ends());
            }
            case Change.Retire retire -> places(out.array(3).integer(2).integer(retire.station()), retire.ends());
            case Change.Lead lead -> AgreementCodec.write(out.array(2).integer(3), lead.office());
        }
        return out.toByteArray();
    }

    private static Change change(CborReader in) {
        int items = in.array();
        int kind = (int) in.unsigned(3);
        Fields.shape(items == (kind == 1 || kind == 2 ? 3 : 2), "change " + kind + " with " + items + " items");
        return switch (kind) {
            case 0 -> new Change.AddStation(AgreementCodec.station(in));
            case 1 -> new Change.Rekey(AgreementCodec.station(in), places(in));
            case 2 -> new Change.Retire((int) in.unsigned(torgau.journal.Feed.MAX_STATION), places(in));
            default -> new Change.Lead(AgreementCodec.leadOffice(in));
        };
    }

    private static void places(CborWriter out, List<Reference> places) {
        out.array(places.size());
        places.forEach(place -> Fields.reference(out, place));
    }

    private static List<Reference> places(CborReader in) {
        return AgreementCodec.list(in, "ended feeds", Limits.SEEN_FEEDS, Fields::reference);
    }
}
