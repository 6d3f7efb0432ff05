package torgau.store.sqlite;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.FeedHead;
import torgau.journal.JournalView;
import torgau.journal.Reference;
import torgau.journal.SeenMark;
import torgau.store.Damage;
import torgau.store.StoreFault;

/// What each entry newly saw, as the file lists it beside the entries that say it.
///
/// @param journal where the entries are read
/// @param shown how far the file is looked at
record Marks(Readers readers, JournalView journal, Shown shown) {
    private static final int PAGE = 128;

    /// The first entry of `observer` that saw `place`. What the list says is compared with what the entry says.
    Optional<Entry> first(Feed observer, Reference place) {
        return readers.read(session -> session.one(
                        "SELECT upto, saying FROM mark WHERE observer = ? AND feed = ? AND upto >= ? ORDER BY upto LIMIT 1",
                        row -> List.of(row.getLong(1), row.getLong(2)),
                        number(observer),
                        number(place.feed()),
                        place.sequence()))
                .flatMap(mark -> saying(observer, new SeenMark(place.feed(), mark.get(0)), mark.get(1)));
    }

    /// The first entry of a station in total order that saw `place`: of each of its feeds the first, and of these the
    /// first. What came after `shown` is no answer, and never hides one: what a feed saw only grows.
    Optional<Entry> first(int station, Reference place) {
        int feed = number(place.feed());
        return readers
                .read(session -> session.list(
                        "SELECT feed.number, mark.upto, mark.saying FROM feed JOIN mark ON mark.observer = feed.number"
                                + " AND mark.feed = ? AND mark.upto = (SELECT min(later.upto) FROM mark AS later"
                                + " WHERE later.observer = feed.number AND later.feed = ? AND later.upto >= ?)"
                                + " WHERE feed.station = ?",
                        row -> List.of(row.getLong(1), row.getLong(2), row.getLong(3)),
                        feed,
                        feed,
                        place.sequence(),
                        station))
                .stream()
                .flatMap(mark -> saying(mark, place.feed()).stream())
                .min(Comparator.naturalOrder());
    }

    private Optional<Entry> saying(List<Long> mark, Feed seen) {
        return shown.numbers()
                .feed(mark.get(0).intValue())
                .flatMap(observer -> saying(observer, new SeenMark(seen, mark.get(1)), mark.get(2)));
    }

    private Optional<Entry> saying(Feed observer, SeenMark mark, long sequence) {
        var place = new Reference(observer, sequence);
        Optional<Entry> entry = shown.heads().covers(place) ? journal.entry(place) : Optional.empty();
        if (entry.isPresent() && !says(entry.get(), mark)) {
            throw EntryRow.corrupt(place, "it is listed as seeing " + mark.feed() + " up to " + mark.sequence());
        }
        return entry;
    }

    private static boolean says(Entry entry, SeenMark listed) {
        return entry.payload().seen().stream()
                .anyMatch(mark -> mark.feed().equals(listed.feed()) && mark.sequence() == listed.sequence());
    }

    private int number(Feed feed) {
        return shown.numbers().of(feed).orElseThrow();
    }

    /// Entries among the last of each feed that saw something that the list does not have. What cannot be read
    /// is passed over: it is named elsewhere.
    List<Damage> damages(long lastOfEachFeed) {
        var damages = new ArrayList<Damage>();
        for (FeedHead head : shown.heads().list()) {
            long from = Math.max(1, head.sequence() - lastOfEachFeed + 1);
            for (long start = from; start <= head.sequence(); start += PAGE) {
                int limit = (int) Math.min(PAGE, head.sequence() - start + 1);
                readable(head.feed(), start, limit).stream()
                        .filter(entry -> !listed(entry))
                        .map(entry -> new Damage(entry.reference(), "what it saw is not listed"))
                        .forEach(damages::add);
            }
        }
        return damages;
    }

    private List<Entry> readable(Feed feed, long start, int limit) {
        try {
            return journal.range(feed, start, limit);
        } catch (StoreFault fault) {
            return limit == 1 ? List.of() : singly(feed, start, limit);
        }
    }

    private List<Entry> singly(Feed feed, long start, int limit) {
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < limit; i++) {
            entries.addAll(readable(feed, start + i, 1));
        }
        return entries;
    }

    private boolean listed(Entry entry) {
        Reference place = entry.reference();
        return entry.payload().seen().stream()
                .filter(mark -> mark.sequence() > 0)
                .allMatch(mark -> readers.read(session -> session.one(
                                "SELECT saying FROM mark WHERE observer = ? AND feed = ? AND upto = ?",
                                row -> row.getLong(1) <= place.sequence(),
                                number(place.feed()),
                                number(mark.feed()),
                                mark.sequence()))
                        .orElse(false));
    }
}
