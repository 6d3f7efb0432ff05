package torgau.link.seal;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import torgau.journal.Code;

/// The one unsigned answer: "I cannot read this". It repeats the beginning of the frame, up to and including the
/// name of its session or key; so it is always shorter than what it answers, and only who saw the frame can make
/// it.
///
///     0x09 | 0x05 | session id (8)        0x09 | 0x06 | key id (4)
final class Notices {
    /// Notices that are given per second on one bearer.
    static final int PER_SECOND = 10;

    /// Notices that are given at once on one bearer.
    static final int BURST = 20;

    /// Bearers whose budget is remembered.
    static final int MAX_BEARERS = 256;

    private final Map<Long, TokenBucket> budgets = new LinkedHashMap<>();

    /// What a notice names.
    sealed interface Named {
        record OfSession(long id) implements Named {}

        record OfKey(int id) implements Named {}
    }

    /// The answer to a frame that cannot be read. What a stranger sends on its bearer uses up nobody else's answers.
    Inbound answer(long bearer, Code code, byte[] frame, long now) {
        if (!budget(bearer, now).take(now)) {
            return new Inbound.Dropped(code);
        }
        int name = frame[0] == SealWire.EARLY ? SealWire.SESSION_ID_BYTES : SealWire.KEY_ID_BYTES;
        byte[] notice = ByteBuffer.allocate(2 + name)
                .put((byte) SealWire.NOTICE)
                .put(frame, 0, 1 + name)
                .array();
        return new Inbound.Unreadable(code, notice);
    }

    private TokenBucket budget(long bearer, long now) {
        TokenBucket known = budgets.remove(bearer);
        TokenBucket budget = known == null ? new TokenBucket(PER_SECOND, BURST, now) : known;
        budgets.put(bearer, budget);
        if (budgets.size() > MAX_BEARERS) {
            budgets.remove(budgets.keySet().iterator().next());
        }
        return budget;
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
