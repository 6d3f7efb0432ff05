package torgau.store.sqlite;

import java.nio.ByteBuffer;
import java.util.TreeMap;
import torgau.journal.Feed;
import torgau.journal.Reference;
import torgau.journal.SeenVector;

/// References as 14 bytes whose order is theirs.
final class Places {
    private static final int BYTES = 14;

    private Places() {}

    static byte[] bytes(Reference place) {
        var buffer = ByteBuffer.allocate(BYTES);
        put(buffer, place.feed(), place.sequence());
        return buffer.array();
    }

    static byte[] bytes(SeenVector seen) {
        var buffer = ByteBuffer.allocate(BYTES * seen.sequences().size());
        seen.sequences().forEach((feed, sequence) -> put(buffer, feed, sequence));
        return buffer.array();
    }

    private static void put(ByteBuffer buffer, Feed feed, long sequence) {
        buffer.putShort((short) feed.station()).putInt(feed.incarnation()).putLong(sequence);
    }

    static Reference reference(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        return new Reference(feed(buffer), buffer.getLong());
    }

    static SeenVector seen(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        var sequences = new TreeMap<Feed, Long>();
        while (buffer.hasRemaining()) {
            sequences.put(feed(buffer), buffer.getLong());
        }
        return new SeenVector(sequences);
    }

    private static Feed feed(ByteBuffer buffer) {
        return new Feed(Short.toUnsignedInt(buffer.getShort()), buffer.getInt());
    }
}
