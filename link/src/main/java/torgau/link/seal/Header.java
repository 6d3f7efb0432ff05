package torgau.link.seal;

import java.nio.ByteBuffer;
import java.util.Optional;

/// What stands in clear before a sealed frame; the AEAD covers it.
///
///     early: 0x05 | session id (8) | sender's salt (16) | echo (4) | counter (1…7)
///     live:  0x06 | key id (4) | counter (1…7)
sealed interface Header {
    long counter();

    /// Length of the header in the message it was read from.
    int length();

    /// A header that any run of the recipient can read.
    ///
    /// @param salt drawn by the sender at its start
    /// @param echo the first four bytes of the newest salt of ours that the sender has heard; 0 if none
    record Early(long session, byte[] salt, int echo, long counter, int length) implements Header {}

    /// A header that only the run can read whose salt went into the key.
    record Live(int keyId, long counter, int length) implements Header {}

    /// All of an early header but the counter.
    static byte[] early(long session, byte[] salt, int echo) {
        return ByteBuffer.allocate(SealWire.MAX_HEADER_BYTES - Counter.MAX_BYTES)
                .put((byte) SealWire.EARLY)
                .putLong(session)
                .put(salt)
                .putInt(echo)
                .array();
    }

    /// All of a live header but the counter.
    static byte[] live(int keyId) {
        return ByteBuffer.allocate(SealWire.TYPE_BYTES + SealWire.KEY_ID_BYTES)
                .put((byte) SealWire.LIVE)
                .putInt(keyId)
                .array();
    }

    /// The header of this message, if it is a frame with a whole number of padded blocks behind its header.
    static Optional<Header> decode(byte[] message) {
        var in = ByteBuffer.wrap(message);
        int type = in.get();
        int fixed = type == SealWire.EARLY
                ? SealWire.SESSION_ID_BYTES + SealWire.SALT_BYTES + SealWire.ECHO_BYTES
                : SealWire.KEY_ID_BYTES;
        if (in.remaining() <= fixed) {
            return Optional.empty();
        }
        return type == SealWire.EARLY ? early(in) : live(in);
    }

    /// The first four bytes of a salt.
    static int echo(byte[] salt) {
        return ByteBuffer.wrap(salt).getInt();
    }

    private static Optional<Header> early(ByteBuffer in) {
        long session = in.getLong();
        byte[] salt = new byte[SealWire.SALT_BYTES];
        in.get(salt);
        int echo = in.getInt();
        long counter = Counter.take(in);
        return whole(in, counter) && echo(salt) != 0
                ? Optional.of(new Early(session, salt, echo, counter, in.position()))
                : Optional.empty();
    }

    private static Optional<Header> live(ByteBuffer in) {
        int keyId = in.getInt();
        long counter = Counter.take(in);
        return whole(in, counter) ? Optional.of(new Live(keyId, counter, in.position())) : Optional.empty();
    }

    private static boolean whole(ByteBuffer in, long counter) {
        int padded = in.remaining() - SealWire.TAG_BYTES;
        return counter >= 0 && padded >= SealWire.PADDING_BYTES && padded % SealWire.PADDING_BYTES == 0;
    }
}
