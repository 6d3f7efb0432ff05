package torgau.store;

import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.EquivocationProof;
import torgau.journal.Feed;
import torgau.journal.JournalView;
import torgau.journal.Reference;

/// Where the journal is kept. When `commit` returns, all that it was given is on disk; when it fails,
/// nothing of it is shown. One thread commits; any thread may read meanwhile, and sees a batch once its
/// commit has returned.
///
/// Every method may throw a `StoreFault`. After the first one from `commit` nothing more is written
/// until the store is opened anew, while reading goes on: a disk that failed once cannot be believed
/// when it succeeds the next time.
public interface JournalStore extends JournalView, AutoCloseable {
    /// Puts a batch on disk. A batch that contradicts what is held (a gap, an overwriting, a key
    /// answered twice) is an `IllegalArgumentException`: our own bug, and nothing is written.
    void commit(Batch batch);

    /// What was last remembered under a name.
    Optional<byte[]> memory(String key);

    /// All that is remembered under names that begin with `prefix`, ascending by name.
    NavigableMap<String, byte[]> memories(String prefix);

    /// Entries whose act has one of these types, in total order. For types that are rare: all are in
    /// memory at once.
    List<Entry> ofTypes(NavigableSet<Integer> actTypes);

    /// The first entries of a matter in total order, at most `limit`; the one that opened it is among
    /// them.
    List<Entry> ofMatter(Reference matter, int limit);

    /// The first entry of `observer` that says that its author holds `place` without a gap: the receipt.
    Optional<Entry> firstToSee(Feed observer, Reference place);

    /// The first entry of a station in total order, whichever its incarnation, that says that its author
    /// holds `place` without a gap. One question to the disk, however many incarnations the station has.
    Optional<Entry> firstToSee(int station, Reference place);

    /// The entry at a place, with when it arrived.
    Optional<Arrived> arrived(Reference place);

    @Override
    default Optional<Entry> entry(Reference place) {
        return arrived(place).map(Arrived::entry);
    }

    /// The cursor of the newest entry; 0 if there is none.
    default long newest() {
        return arrivedBefore(Long.MAX_VALUE, 1, Filter.ALL).stream()
                .mapToLong(Arrived::cursor)
                .findFirst()
                .orElse(0);
    }

    /// Entries that arrived after `cursor` (0: from the first on), in the order of arrival, at most
    /// `limit`.
    List<Arrived> arrivedAfter(long cursor, int limit, Filter filter);

    /// The last entries that arrived before `cursor` (`Long.MAX_VALUE`: up to the newest), in the order
    /// of arrival.
    List<Arrived> arrivedBefore(long cursor, int limit, Filter filter);

    /// All entries that are held now, in total order: height, station, incarnation, sequence.
    default Iterator<Entry> inOrder() {
        return new TotalOrder(this, heads());
    }

    /// The answer that a request with this Idempotency-Key had.
    Optional<Answer> answer(String idempotencyKey);

    /// Entries held that are not on the journal yet, ascending by place.
    List<Pending> pending();

    /// The forks proven so far.
    List<EquivocationProof> proofs();

    /// A blob's bytes, if they are kept.
    Optional<Blob> blob(Digest hash);

    /// Whether a blob is kept; costs less than reading it.
    boolean keeps(Digest hash);

    /// Bytes of the blobs that count against a station's quota.
    long blobBytes(int owner);

    Census census();

    /// Whether it was closed properly the last time. If not, `damages` and `fileDamages` are due; they
    /// can run while the store is in use.
    boolean foundClean();

    /// Looks for damage in what the disk says of the last `lastOfEachFeed` entries of each feed: bytes,
    /// ids, chains and heights, but no signatures. Reads the disk, whatever is in memory.
    List<Damage> damages(Digest line, long lastOfEachFeed);

    /// Looks for damage in the structure of the file as a whole; takes seconds for a million entries.
    List<Damage> fileDamages();

    /// The fault after which nothing more is written, if there was one.
    Optional<StoreFault> fault();

    /// Ends all use; after a fault without touching the disk again. Closing twice does nothing.
    @Override
    void close();
}
