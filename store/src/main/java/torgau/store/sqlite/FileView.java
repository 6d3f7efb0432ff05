package torgau.store.sqlite;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.FeedHead;
import torgau.journal.JournalView;
import torgau.journal.Reference;
import torgau.store.Arrived;
import torgau.store.StoreFault;

/// The journal as the file has it, read anew each time.
final class FileView implements JournalView {
    private static final String SELECT = "SELECT " + EntryRow.COLUMNS + " FROM entry WHERE feed = ? AND sequence ";

    private final Readers readers;
    private final Supplier<Shown> shown;

    FileView(Readers readers, Supplier<Shown> shown) {
        this.readers = readers;
        this.shown = shown;
    }

    /// The entry at a place, which is missing only if nothing of its feed reaches so far.
    Optional<Arrived> arrived(Reference place) {
        Shown now = shown.get();
        if (!now.heads().covers(place)) {
            return Optional.empty();
        }
        int feed = now.numbers().of(place.feed()).orElseThrow();
        try {
            Optional<Arrived> found = readers.read(session ->
                    session.one(SELECT + "= ?", row -> EntryRow.read(row, now.numbers()), feed, place.sequence()));
            return Optional.of(found.orElseThrow(() -> EntryRow.corrupt(place, "it is missing")));
        } catch (StoreFault fault) {
            throw EntryRow.naming(place, fault);
        }
    }

    @Override
    public Optional<Entry> entry(Reference place) {
        return arrived(place).map(Arrived::entry);
    }

    @Override
    public List<Entry> range(Feed feed, long from, int limit) {
        Shown now = shown.get();
        long first = Math.max(1, from);
        long last = now.heads().of(feed).map(FeedHead::sequence).orElse(0L);
        int count = Math.clamp(last - first + 1, 0, limit);
        if (count == 0) {
            return List.of();
        }
        int number = now.numbers().of(feed).orElseThrow();
        List<Entry> found = readers.read(session -> session.list(
                SELECT + "BETWEEN ? AND ? ORDER BY sequence",
                row -> EntryRow.read(row, now.numbers()).entry(),
                number,
                first,
                first + count - 1));
        for (int i = 0; i < count; i++) {
            if (i >= found.size() || found.get(i).payload().sequence() != first + i) {
                throw EntryRow.corrupt(new Reference(feed, first + i), "it is missing");
            }
        }
        return found;
    }

    @Override
    public List<FeedHead> heads() {
        return shown.get().heads().list();
    }

    @Override
    public Optional<FeedHead> head(Feed feed) {
        return shown.get().heads().of(feed);
    }
}
