package torgau.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import torgau.journal.Act;
import torgau.journal.Binding;
import torgau.journal.Causality;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.EquivocationProof;
import torgau.journal.Feed;
import torgau.journal.FeedHead;
import torgau.journal.Office;
import torgau.journal.Payload;
import torgau.journal.PayloadCodec;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.SeenMark;
import torgau.journal.SeenVector;
import torgau.journal.SignedEntry;
import torgau.journal.Signing;
import torgau.journal.Text;
import torgau.journal.TrafficClass;
import torgau.journal.cbor.CborWriter;
import torgau.journal.crypto.Sha256;
import torgau.journal.crypto.Signer;
import torgau.store.memory.MemoryDisk;
import torgau.store.memory.MemoryStore;

/// Entries of a line with several stations, chained and bound as real ones are, from one seed. The store looks at no
/// signature, so these are hashes.
public final class Traffic {
    public static final Digest LINE = Digest.over(new byte[] {1});

    private static final Signer NOT_A_SIGNATURE = new Signer() {
        @Override
        public byte[] publicKey() {
            return new byte[32];
        }

        @Override
        public byte[] sign(byte[] message) {
            byte[] hash = Sha256.of(message);
            return ByteBuffer.allocate(64).put(hash).put(hash).array();
        }
    };

    private final Random random;
    private final List<Feed> feeds = new ArrayList<>();
    private final MemoryStore held = new MemoryStore(new MemoryDisk());
    private final List<Reference> matters = new ArrayList<>();
    private final TreeMap<Feed, Boolean> closed = new TreeMap<>();
    private long now = 1_700_000_000_000L;

    public Traffic(long seed, int stations) {
        random = new Random(seed);
        for (int i = 0; i < stations; i++) {
            feeds.add(new Feed((1 + i % 3) * 256 + 1 + i / 3, random.nextInt()));
        }
    }

    /// The next entry, by any station.
    public Entry next() {
        Feed feed;
        do {
            feed = feeds.get(random.nextInt(feeds.size()));
        } while (closed.containsKey(feed));
        return next(feed);
    }

    public Entry next(Feed feed) {
        return next(feed, act());
    }

    /// The next entry of one feed, with an act and a text of some hundred bytes.
    public Entry next(Feed feed, Act act) {
        boolean official =
                act instanceof Act.Message || act instanceof Act.Acknowledgement || act instanceof Act.Suspension;
        Reference matter = official && !matters.isEmpty() && random.nextInt(3) > 0
                ? matters.get(random.nextInt(matters.size()))
                : null;
        Entry entry = next(feed, act, matter);
        if (act instanceof Act.Message && matter == null) {
            matters.add(entry.reference());
        }
        return entry;
    }

    public Entry next(Feed feed, Act act, @Nullable Reference matter) {
        FeedHead head = held.head(feed).orElse(null);
        SeenVector before = head == null ? SeenVector.EMPTY : head.seen();
        List<SeenMark> seen = new ArrayList<>(Causality.newlySeen(held, feed, before));
        seen.removeIf(_ -> random.nextInt(4) == 0);
        long sequence = head == null ? 1 : head.sequence() + 1;
        List<TrafficClass> classes = List.copyOf(EnumSet.allOf(TrafficClass.class));
        List<Precedence> precedences = List.copyOf(EnumSet.allOf(Precedence.class));
        var payload = new Payload(
                feed,
                sequence,
                seen,
                now += random.nextInt(1000),
                classes.get(random.nextInt(classes.size())),
                precedences.get(random.nextInt(precedences.size())),
                List.of(),
                matter,
                List.of(),
                act);
        Entry entry = Signing.sign(held, LINE, NOT_A_SIGNATURE, payload);
        held.commit(Batch.of(append(entry)));
        return entry;
    }

    public List<Entry> next(int count) {
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < count; i++) {
            entries.add(next());
        }
        return entries;
    }

    /// Entries as they are appended: those made together arrive together.
    public Batch batch(int count) {
        return appending(next(count));
    }

    public static Batch appending(List<Entry> entries) {
        return new Batch(entries.stream().map(Traffic::append).toList());
    }

    /// Every entry arrives ten milliseconds after its author's time.
    public static Write append(Entry entry) {
        return new Write.Append(entry, entry.payload().time() + 10);
    }

    public void close(Feed feed) {
        closed.put(feed, true);
    }

    public List<Feed> feeds() {
        return feeds;
    }

    /// A genuine-looking pair of entries for the place after the feed's head.
    public EquivocationProof fork(Feed feed) {
        return new EquivocationProof(LINE, evidence(feed, "one"), evidence(feed, "other"));
    }

    private EquivocationProof.Evidence evidence(Feed feed, String words) {
        return new EquivocationProof.Evidence(candidate(feed, words).signed(), new Binding(null, List.of()));
    }

    /// An entry that no store has: ahead of the record.
    public Pending candidate(Feed feed, String words) {
        var payload = new Payload(
                feed,
                1_000_000 + random.nextInt(100),
                List.of(),
                now,
                TrafficClass.FORMAL,
                Precedence.FLASH,
                List.of(),
                null,
                List.of(),
                message(words));
        byte[] bytes = PayloadCodec.encode(payload);
        var binding = random.nextBoolean() ? new Binding(Digest.over(bytes), List.of(Digest.over())) : null;
        return new Pending(new SignedEntry(bytes, NOT_A_SIGNATURE.sign(bytes)), payload, binding, now);
    }

    public static Act message(String words) {
        return new Act.Message(new Office("Duty officer", "Operations"), "Subject", new Text("ru", words), List.of());
    }

    private Act act() {
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> message("Эшелон прошёл. ".repeat(1 + random.nextInt(20)));
            case 4, 5 -> new Act.Acknowledgement(new Office("Watch", "Operations"), new Act.Stage.Read());
            case 6 -> new Act.LinkTest(new Act.Passage.Sent(new Text("en", "The quick brown fox")));
            case 7 ->
                new Act.Unknown(
                        40 + 20 * random.nextInt(3),
                        new CborWriter().text("later").toByteArray());
            case 8 -> new Act.KeyOffer(bytes(Act.KeyOffer.KEM_KEY_BYTES));
            case 9 -> new Act.Resumption(new Office("Minister", "Defence"), "By decision", now);
            default -> new Act.Seen();
        };
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
