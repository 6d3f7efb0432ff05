package torgau.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is held of a journal, to be read. Reading the same place twice gives the same.
public interface JournalView {
    /// Entries read at a time by `marks`.
    int MARKS_PAGE = 256;

    /// The entry at a place.
    Optional<Entry> entry(Reference place);

    /// Id and height of the entry at a place. A view that knows them without reading the text says so itself.
    default Optional<Entry.Standing> standing(Reference place) {
        return entry(place).map(Entry::standing);
    }

    /// Entries of one feed from `from` on, in sequence, at most `limit`.
    List<Entry> range(Feed feed, long from, int limit);

    /// What the entries `from` to `to` of a feed newly saw, in their order.
    default List<SeenMark> marks(Feed feed, long from, long to) {
        var marks = new ArrayList<SeenMark>();
        for (long next = from; next <= to; next += MARKS_PAGE) {
            int limit = (int) Math.min(MARKS_PAGE, to - next + 1);
            range(feed, next, limit)
                    .forEach(entry -> marks.addAll(entry.payload().seen()));
        }
        return marks;
    }

    /// Every feed's head, ascending by feed.
    List<FeedHead> heads();

    /// The head of one feed, if anything of it is held.
    Optional<FeedHead> head(Feed feed);
}
