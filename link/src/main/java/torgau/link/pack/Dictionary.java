package torgau.link.pack;

import com.github.luben.zstd.ZstdDictCompress;
import com.github.luben.zstd.ZstdDictDecompress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The words that both ends know before anything is said. Its bytes never change; another one gets
/// another number.
public final class Dictionary {
    /// The number of the one that is used.
    public static final int NUMBER = 1;

    static final String FILE = "/torgau/link/dictionary-" + NUMBER;
    static final int LEVEL = 19;

    static final byte[] BYTES = bytes();
    static final ZstdDictCompress PACKING = new ZstdDictCompress(BYTES, LEVEL);
    static final ZstdDictDecompress UNPACKING = new ZstdDictDecompress(BYTES);

    private Dictionary() {}

    private static byte[] bytes() {
        try (InputStream in = Dictionary.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("no dictionary " + FILE);
            }
            return in.readAllBytes();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
