package torgau.catalogue.value;

import java.util.Optional;
import torgau.journal.Checks;
import torgau.journal.Decoded;
import torgau.journal.Digest;
import torgau.journal.Fields;
import torgau.journal.cbor.CborReader;
import torgau.journal.cbor.CborWriter;
import torgau.journal.crypto.HmacSha256;

/// A value that travels apart from the journal: `[salt, kind, data]`. The hash of the blob is its salted
/// hash. When the blob is gone, so is the salt, and no guess at the value can be tried against the
/// journal any more.
///
/// @param salt 32 random bytes of this value alone
public record Annex(byte[] salt, Value value) {
    /// Bytes of a salt.
    public static final int SALT_BYTES = 32;

    public Annex {
        Checks.length("salt", salt, SALT_BYTES);
        Fields.shape(!(value instanceof Value.Annexed || value instanceof Value.Keyed), "an annex in an annex");
    }

    /// The blob.
    ///
    /// @param maker number of the party that files the value
    public byte[] encode(int maker) {
        var out = new CborWriter().array(3).bytes(salt);
        FilingCodec.value(out, value);
        return new BlobBytes(maker, out.toByteArray()).encode();
    }

    /// Reads a blob, or says why it is no annex.
    public static Decoded<Annex> decode(byte[] blob) {
        return switch (BlobBytes.decode(blob)) {
            case Decoded.Refusal<BlobBytes>(var code, String detail) -> new Decoded.Refusal<>(code, detail);
            case Decoded.Value<BlobBytes>(BlobBytes read) ->
                Decoded.reading("annex", () -> {
                    var in = new CborReader(read.content());
                    in.array(3);
                    var annex = new Annex(in.bytesExactly(SALT_BYTES), FilingCodec.value(in));
                    in.end();
                    return annex;
                });
        };
    }

    /// The value of an annex, unless these bytes are not those that were named.
    public static Optional<Annex> open(Value.Annexed named, byte[] blob) {
        return Digest.over(blob).equals(named.blob()) && decode(blob) instanceof Decoded.Value<Annex>(Annex annex)
                ? Optional.of(annex)
                : Optional.empty();
    }

    /// What a reader restates of it: HMAC-SHA-256 under the salt, over `[kind, data]` of what was
    /// understood.
    public Value.Keyed keyed(Value understood) {
        var out = new CborWriter().array(2);
        FilingCodec.value(out, understood);
        return new Value.Keyed(Digest.of(HmacSha256.of(salt, out.toByteArray())));
    }
}
