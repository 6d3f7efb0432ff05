package torgau.link.engine;

import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.FeedHead;
import torgau.journal.HeldEntries;
import torgau.journal.Payload;
import torgau.journal.PayloadCodec;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.SeenMark;
import torgau.journal.SignedEntry;
import torgau.journal.TestLine;
import torgau.journal.TrafficClass;

/// A journal of entries that nobody has signed: the engine looks at no signature.
final class Written extends HeldEntries {
    static final Feed OWN = new Feed(257, 1);
    static final Feed PEER = new Feed(513, 2);
    static final Feed THIRD = new Feed(769, 3);

    /// The next entry of a feed, having seen nothing else, with a text of so many letters.
    Entry say(Feed feed, Precedence precedence, int letters, SeenMark... seen) {
        long sequence = 1 + head(feed).map(FeedHead::sequence).orElse(0L);
        long height = 1 + head(feed).map(FeedHead::height).orElse(0L);
        for (SeenMark mark : seen) {
            height = Math.max(height, 1 + heightOf(mark));
        }
        var payload = new Payload(
                feed,
                sequence,
                List.of(seen),
                1_770_000_000_000L,
                TrafficClass.FORMAL,
                precedence,
                List.of(),
                null,
                List.of(),
                TestLine.message("x".repeat(letters)));
        byte[] bytes = PayloadCodec.encode(payload);
        byte[] signature = new byte[SignedEntry.SIGNATURE_BYTES];
        Arrays.fill(signature, (byte) (sequence - 1));
        var entry = new Entry(new SignedEntry(bytes, signature), payload, Digest.over(bytes), height);
        add(entry);
        return entry;
    }

    void say(Feed feed, Precedence precedence, int letters, int times) {
        for (int i = 0; i < times; i++) {
            say(feed, precedence, letters);
        }
    }

    /// All of it may go.
    NavigableMap<Feed, Long> offered() {
        var offered = new TreeMap<Feed, Long>();
        heads().forEach(head -> offered.put(head.feed(), head.sequence()));
        return offered;
    }

    private long heightOf(SeenMark mark) {
        return entry(new Reference(mark.feed(), mark.sequence())).orElseThrow().height();
    }
}
