package torgau.store.sqlite;

import java.sql.SQLException;
import java.util.TreeSet;
import torgau.journal.Binding;
import torgau.journal.BindingCodec;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.EquivocationProof;
import torgau.journal.Feed;
import torgau.journal.FeedHead;
import torgau.journal.Payload;
import torgau.journal.Reference;
import torgau.journal.SeenMark;
import torgau.journal.SignedEntry;
import torgau.journal.cbor.CborWriter;
import torgau.store.Answer;
import torgau.store.Arrived;
import torgau.store.Batch;
import torgau.store.Blob;
import torgau.store.Heads;
import torgau.store.Pending;
import torgau.store.Write;
import torgau.store.sql.Session;

/// Writes one batch as one transaction.
final class Writer {
    private final Session session;
    private final TreeSet<Feed> touched = new TreeSet<>();
    private Numbers numbers;
    private long arrivals;

    private Writer(Session session, Shown before) {
        this.session = session;
        numbers = before.numbers();
        arrivals = before.arrivals();
    }

    /// Puts the batch on disk.
    ///
    /// @param after the heads that it leads to
    static Shown write(Session session, Shown before, Batch batch, Heads after) throws SQLException {
        var writer = new Writer(session, before);
        session.transaction(() -> writer.put(batch, after));
        return new Shown(after, writer.arrivals, writer.numbers);
    }

    private void put(Batch batch, Heads after) throws SQLException {
        for (Write write : batch.writes()) {
            put(write);
        }
        for (Feed feed : touched) {
            head(after.of(feed).orElseThrow());
        }
    }

    private void put(Write write) throws SQLException {
        switch (write) {
            case Write.Append append -> append(append.entry(), append.arrivedAt());
            case Write.Resign resign -> resign(resign.place(), resign.signature());
            case Write.Close close -> touched.add(close.feed());
            case Write.Prove(EquivocationProof proof) -> prove(proof.encode());
            case Write.Remember(String key, byte[] bytes) ->
                session.run(
                        "INSERT OR REPLACE INTO memory (key, bytes, sum) VALUES (?, ?, ?)",
                        key,
                        bytes,
                        Sums.ofMemory(key, bytes));
            case Write.Forget forget -> session.run("DELETE FROM memory WHERE key = ?", forget.key());
            case Write.Reply(Answer answer) ->
                session.run(
                        "INSERT INTO answer (key, request, reference, sum) VALUES (?, ?, ?, ?)",
                        answer.key(),
                        answer.request().bytes(),
                        Places.bytes(answer.reference()),
                        Sums.ofAnswer(answer));
            case Write.Hold(Pending pending) -> hold(pending);
            case Write.Drop drop ->
                session.run(
                        "DELETE FROM pending WHERE place = ? AND digest = ?",
                        Places.bytes(drop.place()),
                        drop.key().bytes());
            case Write.Keep(Blob blob) ->
                session.run(
                        "INSERT OR IGNORE INTO blob (hash, owner, length, sum, bytes) VALUES (?, ?, ?, ?, ?)",
                        blob.hash().bytes(),
                        blob.owner(),
                        blob.bytes().length,
                        Sums.ofBlob(blob.hash(), blob.owner(), blob.bytes().length),
                        blob.bytes());
            case Write.Erase erase ->
                session.run("DELETE FROM blob WHERE hash = ?", erase.blob().bytes());
        }
    }

    private void append(Entry entry, long arrivedAt) throws SQLException {
        Payload payload = entry.payload();
        int feed = number(payload.feed());
        number(Kind.of(payload));
        touched.add(payload.feed());
        session.run(EntryRow.INSERT, EntryRow.values(new Arrived(++arrivals, arrivedAt, entry), numbers));
        for (SeenMark mark : payload.seen()) {
            if (mark.sequence() > 0) {
                session.run(
                        "INSERT OR IGNORE INTO mark (observer, feed, upto, saying) VALUES (?, ?, ?, ?)",
                        feed,
                        number(mark.feed()),
                        mark.sequence(),
                        payload.sequence());
            }
        }
    }

    /// A feed's row is written when the batch ends, so its number is all that is needed before.
    private int number(Feed feed) {
        if (numbers.of(feed).isEmpty()) {
            numbers = numbers.with(feed);
        }
        return numbers.of(feed).orElseThrow();
    }

    private void number(Kind kind) throws SQLException {
        if (numbers.of(kind).isEmpty()) {
            numbers = numbers.with(kind);
            session.run(
                    "INSERT INTO kind (number, type, class, precedence, party, sum) VALUES (?, ?, ?, ?, ?, ?)",
                    numbers.of(kind).orElseThrow(),
                    kind.type(),
                    kind.trafficClass().name(),
                    kind.precedence().name(),
                    kind.party(),
                    Sums.ofKind(kind));
        }
    }

    private void head(FeedHead head) throws SQLException {
        session.run(
                "INSERT OR REPLACE INTO feed (number, station, incarnation, sequence, id, height, seen, closed, sum)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                number(head.feed()),
                head.feed().station(),
                head.feed().incarnation(),
                head.sequence(),
                head.id().bytes(),
                head.height(),
                Places.bytes(head.seen()),
                head.closed() ? 1 : 0,
                Sums.ofHead(head));
    }

    private void resign(Reference place, byte[] signature) throws SQLException {
        int feed = numbers.of(place.feed()).orElseThrow();
        Arrived held = session.one(
                        "SELECT " + EntryRow.COLUMNS + " FROM entry WHERE feed = ? AND sequence = ?",
                        row -> EntryRow.read(row, numbers),
                        feed,
                        place.sequence())
                .orElseThrow(() -> EntryRow.corrupt(place, "it is missing"));
        Entry old = held.entry();
        var signed = new SignedEntry(old.signed().payload(), signature);
        var entry = new Entry(signed, old.payload(), old.id(), old.height());
        session.run(
                "UPDATE entry SET signature = ?, sum = ? WHERE arrival = ?",
                signature,
                Sums.ofEntry(entry, held.at()),
                held.cursor());
    }

    private void prove(byte[] proof) throws SQLException {
        session.run(
                "INSERT OR IGNORE INTO proof (digest, bytes) VALUES (?, ?)",
                Digest.over(proof).bytes(),
                proof);
    }

    private void hold(Pending pending) throws SQLException {
        Binding claimed = pending.claimed();
        byte[] binding = {};
        if (claimed != null) {
            var out = new CborWriter();
            BindingCodec.write(out, claimed);
            binding = out.toByteArray();
        }
        session.run(
                "INSERT OR IGNORE INTO pending (place, digest, payload, signature, binding, arrived_at, sum)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                Places.bytes(pending.payload().reference()),
                pending.key().bytes(),
                pending.signed().payload(),
                pending.signed().signature(),
                binding,
                pending.arrivedAt(),
                Sums.ofPending(pending.key(), binding, pending.arrivedAt()));
    }
}
