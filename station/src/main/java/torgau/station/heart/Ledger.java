package torgau.station.heart;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import torgau.journal.Act;
import torgau.journal.Causality;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.FeedHead;
import torgau.journal.Limits;
import torgau.journal.Payload;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.SeenMark;
import torgau.journal.SeenVector;
import torgau.journal.Signing;
import torgau.journal.crypto.Signer;
import torgau.store.Batch;
import torgau.store.JournalStore;
import torgau.store.Pending;
import torgau.store.Write;

/// The journal while it is being written: what is held, what one input adds to it, and what has not been reported as
/// written yet. One commit an input; commits are written in their order.
final class Ledger {
    private static final int LOOKED_AT = 1_024;

    private final Digest line;
    private final Feed feed;
    private final Signer signer;
    private final Overlay journal;
    private final NavigableMap<Reference, Pending> ahead = new TreeMap<>();
    private final NavigableMap<Reference, Digest> announced = new TreeMap<>();
    private final List<Write> writes = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Deque<UnderWay> underWay = new ArrayDeque<>();
    private long token;

    /// A commit that has not been reported yet.
    private record UnderWay(long token, List<Entry> entries) {}

    Ledger(Digest line, Feed feed, Signer signer, JournalStore store) {
        this.line = line;
        this.feed = feed;
        this.signer = signer;
        this.journal = new Overlay(store);
        store.pending().stream()
                .filter(pending -> pending.claimed() != null)
                .forEach(pending -> ahead.put(pending.payload().reference(), pending));
    }

    Feed feed() {
        return feed;
    }

    Overlay journal() {
        return journal;
    }

    /// Everything that this station has signed to have seen.
    SeenVector seen() {
        return journal.head(feed).map(FeedHead::seen).orElse(SeenVector.EMPTY);
    }

    /// Whether there is something that this station holds and has not signed to have seen.
    boolean unseen() {
        return !newlySeen().isEmpty();
    }

    /// The most urgent of the entries that no feed of this station has receipted yet; empty if
    /// there is none but receipts, which call for none.
    Optional<Precedence> unreceipted() {
        var receipted = new TreeMap<Feed, Long>();
        journal.heads().stream()
                .filter(head -> head.feed().station() == feed.station())
                .forEach(head ->
                        head.seen().sequences().forEach((other, seen) -> receipted.merge(other, seen, Math::max)));
        return journal.heads().stream()
                .filter(head -> head.feed().station() != feed.station())
                .flatMap(head ->
                        journal.range(head.feed(), receipted.getOrDefault(head.feed(), 0L) + 1, LOOKED_AT).stream())
                .filter(entry -> !(entry.payload().act() instanceof Act.Seen))
                .map(entry -> entry.payload().precedence())
                .reduce(Precedence::sooner);
    }

    /// Signs the next entry of the own feed; what is held by now is seen by it.
    Entry author(Draft draft, Moment now) {
        long sequence = journal.head(feed).map(FeedHead::sequence).orElse(0L) + 1;
        List<SeenMark> marks = newlySeen();
        var payload = new Payload(
                feed,
                sequence,
                marks,
                Math.clamp(now.wall(), 0, Limits.TIME_MILLIS),
                draft.trafficClass(),
                draft.precedence(),
                draft.to(),
                draft.matter(),
                draft.refs(),
                draft.act());
        marks.forEach(mark ->
                mark.ahead().forEach(one -> announced.put(new Reference(mark.feed(), one.sequence()), one.id())));
        Entry entry = Signing.sign(journal, line, signer, payload);
        append(entry, now);
        return entry;
    }

    private List<SeenMark> newlySeen() {
        SeenVector before = seen();
        List<SeenMark> marks = Causality.newlySeen(journal, feed, before);
        if (ahead.keySet().stream().allMatch(place -> announced.containsKey(place) || !beyondGap(place))) {
            return marks;
        }
        var byFeed = new TreeMap<Feed, SeenMark>();
        marks.forEach(mark -> byFeed.put(mark.feed(), mark));
        for (Feed other : ahead.keySet().stream()
                .filter(this::beyondGap)
                .map(Reference::feed)
                .distinct()
                .toList()) {
            SeenMark mark = byFeed.get(other);
            if (mark != null || byFeed.size() < Limits.SEEN_FEEDS) {
                byFeed.put(
                        other, new SeenMark(other, mark == null ? before.of(other) : mark.sequence(), aheadOf(other)));
            }
        }
        return List.copyOf(byFeed.values());
    }

    private long held(Feed other) {
        return journal.head(other).map(FeedHead::sequence).orElse(0L);
    }

    /// Whether something of the entry's own feed is missing. One that only waits for what it has seen of other feeds
    /// is next in its own, where no entry is ahead of another.
    private boolean beyondGap(Reference place) {
        return place.sequence() > held(place.feed()) + 1;
    }

    private List<SeenMark.Ahead> aheadOf(Feed other) {
        return pendingOf(other).stream()
                .filter(pending -> beyondGap(pending.payload().reference()))
                .map(pending -> new SeenMark.Ahead(pending.payload().sequence(), idOf(pending)))
                .toList();
    }

    private Collection<Pending> pendingOf(Feed other) {
        return ahead.subMap(new Reference(other, 1), true, new Reference(other, Reference.MAX_SEQUENCE), true)
                .values();
    }

    private Digest idOf(Pending pending) {
        return Digest.over(java.util.Objects.requireNonNull(pending.claimed())
                .toBeSigned(line, pending.signed().payload()));
    }

    /// Puts an admitted entry on the journal.
    void append(Entry entry, Moment now) {
        journal.add(entry);
        entries.add(entry);
        writes.add(new Write.Append(entry, now.wall()));
        Pending pending = ahead.remove(entry.reference());
        announced.remove(entry.reference());
        if (pending != null) {
            writes.add(Write.Drop.of(pending));
        }
    }

    /// Keeps a genuine entry that is ahead of the record; whether there was room for it.
    boolean hold(Pending pending) {
        Feed other = pending.payload().feed();
        if (ahead.containsKey(pending.payload().reference()) || pendingOf(other).size() >= Limits.AHEAD_PER_FEED) {
            return false;
        }
        ahead.put(pending.payload().reference(), pending);
        writes.add(new Write.Hold(pending));
        return true;
    }

    /// Drops what was held ahead of the record at a place and turned out not to belong there.
    void drop(Pending pending) {
        ahead.remove(pending.payload().reference());
        announced.remove(pending.payload().reference());
        writes.add(Write.Drop.of(pending));
    }

    /// Entries held ahead of the record that are now next in their feeds.
    List<Pending> next() {
        return ahead.values().stream()
                .filter(pending -> journal.head(pending.payload().feed())
                                        .map(FeedHead::sequence)
                                        .orElse(0L)
                                + 1
                        == pending.payload().sequence())
                .toList();
    }

    void write(Write write) {
        writes.add(write);
    }

    /// The commit of everything since the last one, if there is anything.
    Optional<Effect.Commit> flush() {
        if (writes.isEmpty()) {
            return Optional.empty();
        }
        token++;
        underWay.add(new UnderWay(token, List.copyOf(entries)));
        var commit = new Effect.Commit(token, new Batch(writes));
        writes.clear();
        entries.clear();
        return Optional.of(commit);
    }

    /// Everything up to `written` is on disk: the entries that are, in their order.
    List<Entry> written(long written) {
        var durable = new ArrayList<Entry>();
        while (!underWay.isEmpty() && underWay.peekFirst().token() <= written) {
            for (Entry entry : underWay.removeFirst().entries()) {
                journal.written(entry);
                durable.add(entry);
            }
        }
        return durable;
    }
}
