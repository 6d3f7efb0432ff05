package torgau.station.heart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import torgau.journal.Digest;
import torgau.journal.Limits;
import torgau.journal.Payload;
import torgau.journal.cbor.CborReader;
import torgau.journal.cbor.CborWriter;
import torgau.store.Blob;
import torgau.store.JournalStore;
import torgau.store.Write;

/// The blobs that are here: who may have each, which were erased, and which no entry names yet.
final class BlobsKept {
    /// How long what was put in waits for an entry that names it, which may itself wait for a second
    /// signature.
    static final long SPARE_MILLIS = 30 * 24 * 3_600_000L;
    /// Bytes of all that wait so.
    static final long MAX_SPARE_BYTES = 256L << 20;

    /// How many of them.
    static final int MAX_SPARE = 1_000;

    private static final long EXPIRY_MILLIS = 60_000;
    static final String ERASED = "blob/erased/";
    private static final String SPARE = "blob/spare/";
    private static final int READ_AT_ONCE = 2;

    private final JournalStore store;
    private final Ledger ledger;
    private final NavigableSet<Digest> erased = new TreeSet<>();
    private final NavigableMap<Digest, Spare> spare = new TreeMap<>();
    private final NavigableMap<String, byte[]> unwritten = new TreeMap<>();
    private final NavigableMap<Digest, Under> keeping = new TreeMap<>();
    private final LinkedHashMap<Digest, byte[]> read = new LinkedHashMap<>();
    private boolean dropped;
    private long expireAt;

    /// A blob on its way to the disk.
    private record Under(int owner, int length) {}

    /// @param since wall clock milliseconds
    private record Spare(long since, int length) {}

    BlobsKept(JournalStore store, Ledger ledger) {
        this.store = store;
        this.ledger = ledger;
        store.memories(ERASED).keySet().forEach(name -> erased.add(Digest.ofHex(name.substring(ERASED.length()))));
        store.memories(SPARE).forEach((name, bytes) -> {
            var in = new CborReader(bytes);
            in.array(2);
            var kept = new Spare(in.unsigned(Limits.TIME_MILLIS), (int) in.unsigned(Blob.MAX_BYTES));
            spare.put(Digest.ofHex(name.substring(SPARE.length())), kept);
        });
    }

    boolean here(Digest blob) {
        return keeping.containsKey(blob) || (!erased.contains(blob) && store.keeps(blob));
    }

    boolean erased(Digest blob) {
        return erased.contains(blob);
    }

    /// The bytes on disk. Those read last are at hand, since they go out in many pieces.
    Optional<byte[]> read(Digest blob) {
        byte[] known = read.remove(blob);
        Optional<byte[]> bytes = known != null
                ? Optional.of(known)
                : erased.contains(blob) ? Optional.empty() : store.blob(blob).map(Blob::bytes);
        bytes.ifPresent(found -> read.put(blob, found));
        if (read.size() > READ_AT_ONCE) {
            read.pollFirstEntry();
        }
        return bytes;
    }

    /// Bytes that count for a station.
    long bytesOf(int station) {
        return store.blobBytes(station)
                + keeping.values().stream()
                        .filter(under -> under.owner() == station)
                        .mapToLong(Under::length)
                        .sum();
    }

    /// Bytes that the disk has left.
    long free() {
        return store.census().free();
    }

    void keep(Blob blob) {
        ledger.write(new Write.Keep(blob));
        keeping.put(blob.hash(), new Under(blob.owner(), blob.bytes().length));
    }

    /// Keeps what an officer put in until an entry names it; whether there was room for it.
    boolean spare(Blob blob, Moment now) {
        long waiting = spare.values().stream().mapToLong(Spare::length).sum();
        boolean room = waiting + blob.bytes().length <= MAX_SPARE_BYTES && spare.size() < MAX_SPARE;
        if (room && !spare.containsKey(blob.hash())) {
            keep(blob);
            spare.put(blob.hash(), new Spare(now.wall(), blob.bytes().length));
            byte[] since = new CborWriter()
                    .array(2)
                    .integer(Math.clamp(now.wall(), 0, Limits.TIME_MILLIS))
                    .integer(blob.bytes().length)
                    .toByteArray();
            ledger.write(new Write.Remember(SPARE + blob.hash(), since));
        }
        return room;
    }

    boolean spare(Digest blob) {
        return spare.containsKey(blob);
    }

    /// An entry names it: from now on those may have it who may read that entry.
    void named(Payload by, Digest blob) {
        if (by.feed().party() == ledger.feed().party() && spare.remove(blob) != null) {
            ledger.write(new Write.Forget(SPARE + blob));
        }
        var audience = new TreeSet<>(by.to());
        Optional<List<Integer>> before = audience(blob, by.feed().party());
        boolean all = by.to().isEmpty() || before.filter(List::isEmpty).isPresent();
        before.ifPresent(audience::addAll);
        byte[] kept = BlobAudience.encode(all ? new TreeSet<>() : audience);
        String name = BlobAudience.name(blob, by.feed().party());
        unwritten.put(name, kept);
        ledger.write(new Write.Remember(name, kept));
    }

    /// Parties to which a maker addressed it; all if none is in the list. Nothing if its maker never
    /// named it.
    private Optional<List<Integer>> audience(Digest blob, int maker) {
        String name = BlobAudience.name(blob, maker);
        return Optional.ofNullable(unwritten.get(name))
                .or(() -> store.memory(name))
                .map(kept -> BlobAudience.decode(kept).parties());
    }

    /// Whether a party may have what this maker made.
    boolean mayHold(Digest blob, int maker, int party) {
        return audience(blob, maker)
                .map(BlobAudience::new)
                .filter(audience -> audience.has(maker, party))
                .isPresent();
    }

    /// Its bytes go, and are never asked for again.
    void erase(Digest blob, Moment now) {
        drop(blob);
        erased.add(blob);
        byte[] when = new CborWriter()
                .integer(Math.clamp(now.wall(), 0, Limits.TIME_MILLIS))
                .toByteArray();
        ledger.write(new Write.Remember(ERASED + blob, when));
    }

    private void drop(Digest blob) {
        read.remove(blob);
        keeping.remove(blob);
        dropped = true;
        ledger.write(new Write.Erase(blob));
        if (spare.remove(blob) != null) {
            ledger.write(new Write.Forget(SPARE + blob));
        }
    }

    /// Drops what was put in and no entry has named in time.
    void expire(Moment now) {
        if (now.steady() < expireAt) {
            return;
        }
        expireAt = now.steady() + EXPIRY_MILLIS;
        spare.entrySet().stream()
                .filter(kept -> now.wall() - kept.getValue().since() >= SPARE_MILLIS)
                .map(java.util.Map.Entry::getKey)
                .toList()
                .forEach(this::drop);
    }

    /// All that was written so far is on disk; whether that has freed room.
    boolean settled() {
        unwritten.clear();
        keeping.clear();
        boolean freed = dropped;
        dropped = false;
        return freed;
    }
}
