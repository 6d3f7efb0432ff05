package torgau.matters;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.Reference;

/// Who had seen what when: all that the entries read so far say in their `seen`. Entries are added feed
/// by feed in sequence, as a journal admits them; how the feeds alternate changes no answer.
public final class Sightings {
    private final NavigableMap<Integer, NavigableMap<Feed, Author>> byParty = new TreeMap<>();
    private static final NavigableMap<Feed, Author> NOBODY = new TreeMap<>();

    private final Lows lows = new Lows();
    private long version;

    /// An entry that proves that its author's station held another.
    ///
    /// @param time of that entry, milliseconds UTC by its author's clock
    public record Mark(Order order, long time) {}

    /// Reads what an entry has seen, and what it names.
    public void add(Entry entry) {
        Feed feed = entry.payload().feed();
        Author author =
                byParty.computeIfAbsent(feed.party(), _ -> new TreeMap<>()).computeIfAbsent(feed, _ -> new Author());
        if (author.add(entry)) {
            version++;
            lows.add(version, entry.height());
        }
    }

    /// Another number whenever who had seen what may have changed.
    public long version() {
        return version;
    }

    /// The least height of what was read after a version; what was first to see something, and lies
    /// lower than that, is so still.
    long lowestSince(long earlier) {
        return lows.after(earlier);
    }

    /// Whether the entry `by` had the entry `place` in its past.
    public boolean saw(Reference by, Reference place) {
        if (by.feed().equals(place.feed())) {
            return place.sequence() < by.sequence();
        }
        Column column = column(by.feed(), place.feed());
        return column != null && column.saw(by.sequence(), place.sequence());
    }

    /// Up to where the entry `by` had seen another feed without a gap.
    public long upTo(Reference by, Feed feed) {
        Column column = column(by.feed(), feed);
        return column == null ? 0 : column.upTo(by.sequence());
    }

    /// The earliest entry, in the total order, by which a station of this party proves that it held
    /// `place`.
    public Optional<Mark> first(int party, Reference place) {
        Mark first = null;
        for (Map.Entry<Feed, Author> author : authors(party).entrySet()) {
            Mark mark = author.getValue().first(author.getKey(), place);
            if (mark != null && (first == null || mark.order().compareTo(first.order()) < 0)) {
                first = mark;
            }
        }
        return Optional.ofNullable(first);
    }

    /// Whether a station of this party has named `place`, or a later entry of its feed, and for so long
    /// by its own clock has not said that it has seen it.
    boolean withheld(int party, Reference place, long millis) {
        return authors(party).values().stream().anyMatch(author -> author.withheld(place, millis));
    }

    /// Since when a station of this party has named an entry without saying that it has seen it, if it
    /// has been so for as long: milliseconds UTC by its own clock.
    public Optional<Long> withheldSince(int party, long millis) {
        return authors(party).values().stream()
                .flatMap(author -> author.withheldSince(millis).stream())
                .min(Long::compare);
    }

    private NavigableMap<Feed, Author> authors(int party) {
        return byParty.getOrDefault(party, NOBODY);
    }

    private @Nullable Column column(Feed author, Feed of) {
        Author known = authors(author.party()).get(author);
        return known == null ? null : known.seen.get(of);
    }
}
