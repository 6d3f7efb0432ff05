package torgau.link.pack;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.util.Optional;
import torgau.journal.Code;
import torgau.journal.Decoded;
import torgau.journal.Limits;

/// Packs one payload by itself: nothing of one entry is ever in the shape of another.
public final class Packing {
    private Packing() {}

    /// The payload packed; empty where that would not be shorter.
    public static Optional<byte[]> pack(byte[] payload) {
        byte[] letters = Letters.shorten(payload);
        if (letters.length > Limits.PAYLOAD_BYTES) {
            return Optional.empty();
        }
        try (var zstd = new ZstdCompressCtx()) {
            zstd.setMagicless(true).setChecksum(false).setDictID(false).setContentSize(true);
            byte[] packed = zstd.loadDict(Dictionary.PACKING).compress(letters);
            return Optional.of(packed).filter(shorter -> shorter.length < payload.length);
        }
    }

    /// What was packed, or why this is nothing packed. No more memory is taken than a payload may have,
    /// whatever the bytes claim.
    public static Decoded<byte[]> unpack(byte[] packed) {
        long claimed = packed.length == 0 ? 0 : Zstd.getFrameContentSize(packed, 0, packed.length, true);
        if (claimed > Limits.PAYLOAD_BYTES) {
            return refusal(Code.PACKED_TOO_LONG, claimed + " bytes claimed");
        }
        if (claimed <= 0) {
            return refusal(Code.PACKED_MALFORMED, "no length");
        }
        byte[] letters = new byte[(int) claimed];
        try (var zstd = new ZstdDecompressCtx()) {
            int length = zstd.setMagicless(true).loadDict(Dictionary.UNPACKING).decompress(letters, packed);
            if (length != letters.length) {
                return refusal(Code.PACKED_MALFORMED, length + " bytes for " + claimed);
            }
        } catch (ZstdException fault) {
            return refusal(Code.PACKED_MALFORMED, String.valueOf(fault.getMessage()));
        }
        return Letters.restore(letters, Limits.PAYLOAD_BYTES)
                .<Decoded<byte[]>>map(Decoded.Value::new)
                .orElseGet(() -> refusal(Code.PACKED_MALFORMED, "no letters"));
    }

    private static Decoded<byte[]> refusal(Code code, String detail) {
        return new Decoded.Refusal<>(code, "packed: " + detail);
    }
}
