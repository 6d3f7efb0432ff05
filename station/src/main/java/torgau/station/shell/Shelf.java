package torgau.station.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.FeedHead;
import torgau.journal.JournalView;
import torgau.journal.Reference;
import torgau.store.JournalStore;

/// The journal for those who read it, whichever store holds it just now.
public final class Shelf implements JournalView {
    private final Kept<JournalStore> kept;

    Shelf(Kept<JournalStore> kept) {
        this.kept = kept;
    }

    /// One reading. Everything read in it is of one store.
    public <T> T read(Function<JournalStore, T> reading) {
        return kept.use(reading);
    }

    @Override
    public Optional<Entry> entry(Reference place) {
        return read(journal -> journal.entry(place));
    }

    @Override
    public Optional<Entry.Standing> standing(Reference place) {
        return read(journal -> journal.standing(place));
    }

    @Override
    public List<Entry> range(Feed feed, long from, int limit) {
        return read(journal -> journal.range(feed, from, limit));
    }

    @Override
    public List<FeedHead> heads() {
        return read(JournalView::heads);
    }

    @Override
    public Optional<FeedHead> head(Feed feed) {
        return read(journal -> journal.head(feed));
    }
}
