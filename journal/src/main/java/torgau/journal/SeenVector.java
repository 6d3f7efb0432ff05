package torgau.journal;

import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// How far each feed is held, without gaps: the sum of all `seen` that a feed has signed so far.
public record SeenVector(NavigableMap<Feed, Long> sequences) {
    /// Nothing held.
    public static final SeenVector EMPTY = new SeenVector(new TreeMap<>());

    public SeenVector {
        sequences = Collections.unmodifiableNavigableMap(new TreeMap<>(sequences));
    }

    /// The sequence up to which `feed` is held; 0 if nothing of it is.
    public long of(Feed feed) {
        Long held = sequences.get(feed);
        return held == null ? 0 : held;
    }

    /// Whether the entry at `place` is held.
    public boolean covers(Reference place) {
        return of(place.feed()) >= place.sequence();
    }

    /// Whether all that this vector holds, `except` aside, `other` holds too.
    public boolean within(SeenVector other, Feed except) {
        return sequences.entrySet().stream()
                .allMatch(held -> held.getKey().equals(except) || other.of(held.getKey()) >= held.getValue());
    }

    /// This vector advanced by the marks of one entry. Marks never take anything back.
    public SeenVector with(List<SeenMark> marks) {
        if (marks.isEmpty()) {
            return this;
        }
        var next = new TreeMap<>(sequences);
        marks.stream()
                .filter(mark -> mark.sequence() > 0)
                .forEach(mark -> next.merge(mark.feed(), mark.sequence(), Math::max));
        return new SeenVector(next);
    }
}
