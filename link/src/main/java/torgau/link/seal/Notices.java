package torgau.link.seal;

import java.nio.ByteBuffer;
import java.util.Optional;
import torgau.journal.Code;

/// The one unsigned answer: "I cannot read this". It repeats the beginning of the frame, up to and including the
/// name of its session or key; so it is always shorter than what it answers, and only who saw the frame can make
/// it.
///
///     0x09 | 0x05 | session id (8)        0x09 | 0x06 | key id (4)
final class Notices {
    /// Notices that are given per second.
    static final int PER_SECOND = 10;

    /// Notices that are given at once.
    static final int BURST = 20;

    private final TokenBucket budget = new TokenBucket(PER_SECOND, BURST, 0);

    /// What a notice names.
    sealed interface Named {
        record OfSession(long id) implements Named {}

        record OfKey(int id) implements Named {}
    }

    /// The answer to a frame that cannot be read.
    Inbound answer(Code code, byte[] frame, long now) {
        if (!budget.take(now)) {
            return new Inbound.Dropped(code);
        }
        int name = frame[0] == SealWire.EARLY ? SealWire.SESSION_ID_BYTES : SealWire.KEY_ID_BYTES;
        byte[] notice = ByteBuffer.allocate(2 + name)
                .put((byte) SealWire.NOTICE)
                .put(frame, 0, 1 + name)
                .array();
        return new Inbound.Unreadable(code, notice);
    }

    static Optional<Named> decode(byte[] notice) {
        var in = ByteBuffer.wrap(notice);
        if (notice.length == 2 + SealWire.SESSION_ID_BYTES && notice[1] == SealWire.EARLY) {
            return Optional.of(new Named.OfSession(in.getLong(2)));
        }
        if (notice.length == 2 + SealWire.KEY_ID_BYTES && notice[1] == SealWire.LIVE) {
            return Optional.of(new Named.OfKey(in.getInt(2)));
        }
        return Optional.empty();
    }
}
