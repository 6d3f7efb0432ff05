package torgau.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /// What `feed` has to list as seen in its next entry: every other feed that is held further than it has said.
    public static List<SeenMark> newlySeen(List<FeedHead> heads, Feed feed, SeenVector before) {
        var marks = new ArrayList<SeenMark>();
        for (FeedHead head : heads) {
            if (!head.feed().equals(feed)
                    && head.sequence() > before.of(head.feed())
                    && marks.size() < Limits.SEEN_FEEDS) {
                marks.add(new SeenMark(head.feed(), head.sequence()));
            }
        }
        return marks;
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
