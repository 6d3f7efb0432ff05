package torgau.catalogue.value;

import torgau.journal.Decoded;
import torgau.journal.Feed;
import torgau.journal.cbor.CborReader;
import torgau.journal.cbor.CborWriter;

/// What a blob is made of: `[maker, content]`, in deterministic CBOR. Its hash covers both, so a party
/// that names another's blob in an entry of its own cannot pass for the one that made it, and gets
/// nothing by it.
///
/// @param maker number of the party that made it
/// @param content a file encrypted ([SealedFile]), or a salted value ([Annex])
public record BlobBytes(int maker, byte[] content) {
    /// Bytes of one blob.
    public static final int MAX_BYTES = 1 << 24;

    private static final int MAX_PARTY = Feed.MAX_STATION >>> 8;

    /// The blob itself.
    public byte[] encode() {
        return new CborWriter().array(2).integer(maker).bytes(content).toByteArray();
    }

    /// Reads a blob, or says why these bytes are none.
    public static Decoded<BlobBytes> decode(byte[] bytes) {
        return Decoded.reading("blob", () -> {
            var in = new CborReader(bytes);
            in.array(2);
            var blob = new BlobBytes((int) in.unsigned(MAX_PARTY), in.bytes(MAX_BYTES));
            in.end();
            return blob;
        });
    }

    /// Bytes of a blob with a content of this length.
    static int length(int maker, int content) {
        return 1 + head(maker) + head(content) + content;
    }

    private static int head(int number) {
        return number < 24 ? 1 : number < 1 << 8 ? 2 : number < 1 << 16 ? 3 : 5;
    }
}
