package torgau.link.engine;

/// One way to the peer, as the engine sees it.
///
/// @param id given by whoever moves the bytes
/// @param stream whether what was sent arrives whole and in order as long as the bearer lives
/// @param fragmentBytes how much of an entry goes into one frame
/// @param roomBytes how much may be under way in its queue, so that what is urgent never waits behind
///     more; the frame that fills it may reach beyond
/// @param bitsPerSecond at which it carries, if that was configured; 0: unknown, and taken for fast
public record Bearer(long id, boolean stream, int fragmentBytes, int roomBytes, long bitsPerSecond) {
    /// The smallest useful fragment.
    public static final int MIN_FRAGMENT_BYTES = 64;

    /// Below this rate each byte of housekeeping is felt.
    public static final long SLOW_BITS_PER_SECOND = 20_000;

    /// A bearer of unknown rate.
    public Bearer(long id, boolean stream, int fragmentBytes, int roomBytes) {
        this(id, stream, fragmentBytes, roomBytes, 0);
    }

    public Bearer {
        if (fragmentBytes < MIN_FRAGMENT_BYTES || roomBytes < fragmentBytes) {
            throw new IllegalArgumentException("bearer " + id + ": fragment " + fragmentBytes + ", room " + roomBytes);
        }
    }

    boolean slow() {
        return bitsPerSecond > 0 && bitsPerSecond < SLOW_BITS_PER_SECOND;
    }

    /// How long so many bytes are under way on it, beside the delay.
    long airMillis(long bytes) {
        return bitsPerSecond == 0 ? 0 : Math.ceilDiv(bytes * Byte.SIZE * 1_000, bitsPerSecond);
    }
}
