package torgau.store;

import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import torgau.journal.Binding;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.FeedHead;
import torgau.journal.Reference;

/// The heads of all feeds, and what a batch makes of them. Every store asks it, so that all refuse the same batches:
/// one that would leave a gap, overwrite or continue a closed feed is a bug of ours and fails at once.
public record Heads(NavigableMap<Feed, FeedHead> byFeed) {
    /// Nothing held.
    public static final Heads NONE = new Heads(new TreeMap<>());

    public Heads {
        byFeed = Collections.unmodifiableNavigableMap(new TreeMap<>(byFeed));
    }

    public List<FeedHead> list() {
        return List.copyOf(byFeed.values());
    }

    public Optional<FeedHead> of(Feed feed) {
        return Optional.ofNullable(byFeed.get(feed));
    }

    /// Whether the entry at `place` is held.
    public boolean covers(Reference place) {
        FeedHead head = byFeed.get(place.feed());
        return head != null && head.sequence() >= place.sequence();
    }

    /// The heads once `batch` is kept.
    public Heads after(Batch batch) {
        var next = new TreeMap<>(byFeed);
        for (Write write : batch.writes()) {
            switch (write) {
                case Write.Append append -> append(next, append.entry());
                case Write.Close close -> close(next, close.feed());
                case Write.Resign resign -> held(next, resign.place(), "replace the signature of");
                case Write.Reply reply -> held(next, reply.answer().reference(), "answer with");
                case Write.Prove _, Write.Remember _, Write.Forget _, Write.Hold _, Write.Drop _ -> {}
                case Write.Keep _, Write.Erase _ -> {}
            }
        }
        return new Heads(next);
    }

    private static void append(NavigableMap<Feed, FeedHead> heads, Entry entry) {
        Reference place = entry.reference();
        @Nullable FeedHead head = heads.get(place.feed());
        long held = head == null ? 0 : head.sequence();
        if (place.sequence() != held + 1) {
            throw new IllegalArgumentException("cannot append " + place + ": the feed is held up to " + held
                    + ", and takes neither gap nor overwriting");
        }
        if (head != null && (head.closed() || entry.height() <= head.height())) {
            throw new IllegalArgumentException("cannot append " + place + " of height " + entry.height()
                    + ": its feed is " + (head.closed() ? "closed" : "at height " + head.height()));
        }
        for (Reference seen : Binding.seenPlaces(entry.payload())) {
            held(heads, seen, "append " + place + ", which has seen");
        }
        heads.put(place.feed(), head == null ? FeedHead.first(entry) : head.after(entry));
    }

    private static void close(NavigableMap<Feed, FeedHead> heads, Feed feed) {
        FeedHead head = heads.get(feed);
        if (head == null) {
            throw new IllegalArgumentException("cannot close feed " + feed + ": nothing of it is held");
        }
        heads.put(feed, head.asClosed());
    }

    private static void held(NavigableMap<Feed, FeedHead> heads, Reference place, String what) {
        FeedHead head = heads.get(place.feed());
        if (head == null || head.sequence() < place.sequence()) {
            throw new IllegalArgumentException("cannot " + what + " " + place + ": that is not held");
        }
    }
}
