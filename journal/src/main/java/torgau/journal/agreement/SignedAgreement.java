package torgau.journal.agreement;

import java.util.NavigableMap;
import java.util.TreeMap;
import torgau.journal.Checks;
import torgau.journal.Code;
import torgau.journal.Decoded;
import torgau.journal.Digest;
import torgau.journal.Fields;
import torgau.journal.Limits;
import torgau.journal.cbor.CborReader;
import torgau.journal.cbor.CborWriter;
import torgau.journal.crypto.HybridVerifier;
import torgau.journal.crypto.Signer;
import torgau.journal.crypto.Verifier;

/// An agreement with the signatures of the roots of its parties.
///
/// @param text the agreement's bytes
/// @param signatures by party number; Ed25519 and ML-DSA-65, one after the other
public record SignedAgreement(byte[] text, NavigableMap<Integer, byte[]> signatures) {
    private static final String FILE_TAG = "torgau-signed-agreement-1";
    private static final String SIGNATURE_TAG = "torgau-agreement-signature-1";

    public SignedAgreement {
        Checks.within("agreement in bytes", text.length, 1, Agreement.MAX_BYTES);
        signatures = new TreeMap<>(signatures);
        signatures
                .values()
                .forEach(signature -> Checks.length("root signature", signature, HybridVerifier.SIGNATURE_LENGTH));
    }

    /// The line's id: the hash of what was signed.
    public Digest line() {
        return Digest.over(text);
    }

    /// One party's signature over an agreement.
    public static byte[] sign(byte[] text, Signer root) {
        return root.sign(toBeSigned(text));
    }

    /// Whether a root has signed this text.
    public static boolean signedBy(byte[] text, byte[] rootKey, byte[] signature, Verifier roots) {
        return roots.verify(rootKey, toBeSigned(text), signature);
    }

    /// The agreement, if every party named in it has signed it.
    public Decoded<Agreement> verified(Verifier roots) {
        return switch (AgreementCodec.decode(text)) {
            case Decoded.Refusal<Agreement> refusal -> refusal;
            case Decoded.Value<Agreement>(Agreement agreement) -> verified(agreement, roots);
        };
    }

    private Decoded<Agreement> verified(Agreement agreement, Verifier roots) {
        for (Party party : agreement.parties()) {
            byte[] signature = signatures.get(party.number());
            if (signature == null) {
                return new Decoded.Refusal<>(Code.SIGNATURE_MISSING, "party " + party.code() + " has not signed");
            }
            if (!signedBy(text, party.rootKey(), signature, roots)) {
                return new Decoded.Refusal<>(
                        Code.BAD_SIGNATURE,
                        "the root signature of party " + party.code() + " does not hold on this text");
            }
        }
        if (signatures.size() > agreement.parties().size()) {
            return new Decoded.Refusal<>(
                    Code.UNKNOWN_KEY, "party " + signatures.lastKey() + " is not in the agreement");
        }
        return new Decoded.Value<>(agreement);
    }

    private static byte[] toBeSigned(byte[] text) {
        return new CborWriter()
                .array(2)
                .text(SIGNATURE_TAG)
                .bytes(Digest.over(text).bytes())
                .toByteArray();
    }

    /// `["torgau-signed-agreement-1", agreement, [[party, signature], …]]`.
    public byte[] encode() {
        var out = new CborWriter().array(3).text(FILE_TAG).bytes(text).array(signatures.size());
        signatures.forEach((party, signature) -> out.array(2).integer(party).bytes(signature));
        return out.toByteArray();
    }

    public static Decoded<SignedAgreement> decode(byte[] bytes) {
        return Decoded.reading("signed agreement", () -> {
            var in = new CborReader(bytes);
            in.array(3);
            Fields.shape(in.text(FILE_TAG.length()).equals(FILE_TAG), "not a signed agreement");
            byte[] text = in.bytes(Agreement.MAX_BYTES);
            var signatures = new TreeMap<Integer, byte[]>();
            for (int left = Fields.count(in, "signatures", Limits.PARTIES); left > 0; left--) {
                in.array(2);
                int party = (int) in.unsigned(Limits.PARTIES);
                Fields.shape(signatures.isEmpty() || party > signatures.lastKey(), "signatures out of order");
                signatures.put(party, in.bytesExactly(HybridVerifier.SIGNATURE_LENGTH));
            }
            in.end();
            return new SignedAgreement(text, signatures);
        });
    }
}
