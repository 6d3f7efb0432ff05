package torgau.catalogue.value;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import torgau.journal.Decoded;
import torgau.journal.Digest;
import torgau.journal.crypto.ChaCha20Poly1305;

/// A file as it travels: ChaCha20-Poly1305 (RFC 8439) under its own key, a nonce of zeros and [#TAG] as
/// what is authenticated beside it. A key seals one file only, so the nonce need not change. The key
/// stands in the entry, signed; who has the entry alone can neither read the file nor guess it.
public final class SealedFile {
    private static final byte[] TAG = "torgau-file-1".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NONCE = new byte[12];
    private static final int OVERHEAD = 16;

    private SealedFile() {}

    /// The blob of a file.
    ///
    /// @param maker number of the party that files it
    /// @param key drawn for this file alone
    public static byte[] seal(int maker, Digest key, byte[] file) {
        return new BlobBytes(maker, ChaCha20Poly1305.seal(key.bytes(), NONCE, TAG, file)).encode();
    }

    /// The value that names a sealed file.
    public static Value.Attachment named(String name, Digest key, byte[] file, byte[] blob) {
        return new Value.Attachment(name, Digest.over(blob), key, file.length);
    }

    /// The file, unless these bytes are not those that the value names or do not open under its key.
    public static Optional<byte[]> open(Value.Attachment named, byte[] blob) {
        return Digest.over(blob).equals(named.blob())
                        && BlobBytes.decode(blob) instanceof Decoded.Value<BlobBytes>(BlobBytes read)
                ? ChaCha20Poly1305.open(named.key().bytes(), NONCE, TAG, read.content())
                        .filter(file -> file.length == named.length())
                : Optional.empty();
    }

    /// Bytes of the blob of a file that this party made.
    static int blobLength(int maker, Value.Attachment file) {
        return BlobBytes.length(maker, (int) file.length() + OVERHEAD);
    }
}
