package torgau.store.sqlite;

import java.nio.BufferUnderflowException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.TreeMap;
import torgau.journal.Code;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.FeedHead;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.TrafficClass;
import torgau.store.Arrived;
import torgau.store.Heads;
import torgau.store.StoreFault;
import torgau.store.sql.Session;

/// What is read at the start: the heads and the numbers, whatever the length of the journal. Each head is compared with
/// its entry, and all of them with the number of entries, so that a lost row is noticed at once.
final class Loading {
    private final Session session;
    private final TreeMap<Feed, FeedHead> heads = new TreeMap<>();
    private Numbers numbers = Numbers.NONE;

    private Loading(Session session) {
        this.session = session;
    }

    static Shown of(Session session) throws SQLException {
        var loading = new Loading(session);
        try {
            session.each(
                    "SELECT number, station, incarnation, sequence, id, height, seen, closed, sum FROM feed ORDER BY number",
                    loading::feed);
            session.each("SELECT number, type, class, precedence, party, sum FROM kind ORDER BY number", loading::kind);
        } catch (IllegalArgumentException | BufferUnderflowException failure) {
            throw new StoreFault(Code.STORE_CORRUPT, "the list of feeds or kinds is damaged: " + failure.getMessage());
        }
        return loading.checked();
    }

    private void feed(ResultSet row) throws SQLException {
        var feed = new Feed(row.getInt(2), row.getInt(3));
        var head = new FeedHead(
                feed,
                row.getLong(4),
                Digest.of(Session.bytes(row, 5)),
                row.getLong(6),
                Places.seen(Session.bytes(row, 7)),
                row.getInt(8) == 1);
        numbers = numbers.with(feed);
        if (Sums.ofHead(head) != row.getLong(9)
                || row.getInt(1) != numbers.byNumber().size()) {
            throw new StoreFault(
                    Code.STORE_CORRUPT,
                    "the head of feed " + feed + " is damaged on the disk, near entry " + head.sequence());
        }
        heads.put(feed, head);
    }

    private void kind(ResultSet row) throws SQLException {
        var kind = new Kind(
                row.getInt(2),
                TrafficClass.valueOf(Session.text(row, 3)),
                Precedence.valueOf(Session.text(row, 4)),
                row.getInt(5));
        numbers = numbers.with(kind);
        if (Sums.ofKind(kind) != row.getLong(6)
                || row.getInt(1) != numbers.kinds().size()) {
            throw new StoreFault(Code.STORE_CORRUPT, "kind " + row.getInt(1) + " is damaged on the disk");
        }
    }

    private Shown checked() throws SQLException {
        long arrivals = session.one("SELECT coalesce(max(arrival), 0) FROM entry", row -> row.getLong(1))
                .orElse(0L);
        long held = heads.values().stream().mapToLong(FeedHead::sequence).sum();
        if (held != arrivals) {
            throw new StoreFault(
                    Code.STORE_CORRUPT,
                    "the feeds have " + held + " entries, the file has " + arrivals + " on the disk");
        }
        for (FeedHead head : heads.values()) {
            check(head);
        }
        return new Shown(new Heads(heads), arrivals, numbers);
    }

    private void check(FeedHead head) throws SQLException {
        var place = new Reference(head.feed(), head.sequence());
        Optional<Arrived> last = session.one(
                "SELECT " + EntryRow.COLUMNS + " FROM entry WHERE feed = ? AND sequence = ?",
                row -> EntryRow.read(row, numbers),
                numbers.of(head.feed()).orElseThrow(),
                head.sequence());
        Entry entry =
                last.orElseThrow(() -> EntryRow.corrupt(place, "it is missing")).entry();
        if (!entry.id().equals(head.id()) || entry.height() != head.height()) {
            throw EntryRow.corrupt(place, "it is not the head of its feed");
        }
    }
}
