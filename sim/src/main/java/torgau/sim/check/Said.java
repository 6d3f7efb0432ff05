package torgau.sim.check;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import torgau.journal.Digest;
import torgau.journal.Feed;
import torgau.journal.Reference;
import torgau.journal.cbor.CborValue;
import torgau.journal.cbor.CborValue.ArrayValue;
import torgau.journal.cbor.CborValue.BytesValue;
import torgau.journal.cbor.CborValue.IntegerValue;

/// An entry's payload, read from its bytes alone:
/// `[feed, sequence, seen, time, class, precedence, [type, to, matter, refs, body]]`.
///
/// @param type number of the act's type
record Said(Reference place, List<Mark> seen, int precedence, int type) {
    private static final int SEEN_TYPE = 12;
    private static final int FLASH = 0;

    /// `[feed, sequence]` or `[feed, sequence, [[sequence, id], …]]`.
    record Mark(Feed feed, long sequence, List<Ahead> ahead) {}

    record Ahead(Reference place, Digest id) {}

    static Said read(byte[] payload) {
        List<CborValue> fields = items(CborValue.decode(payload));
        List<Mark> seen = items(fields.get(2)).stream().map(Said::mark).toList();
        var place = new Reference(feed(fields.get(0)), number(fields.get(1)));
        int type = (int) number(items(fields.get(6)).getFirst());
        return new Said(place, seen, (int) number(fields.get(5)), type);
    }

    /// Whether it is nothing but a receipt, which calls for no receipt.
    boolean receipt() {
        return type == SEEN_TYPE;
    }

    boolean flash() {
        return precedence == FLASH;
    }

    Feed feed() {
        return place.feed();
    }

    private static Mark mark(CborValue value) {
        List<CborValue> fields = items(value);
        Feed feed = feed(fields.get(0));
        var ahead = new ArrayList<Ahead>();
        if (fields.size() > 2) {
            for (CborValue one : items(fields.get(2))) {
                Digest id = Digest.of(bytes(items(one).get(1)));
                ahead.add(new Ahead(new Reference(feed, number(items(one).getFirst())), id));
            }
        }
        return new Mark(feed, number(fields.get(1)), ahead);
    }

    private static Feed feed(CborValue value) {
        List<CborValue> fields = items(value);
        return new Feed(
                (int) number(fields.get(0)),
                ByteBuffer.wrap(bytes(fields.get(1))).getInt());
    }

    static List<CborValue> items(CborValue value) {
        return value instanceof ArrayValue(List<CborValue> items) ? items : List.of();
    }

    static long number(CborValue value) {
        if (value instanceof IntegerValue(long number)) {
            return number;
        }
        throw new Violation("not a number: " + value);
    }

    static byte[] bytes(CborValue value) {
        if (value instanceof BytesValue(byte[] bytes)) {
            return bytes;
        }
        throw new Violation("not bytes: " + value);
    }
}
