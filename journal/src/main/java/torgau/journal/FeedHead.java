package torgau.journal;

/// The last admitted entry of a feed and what its author had seen by then.
///
/// @param closed whether the feed takes no more entries, since its author signed two for one place
public record FeedHead(Feed feed, long sequence, Digest id, long height, SeenVector seen, boolean closed) {
    /// The head after `entry`, which is the next one of this feed.
    public FeedHead after(Entry entry) {
        return new FeedHead(
                feed,
                entry.payload().sequence(),
                entry.id(),
                entry.height(),
                seen.with(entry.payload().seen()),
                closed);
    }

    /// The head after the first entry of a feed.
    public static FeedHead first(Entry entry) {
        Payload payload = entry.payload();
        return new FeedHead(
                payload.feed(), 1, entry.id(), entry.height(), SeenVector.EMPTY.with(payload.seen()), false);
    }

    public FeedHead asClosed() {
        return new FeedHead(feed, sequence, id, height, seen, true);
    }
}
