package torgau.sim.check;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import torgau.journal.Digest;
import torgau.journal.cbor.CborFault;
import torgau.journal.cbor.CborValue;
import torgau.journal.cbor.CborValue.TextValue;
import torgau.journal.cbor.CborWriter;

/// The bytes that an entry's signature covers, put together again from docs/spec/02-entries.md.
final class SignedBytes {
    private static final byte[] ED25519 = {(byte) 0xa1, 0x01, 0x27};

    private SignedBytes() {}

    /// `["Signature1", {1: -8}, external_aad, payload]` with
    /// `external_aad = ["torgau-entry-1", line, previous, SHA-256([seen ids])]`.
    static byte[] of(Digest line, @Nullable Digest previous, List<Digest> seen, byte[] payload) {
        var ids = new CborWriter().array(seen.size());
        seen.forEach(id -> ids.bytes(id.bytes()));
        var aad = new CborWriter().array(4).text("torgau-entry-1").bytes(line.bytes());
        if (previous == null) {
            aad.nil();
        } else {
            aad.bytes(previous.bytes());
        }
        aad.bytes(Digest.over(ids.toByteArray()).bytes());
        return new CborWriter()
                .array(4)
                .text("Signature1")
                .bytes(ED25519)
                .bytes(aad.toByteArray())
                .bytes(payload)
                .toByteArray();
    }

    /// The payload in a message that is being signed, if it is an entry that is signed.
    static Optional<byte[]> payload(byte[] message) {
        try {
            List<CborValue> items = Said.items(CborValue.decode(message));
            return items.size() == 4 && items.getFirst().equals(new TextValue("Signature1"))
                    ? Optional.of(Said.bytes(items.get(3)))
                    : Optional.empty();
        } catch (CborFault otherThanAnEntry) {
            return Optional.empty();
        }
    }
}
