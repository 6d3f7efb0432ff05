package torgau.station.heart;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import torgau.journal.Act;
import torgau.journal.Causality;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.FeedHead;
import torgau.journal.Limits;
import torgau.journal.MarkCodec;
import torgau.journal.Payload;
import torgau.journal.PayloadCodec;
import torgau.journal.Precedence;
import torgau.journal.SeenMark;
import torgau.journal.SeenVector;
import torgau.journal.Signing;
import torgau.journal.cbor.CborWriter;
import torgau.journal.crypto.Signer;
import torgau.store.Batch;
import torgau.store.JournalStore;
import torgau.store.Pending;
import torgau.store.Write;

/// The journal while it is being written: what is held, what one input adds to it, and what has not been
/// reported as written yet. One commit an input; commits are written in their order.
final class Ledger {
    private static final int LOOKED_AT = 1_024;
    /// By how much the count of what was seen can lengthen a payload that says nothing of it.
    private static final int SEEN_COUNT_BYTES = 2;

    private final Digest line;
    private Feed feed;
    private final Signer signer;
    private final Overlay journal;
    private final AheadOfRecord ahead;
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
        this.ahead = new AheadOfRecord(line, this::held);
        store.pending().stream()
                .filter(pending -> pending.claimed() == null || !ahead.add(pending))
                .forEach(pending -> write(Write.Drop.of(pending)));
    }

    Feed feed() {
        return feed;
    }

    /// From now on this station signs in another feed.
    void speakAs(Feed next) {
        feed = next;
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
        return !newlySeen(Limits.PAYLOAD_BYTES).isEmpty();
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

    /// How many bytes of a payload are left for what was seen, once the draft's act is in it; below 0,
    /// it is too long.
    int room(Draft draft, Moment now) {
        return Limits.PAYLOAD_BYTES - SEEN_COUNT_BYTES - PayloadCodec.encode(payload(draft, List.of(), now)).length;
    }

    /// Signs the next entry of the own feed; what is held by now is seen by it. Where not all of that
    /// fits beside the act, the rest is for the next entry.
    Entry author(Draft draft, Moment now) {
        List<SeenMark> marks = newlySeen(room(draft, now));
        ahead.announced(marks);
        Entry entry = Signing.sign(journal, line, signer, payload(draft, marks, now));
        append(entry, now);
        return entry;
    }

    private Payload payload(Draft draft, List<SeenMark> seen, Moment now) {
        return new Payload(
                feed,
                held(feed) + 1,
                seen,
                Math.clamp(now.wall(), 0, Limits.TIME_MILLIS),
                draft.trafficClass(),
                draft.precedence(),
                draft.to(),
                draft.matter(),
                draft.refs(),
                draft.act());
    }

    private List<SeenMark> newlySeen(int room) {
        SeenVector before = seen();
        List<SeenMark> marks = Causality.newlySeen(journal, feed, before);
        int left = room - bytes(marks);
        return left < 0 ? List.of() : ahead.listed(marks, before, left);
    }

    private static int bytes(List<SeenMark> marks) {
        var out = new CborWriter();
        marks.forEach(mark -> MarkCodec.write(out, mark));
        return out.toByteArray().length;
    }

    private long held(Feed other) {
        return journal.head(other).map(FeedHead::sequence).orElse(0L);
    }

    /// Puts an admitted entry on the journal.
    void append(Entry entry, Moment now) {
        journal.add(entry);
        entries.add(entry);
        writes.add(new Write.Append(entry, now.wall()));
        ahead.remove(entry.reference()).ifPresent(pending -> write(Write.Drop.of(pending)));
    }

    /// Keeps a genuine entry that is ahead of the record; whether there was room for it.
    boolean hold(Pending pending) {
        boolean kept = ahead.add(pending);
        if (kept) {
            write(new Write.Hold(pending));
        }
        return kept;
    }

    /// Drops what was held ahead of the record at a place and turned out not to belong there.
    void drop(Pending pending) {
        ahead.remove(pending.payload().reference());
        write(Write.Drop.of(pending));
    }

    /// Entries held ahead of the record that are now next in their feeds.
    List<Pending> next() {
        return ahead.next();
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

    /// The token of the commit with which all that was given so far is on disk.
    long lastToken() {
        return writes.isEmpty() ? token : token + 1;
    }

    /// Whether all that was ever given is on disk.
    boolean settled() {
        return underWay.isEmpty() && writes.isEmpty();
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
