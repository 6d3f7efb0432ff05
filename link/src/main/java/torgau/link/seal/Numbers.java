package torgau.link.seal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import torgau.journal.Feed;

/// The opening numbers of both sides: the greatest of ours to this peer, and of each of its feeds.
final class Numbers {
    /// The greatest number that an opening may have.
    static final long MAX = 1L << 53;

    /// Feeds that are remembered; the one with the smallest number gives way.
    static final int MAX_FEEDS = 32;

    private final TreeMap<Feed, Long> greatest = new TreeMap<>();
    private long last;

    /// A number for an opening of ours: greater than any before, at least `least`, and the time wherever
    /// possible.
    long next(long least, long now) {
        last = Math.min(MAX, Math.max(Math.max(last + 1, least), now));
        return last;
    }

    long last() {
        return last;
    }

    void recall(long number) {
        last = Math.max(last, number);
    }

    /// Whether this number is greater than any before in its feed.
    boolean later(Feed feed, long number) {
        return number > greatest.getOrDefault(feed, -1L);
    }

    void heard(Feed feed, long number) {
        greatest.merge(feed, number, Math::max);
        if (greatest.size() > MAX_FEEDS) {
            greatest.entrySet().stream()
                    .min(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .ifPresent(greatest::remove);
        }
    }

    List<SessionMemory.Heard> heard() {
        return greatest.entrySet().stream()
                .map(each -> new SessionMemory.Heard(each.getKey(), each.getValue()))
                .toList();
    }
}
