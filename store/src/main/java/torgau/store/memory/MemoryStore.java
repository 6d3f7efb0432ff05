package torgau.store.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import torgau.journal.Code;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.EquivocationProof;
import torgau.journal.Feed;
import torgau.journal.FeedHead;
import torgau.journal.Reference;
import torgau.store.Answer;
import torgau.store.Arrived;
import torgau.store.Batch;
import torgau.store.Blob;
import torgau.store.Census;
import torgau.store.Damage;
import torgau.store.Filter;
import torgau.store.JournalStore;
import torgau.store.Pending;
import torgau.store.StoreFault;
import torgau.store.Verification;

/// A store on a `MemoryDisk`. A new one on the same disk is a restart.
public final class MemoryStore implements JournalStore {
    private final MemoryDisk disk;
    private final Tables tables;
    private @Nullable StoreFault fault;
    private boolean closed;

    /// Opens the disk, or fails with TG-3004 if another store has it that was neither closed nor cut
    /// off.
    public MemoryStore(MemoryDisk disk) {
        if (!disk.take()) {
            throw new StoreFault(Code.STORE_LOCKED, "another store is open on this disk");
        }
        this.disk = disk;
        tables = disk.tables();
    }

    @Override
    public synchronized void commit(Batch batch) {
        if (closed || tables != disk.tables()) {
            throw new IllegalStateException("the store is closed, or its disk was cut off");
        }
        if (fault != null) {
            throw new StoreFault(Code.STORE_STOPPED, "nothing is written since " + fault.getMessage(), fault);
        }
        tables.check(batch);
        switch (disk.next(batch)) {
            case KEPT -> disk.keep(batch);
            case TORN -> fail(Code.SYNC_FAILED, "the write was torn");
            case KEPT_BUT_FAILED -> {
                disk.leave(batch);
                fail(Code.SYNC_FAILED, "the disk reported a failure");
            }
            case DISK_FULL -> fail(Code.DISK_FULL, disk.free() + " bytes are free; free some and open the store again");
        }
    }

    private void fail(Code code, String detail) {
        fault = new StoreFault(code, detail);
        throw fault;
    }

    @Override
    public synchronized List<Entry> range(Feed feed, long from, int limit) {
        var range = new ArrayList<Entry>();
        long last = tables.heads.of(feed).map(FeedHead::sequence).orElse(0L);
        for (long sequence = Math.max(1, from); sequence <= last && range.size() < limit; sequence++) {
            range.add(tables.at(new Reference(feed, sequence)).orElseThrow().entry());
        }
        return range;
    }

    @Override
    public synchronized List<FeedHead> heads() {
        return tables.heads.list();
    }

    @Override
    public synchronized Optional<FeedHead> head(Feed feed) {
        return tables.heads.of(feed);
    }

    @Override
    public synchronized Optional<byte[]> memory(String key) {
        return Optional.ofNullable(tables.memory.get(key));
    }

    @Override
    public synchronized NavigableMap<String, byte[]> memories(String prefix) {
        var found = new TreeMap<String, byte[]>();
        tables.memory.tailMap(prefix, true).entrySet().stream()
                .takeWhile(named -> named.getKey().startsWith(prefix))
                .forEach(named -> found.put(named.getKey(), named.getValue()));
        return found;
    }

    @Override
    public synchronized List<Entry> ofTypes(NavigableSet<Integer> actTypes) {
        return actTypes.stream()
                .flatMap(type -> tables.types.getOrDefault(type, List.of()).stream())
                .map(index -> tables.arrivals.get(index).entry())
                .sorted()
                .toList();
    }

    @Override
    public synchronized List<Entry> ofMatter(Reference matter, int limit) {
        Stream<Entry> others = tables.matters.getOrDefault(matter, List.of()).stream()
                .map(index -> tables.arrivals.get(index).entry())
                .filter(entry -> !entry.reference().equals(matter));
        return Stream.concat(entry(matter).stream(), others)
                .sorted()
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Optional<Entry> firstToSee(Feed observer, Reference place) {
        return tables.firstToSee(observer, place).flatMap(sequence -> entry(new Reference(observer, sequence)));
    }

    @Override
    public synchronized Optional<Entry> firstToSee(int station, Reference place) {
        return tables.heads.list().stream()
                .map(FeedHead::feed)
                .filter(feed -> feed.station() == station)
                .flatMap(feed -> firstToSee(feed, place).stream())
                .min(Comparator.naturalOrder());
    }

    @Override
    public synchronized Optional<Arrived> arrived(Reference place) {
        return tables.at(place);
    }

    @Override
    public synchronized List<Arrived> arrivedAfter(long cursor, int limit, Filter filter) {
        int first = Math.clamp(cursor, 0, tables.arrivals.size());
        return wanted(IntStream.range(first, tables.arrivals.size()), limit, filter);
    }

    @Override
    public synchronized List<Arrived> arrivedBefore(long cursor, int limit, Filter filter) {
        int end = Math.clamp(cursor - 1, 0, tables.arrivals.size());
        List<Arrived> newestFirst = wanted(IntStream.range(0, end).map(i -> end - 1 - i), limit, filter);
        return newestFirst.reversed();
    }

    private List<Arrived> wanted(IntStream indices, int limit, Filter filter) {
        return indices.mapToObj(tables.arrivals::get)
                .filter(arrived -> filter.takes(arrived.entry().payload()))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Optional<Answer> answer(String idempotencyKey) {
        return Optional.ofNullable(tables.answers.get(idempotencyKey));
    }

    @Override
    public synchronized List<Pending> pending() {
        return tables.pending.values().stream()
                .flatMap(held -> held.values().stream())
                .toList();
    }

    @Override
    public synchronized List<EquivocationProof> proofs() {
        return List.copyOf(tables.proofs.values());
    }

    @Override
    public synchronized Optional<Blob> blob(Digest hash) {
        return Optional.ofNullable(tables.blobs.get(hash));
    }

    @Override
    public synchronized boolean keeps(Digest hash) {
        return tables.blobs.containsKey(hash);
    }

    @Override
    public synchronized long blobBytes(int owner) {
        return tables.blobs.values().stream()
                .filter(blob -> blob.owner() == owner)
                .mapToLong(blob -> blob.bytes().length)
                .sum();
    }

    @Override
    public synchronized Census census() {
        return new Census(tables.arrivals.size(), tables.bytes(), disk.free());
    }

    @Override
    public synchronized List<Damage> damages(Digest line, long lastOfEachFeed) {
        return Verification.ofTail(this, line, lastOfEachFeed);
    }

    @Override
    public boolean foundClean() {
        return true;
    }

    @Override
    public List<Damage> fileDamages() {
        return List.of();
    }

    @Override
    public synchronized Optional<StoreFault> fault() {
        return Optional.ofNullable(fault);
    }

    @Override
    public synchronized void close() {
        if (!closed && tables == disk.tables()) {
            disk.release();
        }
        closed = true;
    }
}
