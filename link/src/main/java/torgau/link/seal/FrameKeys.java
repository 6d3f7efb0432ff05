package torgau.link.seal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import torgau.journal.cbor.CborWriter;
import torgau.journal.crypto.Hkdf;

/// What is derived from a session's secret, each under a tag of its own: `HKDF-SHA256(ikm = secret, salt = none,
/// info)`.
final class FrameKeys {
    static final int KEY_BYTES = 32;

    /// From the station that opened to the one that was opened to.
    static final int FORTH = 0;

    /// From the station that was opened to.
    static final int BACK = 1;

    private static final byte[] NO_SALT = new byte[0];

    private FrameKeys() {}

    /// A key into which both ends have put a salt, and the name it goes by on the wire.
    record Live(byte[] key, int keyId) {}

    /// info: `["torgau-session-id-1"]`; eight bytes.
    static long sessionId(byte[] secret) {
        byte[] info = new CborWriter().array(1).text("torgau-session-id-1").toByteArray();
        return ByteBuffer.wrap(Hkdf.sha256(secret, NO_SALT, info, SealWire.SESSION_ID_BYTES))
                .getLong();
    }

    /// info: `["torgau-frame-early-1", direction, sender's salt]`; 32 bytes.
    static byte[] early(byte[] secret, int direction, byte[] sender) {
        var info = new CborWriter().array(3).text("torgau-frame-early-1").integer(direction);
        return Hkdf.sha256(secret, NO_SALT, info.bytes(sender).toByteArray(), KEY_BYTES);
    }

    /// info: `["torgau-frame-live-1", direction, sender's salt, recipient's salt]`; 32 bytes of key, four of key
    /// id.
    static Live live(byte[] secret, int direction, byte[] sender, byte[] recipient) {
        var info = new CborWriter().array(4).text("torgau-frame-live-1").integer(direction);
        byte[] block = Hkdf.sha256(
                secret, NO_SALT, info.bytes(sender).bytes(recipient).toByteArray(), KEY_BYTES + SealWire.KEY_ID_BYTES);
        return new Live(
                Arrays.copyOf(block, KEY_BYTES),
                ByteBuffer.wrap(block, KEY_BYTES, SealWire.KEY_ID_BYTES).getInt());
    }

    /// Four zero bytes, then the counter, most significant byte first.
    static byte[] nonce(long counter) {
        return ByteBuffer.allocate(12).putInt(0).putLong(counter).array();
    }
}
