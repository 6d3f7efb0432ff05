package torgau.link.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import torgau.journal.Act;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.FeedHead;
import torgau.journal.JournalView;
import torgau.journal.Office;
import torgau.journal.Payload;
import torgau.journal.PayloadCodec;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.SeenMark;
import torgau.journal.SignedEntry;
import torgau.journal.Text;
import torgau.journal.TrafficClass;

/// A journal in lists, of entries that nobody has signed: the engine looks at no signature.
final class Written implements JournalView {
    static final Feed OWN = new Feed(257, 1);
    static final Feed PEER = new Feed(513, 2);
    static final Feed THIRD = new Feed(769, 3);

    private final NavigableMap<Feed, List<Entry>> feeds = new TreeMap<>();
    private final NavigableMap<Feed, FeedHead> heads = new TreeMap<>();

    /// The next entry of a feed, having seen nothing else, with a text of so many letters.
    Entry say(Feed feed, Precedence precedence, int letters, SeenMark... seen) {
        List<Entry> entries = feeds.computeIfAbsent(feed, _ -> new ArrayList<>());
        long height = entries.isEmpty() ? 1 : entries.getLast().height() + 1;
        for (SeenMark mark : seen) {
            height = Math.max(height, 1 + heightOf(mark));
        }
        var payload = new Payload(
                feed,
                entries.size() + 1,
                List.of(seen),
                1_770_000_000_000L,
                TrafficClass.FORMAL,
                precedence,
                List.of(),
                null,
                List.of(),
                message("x".repeat(letters)));
        byte[] bytes = PayloadCodec.encode(payload);
        byte[] signature = new byte[SignedEntry.SIGNATURE_BYTES];
        Arrays.fill(signature, (byte) entries.size());
        var entry = new Entry(new SignedEntry(bytes, signature), payload, Digest.over(bytes), height);
        entries.add(entry);
        heads.merge(feed, FeedHead.first(entry), (head, _) -> head.after(entry));
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
        heads.forEach((feed, head) -> offered.put(feed, head.sequence()));
        return offered;
    }

    private long heightOf(SeenMark mark) {
        return entry(new Reference(mark.feed(), mark.sequence())).orElseThrow().height();
    }

    private static Act.Message message(String words) {
        return new Act.Message(new Office("Watch officer", "for the staff"), "", new Text("en", words), List.of());
    }

    @Override
    public Optional<Entry> entry(Reference place) {
        List<Entry> entries = feeds.getOrDefault(place.feed(), List.of());
        return place.sequence() <= entries.size()
                ? Optional.of(entries.get((int) place.sequence() - 1))
                : Optional.empty();
    }

    @Override
    public Optional<Entry.Standing> standing(Reference place) {
        return entry(place).map(Entry::standing);
    }

    @Override
    public List<Entry> range(Feed feed, long from, int limit) {
        List<Entry> entries = feeds.getOrDefault(feed, List.of());
        int start = (int) Math.min(entries.size(), from - 1);
        return List.copyOf(entries.subList(start, Math.min(entries.size(), start + limit)));
    }

    @Override
    public List<FeedHead> heads() {
        return List.copyOf(heads.values());
    }

    @Override
    public Optional<FeedHead> head(Feed feed) {
        return Optional.ofNullable(heads.get(feed));
    }
}
