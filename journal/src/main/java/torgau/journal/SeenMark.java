package torgau.journal;

import java.util.List;

/// How far one feed was held when an entry was made.
///
/// @param feed another feed than the entry's own
/// @param sequence everything up to here is held; 0 if nothing is, and then something ahead is
/// @param ahead single entries held beyond the first gap, ascending, with their ids; at most 64
public record SeenMark(Feed feed, long sequence, List<Ahead> ahead) implements Comparable<SeenMark> {
    public SeenMark {
        Checks.within("seen sequence", sequence, ahead.isEmpty() ? 1 : 0, Reference.MAX_SEQUENCE);
        Checks.within("entries ahead", ahead.size(), 0, Limits.AHEAD_PER_FEED);
        Checks.ascending("entries ahead", ahead.stream().map(Ahead::sequence).toList());
        if (!ahead.isEmpty() && ahead.getFirst().sequence() <= sequence + 1) {
            throw new IllegalArgumentException("an entry ahead must lie beyond a gap: " + ahead.getFirst());
        }
        ahead = List.copyOf(ahead);
    }

    public SeenMark(Feed feed, long sequence) {
        this(feed, sequence, List.of());
    }

    /// One entry ahead of a gap, with its id since no chain binds it yet.
    public record Ahead(long sequence, Digest id) {
        public Ahead {
            Checks.within("sequence ahead", sequence, 1, Reference.MAX_SEQUENCE);
        }
    }

    @Override
    public int compareTo(SeenMark other) {
        return feed.compareTo(other.feed);
    }
}
