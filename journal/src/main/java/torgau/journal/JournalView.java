package torgau.journal;

import java.util.List;
import java.util.Optional;

/// What is held of a journal, to be read. Reading the same place twice gives the same.
public interface JournalView {
    /// The entry at a place.
    Optional<Entry> entry(Reference place);

    /// Id and height of the entry at a place, without its text.
    Optional<Entry.Standing> standing(Reference place);

    /// Entries of one feed from `from` on, in sequence, at most `limit`.
    List<Entry> range(Feed feed, long from, int limit);

    /// Every feed's head, ascending by feed.
    List<FeedHead> heads();

    /// The head of one feed, if anything of it is held.
    Optional<FeedHead> head(Feed feed);
}
