package torgau.store.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
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
import torgau.store.Heads;
import torgau.store.JournalStore;
import torgau.store.Pending;
import torgau.store.StoreFault;
import torgau.store.Verification;
import torgau.store.Write;
import torgau.store.sql.Faults;
import torgau.store.sql.Schema;
import torgau.store.sql.Session;
import torgau.store.sql.SqlFile;

/// The journal in a SQLite file.
///
/// Opening takes no longer for a long journal than for a short one. After the first fault the connection
/// that writes never writes again: a sync that fails once "succeeds" the next time, with the bytes lost.
public final class SqliteStore implements JournalStore {
    static final Schema SCHEMA = new Schema("journal", 0x54_67_4a_31, 1);
    private static final int CHECKPOINT_COMMITS = 256;
    private static final long CHECKPOINT_BYTES = 4 << 20;

    private final SqlFile file;
    private final Session session;
    private final Readers readers;
    private final FileView view;
    private final EntryCache cache = new EntryCache();
    private volatile Shown shown;
    private volatile @Nullable StoreFault fault;
    private volatile boolean closed;
    private long commits;
    private long bytes;
    private boolean deletedInLog;

    private SqliteStore(SqlFile file) throws SQLException {
        this.file = file;
        session = new Session(file.writer());
        shown = Loading.of(session);
        readers = new Readers(file);
        view = new FileView(readers, () -> shown);
    }

    /// Opens the journal at `path`, or makes it, folder and all.
    public static SqliteStore open(Path path) {
        SqlFile file = SqlFile.open(path, SCHEMA);
        try {
            return new SqliteStore(file);
        } catch (SQLException failure) {
            file.abandon();
            throw Faults.of(path.toString(), failure);
        } catch (StoreFault failure) {
            file.abandon();
            throw failure;
        }
    }

    @Override
    public boolean foundClean() {
        return file.foundClean();
    }

    @Override
    public synchronized void commit(Batch batch) {
        if (closed) {
            throw new IllegalStateException("the store is closed");
        }
        StoreFault earlier = fault;
        if (earlier != null) {
            throw new StoreFault(Code.STORE_STOPPED, "nothing is written since " + earlier.getMessage(), earlier);
        }
        Heads after = shown.heads().after(batch);
        try {
            refuseRepeatedAnswers(batch);
            keep(Writer.write(session, shown, batch, after), batch);
        } catch (SQLException failure) {
            throw stopped(Faults.of("writing " + file.path(), failure));
        } catch (StoreFault damage) {
            throw stopped(damage);
        }
        relieve(batch);
    }

    private StoreFault stopped(StoreFault failure) {
        fault = failure;
        return failure;
    }

    private void refuseRepeatedAnswers(Batch batch) throws SQLException {
        var keys = new TreeSet<String>();
        for (Write write : batch.writes()) {
            if (write instanceof Write.Reply(Answer answer)
                    && (!keys.add(answer.key())
                            || Aside.answer(session, answer.key()).isPresent())) {
                throw new IllegalArgumentException("idempotency key " + answer.key() + " is answered already");
            }
        }
    }

    private void keep(Shown next, Batch batch) {
        long cursor = shown.arrivals();
        shown = next;
        for (Write write : batch.writes()) {
            if (write instanceof Write.Append append) {
                cache.put(new Arrived(++cursor, append.arrivedAt(), append.entry()), cache.generation());
                bytes += append.entry().signed().length();
            }
        }
        for (Write write : batch.writes()) {
            if (write instanceof Write.Resign resign) {
                cache.drop(resign.place());
            }
        }
    }

    /// The batch is on disk already; if moving the log into the file fails, it is the next one that
    /// cannot be written.
    private void relieve(Batch batch) {
        boolean deleted = batch.writes().stream()
                .anyMatch(write -> write instanceof Write.Erase || write instanceof Write.Forget);
        deletedInLog |= deleted;
        if (++commits < CHECKPOINT_COMMITS && bytes < CHECKPOINT_BYTES && !deleted) {
            return;
        }
        commits = 0;
        bytes = 0;
        try {
            if (deletedInLog) {
                deletedInLog = !file.empty();
            } else {
                file.relieve();
            }
        } catch (SQLException failure) {
            fault = Faults.of("moving the log into " + file.path(), failure);
        }
    }

    @Override
    public Optional<Arrived> arrived(Reference place) {
        if (!shown.heads().covers(place)) {
            return Optional.empty();
        }
        return cache.of(place).or(() -> {
            long generation = cache.generation();
            Optional<Arrived> read = view.arrived(place);
            read.ifPresent(arrived -> cache.put(arrived, generation));
            return read;
        });
    }

    /// Entries used lately come from memory, so that judging what arrives needs no disk.
    @Override
    public List<Entry> range(Feed feed, long from, int limit) {
        long first = Math.max(1, from);
        long last = shown.heads().of(feed).map(FeedHead::sequence).orElse(0L);
        int count = Math.clamp(last - first + 1, 0, limit);
        var range = new ArrayList<Entry>();
        for (int i = 0; i < count; i++) {
            Optional<Arrived> cached = cache.of(new Reference(feed, first + i));
            if (cached.isEmpty()) {
                range.addAll(view.range(feed, first + i, count - i));
                break;
            }
            range.add(cached.get().entry());
        }
        return range;
    }

    @Override
    public List<FeedHead> heads() {
        return shown.heads().list();
    }

    @Override
    public Optional<FeedHead> head(Feed feed) {
        return shown.heads().of(feed);
    }

    @Override
    public Optional<byte[]> memory(String key) {
        return readers.read(session -> Aside.memory(session, key));
    }

    @Override
    public NavigableMap<String, byte[]> memories(String prefix) {
        return readers.read(session -> Aside.memories(session, prefix));
    }

    @Override
    public List<Entry> ofTypes(NavigableSet<Integer> actTypes) {
        return new Choice(readers, this, shown).ofTypes(actTypes);
    }

    @Override
    public List<Entry> ofMatter(Reference matter, int limit) {
        return new Choice(readers, this, shown).ofMatter(matter, limit);
    }

    @Override
    public Optional<Entry> firstToSee(Feed observer, Reference place) {
        Shown now = shown;
        if (!now.heads().covers(place) || now.heads().of(observer).isEmpty()) {
            return Optional.empty();
        }
        return new Marks(readers, this, now).first(observer, place);
    }

    @Override
    public Optional<Entry> firstToSee(int station, Reference place) {
        Shown now = shown;
        return now.heads().covers(place) ? new Marks(readers, this, now).first(station, place) : Optional.empty();
    }

    @Override
    public List<Arrived> arrivedAfter(long cursor, int limit, Filter filter) {
        Shown now = shown;
        return readers.read(
                session -> new Arrivals(session, now.numbers(), Math.max(0, cursor), now.arrivals() + 1, false)
                        .first(limit, filter));
    }

    @Override
    public List<Arrived> arrivedBefore(long cursor, int limit, Filter filter) {
        Shown now = shown;
        long end = Math.min(cursor, now.arrivals() + 1);
        return readers.read(session -> new Arrivals(session, now.numbers(), 0, end, true).first(limit, filter))
                .reversed();
    }

    @Override
    public Optional<Answer> answer(String idempotencyKey) {
        return readers.read(session -> Aside.answer(session, idempotencyKey));
    }

    @Override
    public List<Pending> pending() {
        return readers.read(Aside::pending);
    }

    @Override
    public List<EquivocationProof> proofs() {
        return readers.read(Aside::proofs);
    }

    @Override
    public Optional<Blob> blob(Digest hash) {
        return readers.read(session -> Aside.blob(session, hash));
    }

    @Override
    public boolean keeps(Digest hash) {
        return readers.read(session -> Aside.keeps(session, hash));
    }

    @Override
    public long blobBytes(int owner) {
        return readers.read(session -> Aside.blobBytes(session, owner));
    }

    @Override
    public Census census() {
        return new Census(shown.arrivals(), file.bytes(), file.free());
    }

    @Override
    public List<Damage> damages(Digest line, long lastOfEachFeed) {
        var damages = new ArrayList<>(Verification.ofTail(view, line, lastOfEachFeed));
        damages.addAll(new Marks(readers, view, shown).damages(lastOfEachFeed));
        return damages;
    }

    @Override
    public List<Damage> fileDamages() {
        return readers.read(session -> session.list("PRAGMA integrity_check", row -> row.getString(1))).stream()
                .filter(answer -> !answer.equals("ok"))
                .map(answer -> new Damage(null, answer))
                .toList();
    }

    @Override
    public Optional<StoreFault> fault() {
        return Optional.ofNullable(fault);
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        readers.end();
        if (fault == null) {
            file.close();
        } else {
            file.abandon();
        }
    }
}
