package torgau.link.engine;

/// One way to the peer, as the engine sees it.
///
/// @param id given by whoever moves the bytes
/// @param stream whether what was sent arrives whole and in order as long as the bearer lives
/// @param fragmentBytes how much of an entry goes into one frame
/// @param roomBytes how much may be under way in its queue, so that what is urgent never waits behind more; the frame
///     that fills it may reach beyond
public record Bearer(long id, boolean stream, int fragmentBytes, int roomBytes) {
    /// The smallest useful fragment.
    public static final int MIN_FRAGMENT_BYTES = 64;

    public Bearer {
        if (fragmentBytes < MIN_FRAGMENT_BYTES || roomBytes < fragmentBytes) {
            throw new IllegalArgumentException("bearer " + id + ": fragment " + fragmentBytes + ", room " + roomBytes);
        }
    }
}
