package torgau.station.heart;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import torgau.journal.Binding;
import torgau.journal.Digest;
import torgau.journal.Feed;
import torgau.journal.Limits;
import torgau.journal.Reference;
import torgau.journal.SeenMark;
import torgau.journal.SeenVector;
import torgau.store.Pending;

/// Genuine entries that came before something they follow, and which of them this station has signed to hold. What is
/// kept is bounded for each station that signs; what finds no room its peers send again.
final class AheadOfRecord {
    /// Entries kept of one station, over all its feeds.
    static final int MAX_PER_STATION = 256;
    /// Bytes kept of one station, with the ids that came along.
    static final long MAX_BYTES_PER_STATION = 4 << 20;

    /// `[feed, sequence, [...]]` around the entries listed, at most.
    private static final int MARK_BYTES = 24;
    /// `[sequence, id]`, at most.
    private static final int LISTED_BYTES = 44;

    private final Digest line;
    private final ToLongFunction<Feed> held;
    private final NavigableMap<Reference, Pending> entries = new TreeMap<>();
    private final NavigableSet<Reference> announced = new TreeSet<>();

    /// @param held up to where a feed is held without a gap
    AheadOfRecord(Digest line, ToLongFunction<Feed> held) {
        this.line = line;
        this.held = held;
    }

    /// Keeps an entry; whether it was new and there was room for it.
    boolean add(Pending pending) {
        Reference place = pending.payload().reference();
        if (entries.containsKey(place) || !room(pending)) {
            return false;
        }
        entries.put(place, pending);
        return true;
    }

    private boolean room(Pending pending) {
        Feed feed = pending.payload().feed();
        Collection<Pending> ofStation = of(new Feed(feed.station(), 0), new Feed(feed.station(), -1));
        long bytes = ofStation.stream().mapToLong(AheadOfRecord::bytes).sum();
        return of(feed, feed).size() < Limits.AHEAD_PER_FEED
                && ofStation.size() < MAX_PER_STATION
                && bytes + bytes(pending) <= MAX_BYTES_PER_STATION;
    }

    private Collection<Pending> of(Feed from, Feed to) {
        return entries.subMap(new Reference(from, 1), true, new Reference(to, Reference.MAX_SEQUENCE), true)
                .values();
    }

    private static long bytes(Pending pending) {
        Binding claimed = pending.claimed();
        int ids = claimed == null ? 0 : claimed.seen().size();
        return pending.signed().length() + (long) ids * Digest.BYTES;
    }

    /// Forgets what was kept at a place.
    Optional<Pending> remove(Reference place) {
        announced.remove(place);
        return Optional.ofNullable(entries.remove(place));
    }

    /// Those that are now next in their feeds.
    List<Pending> next() {
        return entries.values().stream()
                .filter(pending -> held.applyAsLong(pending.payload().feed()) + 1
                        == pending.payload().sequence())
                .toList();
    }

    /// `marks`, and beside them what is kept here and not announced yet, as far as it fits.
    ///
    /// @param before what was signed as seen before
    /// @param room for so many bytes more than `marks` take
    List<SeenMark> listed(List<SeenMark> marks, SeenVector before, int room) {
        var byFeed = new TreeMap<Feed, SeenMark>();
        marks.forEach(mark -> byFeed.put(mark.feed(), mark));
        int left = room;
        for (Feed feed :
                entries.keySet().stream().map(Reference::feed).distinct().toList()) {
            boolean another = byFeed.containsKey(feed) || byFeed.size() < Limits.SEEN_FEEDS;
            List<SeenMark.Ahead> listed = unannounced(feed, another ? (left - MARK_BYTES) / LISTED_BYTES : 0);
            if (!listed.isEmpty()) {
                left -= MARK_BYTES + LISTED_BYTES * listed.size();
                byFeed.put(feed, new SeenMark(feed, upTo(byFeed.get(feed), feed, before), listed));
            }
        }
        return List.copyOf(byFeed.values());
    }

    private static long upTo(@Nullable SeenMark mark, Feed feed, SeenVector before) {
        return mark == null ? before.of(feed) : mark.sequence();
    }

    private List<SeenMark.Ahead> unannounced(Feed feed, int limit) {
        return of(feed, feed).stream()
                .filter(pending -> beyondGap(pending.payload().reference()))
                .filter(pending -> !announced.contains(pending.payload().reference()))
                .limit(Math.max(0, limit))
                .map(pending -> new SeenMark.Ahead(pending.payload().sequence(), idOf(pending)))
                .toList();
    }

    /// Whether something of the entry's own feed is missing. One that only waits for what it has seen of other feeds
    /// is next in its own, where no entry is ahead of another.
    private boolean beyondGap(Reference place) {
        return place.sequence() > held.applyAsLong(place.feed()) + 1;
    }

    private Digest idOf(Pending pending) {
        return Digest.over(Objects.requireNonNull(pending.claimed())
                .toBeSigned(line, pending.signed().payload()));
    }

    /// Notes what an entry of this station lists.
    void announced(List<SeenMark> marks) {
        var places = new ArrayList<Reference>();
        marks.forEach(mark -> mark.ahead().forEach(one -> places.add(new Reference(mark.feed(), one.sequence()))));
        announced.addAll(places);
    }
}
