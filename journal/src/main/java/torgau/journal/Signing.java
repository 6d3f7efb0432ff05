package torgau.journal;

import torgau.journal.crypto.Signer;

/// Makes an entry of one's own: what is signed is bound to what is held.
public final class Signing {
    private Signing() {}

    /// The signed entry for `payload`, which must be the next of its feed and may name only what is held.
    public static Entry sign(JournalView held, Digest line, Signer signer, Payload payload) {
        byte[] bytes = PayloadCodec.encode(payload);
        Binding binding = Bindings.of(held, payload).orElseThrow();
        byte[] toBeSigned = binding.toBeSigned(line, bytes);
        var signed = new SignedEntry(bytes, signer.sign(toBeSigned));
        return new Entry(signed, payload, Digest.over(toBeSigned), Causality.height(held, payload));
    }
}
