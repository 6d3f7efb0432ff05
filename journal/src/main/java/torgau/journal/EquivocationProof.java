package torgau.journal;

import java.util.Objects;
import torgau.journal.cbor.CborReader;
import torgau.journal.cbor.CborWriter;
import torgau.journal.crypto.Verifier;

/// Two genuine entries of one feed that cannot both belong to one chain: the author has signed both, so the proof
/// needs nobody's word. Whoever has the agreement can check it.
///
/// @param first one entry
/// @param second another for the same place, or one for the next place that names another predecessor
public record EquivocationProof(Digest line, Evidence first, Evidence second) {
    private static final String TAG = "torgau-equivocation-1";

    /// An entry with the ids that its signature covers.
    public record Evidence(SignedEntry signed, Binding binding) {}

    /// Whether the proof convicts the holder of `signingKey`, and nobody else.
    public boolean holds(byte[] signingKey, Verifier verifier) {
        if (!(PayloadCodec.decode(first.signed().payload()) instanceof Decoded.Value<Payload>(Payload one))
                || !(PayloadCodec.decode(second.signed().payload()) instanceof Decoded.Value<Payload>(Payload two))) {
            return false;
        }
        return one.feed().equals(two.feed())
                && contradicts(one, two)
                && genuine(first, signingKey, verifier)
                && genuine(second, signingKey, verifier);
    }

    private boolean contradicts(Payload one, Payload two) {
        if (one.sequence() == two.sequence()) {
            return !id(first).equals(id(second));
        }
        return two.sequence() == one.sequence() + 1
                && !Objects.equals(second.binding().previous(), id(first));
    }

    private boolean genuine(Evidence evidence, byte[] key, Verifier verifier) {
        byte[] toBeSigned =
                evidence.binding().toBeSigned(line, evidence.signed().payload());
        return verifier.verify(key, toBeSigned, evidence.signed().signature());
    }

    private Digest id(Evidence evidence) {
        return Digest.over(evidence.binding().toBeSigned(line, evidence.signed().payload()));
    }

    /// `["torgau-equivocation-1", line id, evidence, evidence]`, evidence = `[payload, signature, previous, [ids]]`.
    public byte[] encode() {
        var out = new CborWriter().array(4).text(TAG).bytes(line.bytes());
        write(out, first);
        write(out, second);
        return out.toByteArray();
    }

    public static Decoded<EquivocationProof> decode(byte[] bytes) {
        return Decoded.reading("equivocation proof", () -> {
            var in = new CborReader(bytes);
            in.array(4);
            Fields.shape(in.text(TAG.length()).equals(TAG), "not an equivocation proof");
            var proof = new EquivocationProof(Fields.digest(in), read(in), read(in));
            in.end();
            return proof;
        });
    }

    private static void write(CborWriter out, Evidence evidence) {
        out.array(3).bytes(evidence.signed().payload()).bytes(evidence.signed().signature());
        BindingCodec.write(out, evidence.binding());
    }

    private static Evidence read(CborReader in) {
        in.array(3);
        var signed = new SignedEntry(in.bytes(Limits.PAYLOAD_BYTES), in.bytesExactly(SignedEntry.SIGNATURE_BYTES));
        return new Evidence(signed, BindingCodec.read(in));
    }
}
