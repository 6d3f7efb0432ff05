package torgau.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import torgau.journal.Code;
import torgau.journal.Decoded;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.Payload;
import torgau.journal.PayloadCodec;
import torgau.journal.Reference;
import torgau.journal.SignedEntry;
import torgau.store.Arrived;
import torgau.store.StoreFault;
import torgau.store.sql.Session;

/// Entries from their rows. A row whose bytes are not those that were written is a fault that names the entry.
final class EntryRow {
    static final String COLUMNS =
            "arrival, height, arrived_at, sum, id, payload, signature, feed, sequence, kind, matter";

    private EntryRow() {}

    /// The entry of a row whose feed and kind have the numbers that they have in `numbers`.
    static Arrived read(ResultSet row, Numbers numbers) throws SQLException {
        Arrived arrived = read(row);
        Payload payload = arrived.entry().payload();
        boolean numbered =
                numbers.feed(row.getInt(8)).filter(payload.feed()::equals).isPresent()
                        && row.getLong(9) == payload.sequence()
                        && numbers.isKind(row.getInt(10), Kind.of(payload))
                        && Arrays.equals(matter(payload), row.getBytes(11));
        if (!numbered) {
            throw corrupt(payload.reference().toString(), "its row is filed under another place, kind or matter");
        }
        return arrived;
    }

    /// The entry of a row, wherever it is filed.
    static Arrived read(ResultSet row) throws SQLException {
        String name = "that arrived as number " + row.getLong(1);
        try {
            Entry entry = entry(row, name);
            var arrived = new Arrived(row.getLong(1), row.getLong(3), entry);
            if (Sums.ofEntry(entry, arrived.at()) != row.getLong(4)) {
                throw corrupt(entry.reference().toString(), "its bytes are not those that were written");
            }
            return arrived;
        } catch (IllegalArgumentException failure) {
            throw corrupt(name, String.valueOf(failure.getMessage()));
        }
    }

    private static Entry entry(ResultSet row, String name) throws SQLException {
        var signed = new SignedEntry(Session.bytes(row, 6), Session.bytes(row, 7));
        return switch (PayloadCodec.decode(signed.payload())) {
            case Decoded.Value<Payload>(Payload payload) ->
                new Entry(signed, payload, Digest.of(Session.bytes(row, 5)), row.getLong(2));
            case Decoded.Refusal<Payload>(Code _, String detail) -> throw corrupt(name, detail);
        };
    }

    /// The fault, with the entry named if it is damage that does not name it.
    static StoreFault naming(Reference place, StoreFault fault) {
        String message = String.valueOf(fault.getMessage());
        boolean unnamed = fault.code() == Code.STORE_CORRUPT && !message.contains(place.toString());
        return unnamed ? corrupt(place, message) : fault;
    }

    static StoreFault corrupt(Reference place, String detail) {
        return corrupt(place.toString(), detail);
    }

    static StoreFault corrupt(String name, String detail) {
        return new StoreFault(Code.STORE_CORRUPT, "entry " + name + " is damaged on the disk: " + detail);
    }

    private static byte @Nullable [] matter(Payload payload) {
        Reference matter = payload.matter();
        return matter == null ? null : Places.bytes(matter);
    }

    /// The values of a row, in the order of `INSERT`.
    static @Nullable Object[] values(Arrived arrived, Numbers numbers) {
        Entry entry = arrived.entry();
        Payload payload = entry.payload();
        return new @Nullable Object[] {
            arrived.cursor(),
            numbers.of(payload.feed()).orElseThrow(),
            payload.sequence(),
            numbers.of(Kind.of(payload)).orElseThrow(),
            entry.height(),
            arrived.at(),
            Sums.ofEntry(entry, arrived.at()),
            entry.id().bytes(),
            matter(payload),
            entry.signed().payload(),
            entry.signed().signature()
        };
    }

    static final String INSERT =
            "INSERT INTO entry (arrival, feed, sequence, kind, height, arrived_at, sum, id, matter,"
                    + " payload, signature) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
}
