package torgau.journal;

import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;

/// Order without clocks: heights, what a feed has newly seen, and whether that is causally closed.
public final class Causality {
    private Causality() {}

    /// 1 + the greatest height among the own previous entry and everything seen, all of which is held.
    public static long height(JournalView held, Payload payload) {
        long height = 0;
        if (payload.sequence() > 1) {
            height = heightOf(held, new Reference(payload.feed(), payload.sequence() - 1));
        }
        for (Reference place : Binding.seenPlaces(payload)) {
            height = Math.max(height, heightOf(held, place));
        }
        return height + 1;
    }

    /// Whether `place` is in the past of `payload`, whose feed had seen `before` by its previous entry.
    public static boolean past(Payload payload, SeenVector before, Reference place) {
        if (place.feed().equals(payload.feed())) {
            return place.sequence() < payload.sequence();
        }
        return before.covers(place)
                || payload.seen().stream()
                        .anyMatch(mark -> mark.feed().equals(place.feed()) && mark.sequence() >= place.sequence());
    }

    /// What `feed` has to list as seen in its next entry: every other feed that is held further than it has said. Where
    /// these are more than one entry can list, the rest is left to the next, and what is listed is causally closed.
    public static List<SeenMark> newlySeen(JournalView held, Feed feed, SeenVector before) {
        List<SeenMark> marks = held.heads().stream()
                .filter(head -> !head.feed().equals(feed) && head.sequence() > before.of(head.feed()))
                .map(head -> new SeenMark(head.feed(), head.sequence()))
                .toList();
        return marks.size() <= Limits.SEEN_FEEDS ? marks : beginning(held, marks, before);
    }

    /// The longest beginning of what is new, in the total order, that has no more feeds than one entry can list. An
    /// entry comes after all that it has seen, so every beginning is causally closed.
    private static List<SeenMark> beginning(JournalView held, List<SeenMark> marks, SeenVector before) {
        var last = new TreeMap<Feed, Long>();
        var next = new PriorityQueue<Next>();
        for (SeenMark mark : marks) {
            last.put(mark.feed(), mark.sequence());
            next.add(Next.at(held, new Reference(mark.feed(), before.of(mark.feed()) + 1)));
        }
        var seen = new TreeMap<Feed, Long>();
        for (Next first = next.poll(); first != null; first = next.poll()) {
            Reference place = first.place();
            if (seen.size() == Limits.SEEN_FEEDS && !seen.containsKey(place.feed())) {
                break;
            }
            seen.put(place.feed(), place.sequence());
            if (place.sequence() < last.getOrDefault(place.feed(), 0L)) {
                next.add(Next.at(held, new Reference(place.feed(), place.sequence() + 1)));
            }
        }
        return seen.entrySet().stream()
                .map(mark -> new SeenMark(mark.getKey(), mark.getValue()))
                .toList();
    }

    /// The next entry of a feed, by its place in the total order.
    private record Next(long height, Reference place) implements Comparable<Next> {
        static Next at(JournalView held, Reference place) {
            return new Next(heightOf(held, place), place);
        }

        @Override
        public int compareTo(Next other) {
            int order = Long.compare(height, other.height);
            return order != 0 ? order : place.compareTo(other.place);
        }
    }

    /// Something that one of the entries newly seen by `payload` had seen and `payload` has not, if there is any.
    public static Optional<Reference> unseen(JournalView held, Payload payload, SeenVector before) {
        SeenVector after = before.with(payload.seen());
        for (SeenMark mark : payload.seen()) {
            if (mark.sequence() == 0
                    || held.head(mark.feed()).orElseThrow().seen().within(after, payload.feed())) {
                continue;
            }
            long from = before.of(mark.feed()) + 1;
            Optional<Reference> open = held.marks(mark.feed(), from, mark.sequence()).stream()
                    .filter(seen -> !seen.feed().equals(payload.feed()) && after.of(seen.feed()) < seen.sequence())
                    .map(seen -> new Reference(seen.feed(), seen.sequence()))
                    .findFirst();
            if (open.isPresent()) {
                return open;
            }
        }
        return Optional.empty();
    }

    private static long heightOf(JournalView held, Reference place) {
        return held.standing(place).orElseThrow().height();
    }
}
