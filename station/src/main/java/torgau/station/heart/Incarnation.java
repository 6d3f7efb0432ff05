package torgau.station.heart;

import java.nio.ByteBuffer;
import java.util.Optional;
import torgau.journal.Digest;
import torgau.journal.Feed;
import torgau.journal.FeedHead;
import torgau.journal.Fields;
import torgau.journal.JournalView;
import torgau.journal.cbor.CborFault;
import torgau.journal.cbor.CborReader;
import torgau.journal.cbor.CborWriter;
import torgau.journal.crypto.RandomSource;
import torgau.store.JournalStore;
import torgau.store.Write;

/// Which chain a station signs on. It goes on with its last one only if the mark of a clean stop names exactly the head
/// that is held, on the same run of the machine; else it begins a new one. So nobody's word about one's own past is
/// needed in order to sign safely.
final class Incarnation {
    static final String CLEAN_STOP = "clean-stop";
    private static final int BOOT_ID_BYTES = 128;

    private Incarnation() {}

    private record Mark(Feed feed, long sequence, Digest id, String bootId) {}

    static Feed choose(JournalStore store, Identity identity, RandomSource random) {
        return store.memory(CLEAN_STOP)
                .flatMap(Incarnation::read)
                .filter(mark -> mark.feed().station() == identity.station())
                .filter(mark -> mark.bootId().equals(identity.bootId()))
                .filter(mark -> stands(mark, store))
                .map(Mark::feed)
                .orElseGet(() -> fresh(store, identity.station(), random));
    }

    private static boolean stands(Mark mark, JournalStore store) {
        Optional<FeedHead> head = store.head(mark.feed());
        return head.isPresent()
                && !head.get().closed()
                && head.get().sequence() == mark.sequence()
                && head.get().id().equals(mark.id());
    }

    /// A feed that nothing is held of.
    static Feed fresh(JournalView store, int station, RandomSource random) {
        Feed feed = new Feed(station, ByteBuffer.wrap(random.bytes(4)).getInt());
        while (store.head(feed).isPresent()) {
            feed = new Feed(station, ByteBuffer.wrap(random.bytes(4)).getInt());
        }
        return feed;
    }

    static Write.Remember mark(FeedHead head, String bootId) {
        var out = new CborWriter().array(4);
        Fields.feed(out, head.feed());
        out.integer(head.sequence()).bytes(head.id().bytes()).text(bootId);
        return new Write.Remember(CLEAN_STOP, out.toByteArray());
    }

    private static Optional<Mark> read(byte[] kept) {
        try {
            var in = new CborReader(kept);
            in.array(4);
            var mark =
                    new Mark(Fields.feed(in), in.unsigned(Long.MAX_VALUE), Fields.digest(in), in.text(BOOT_ID_BYTES));
            in.end();
            return Optional.of(mark);
        } catch (CborFault | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }
}
