package torgau.journal;

import java.nio.ByteBuffer;
import torgau.journal.cbor.CborReader;
import torgau.journal.cbor.CborWriter;

/// Fields that several structures of the journal share: feeds, references, digests, counted lists.
public final class Fields {
    private Fields() {}

    public static void feed(CborWriter out, Feed feed) {
        byte[] incarnation = ByteBuffer.allocate(4).putInt(feed.incarnation()).array();
        out.array(2).integer(feed.station()).bytes(incarnation);
    }

    public static Feed feed(CborReader in) {
        in.array(2);
        int station = (int) in.unsigned(Feed.MAX_STATION);
        return new Feed(station, ByteBuffer.wrap(in.bytesExactly(4)).getInt());
    }

    public static void reference(CborWriter out, Reference reference) {
        feed(out.array(2), reference.feed());
        out.integer(reference.sequence());
    }

    public static Reference reference(CborReader in) {
        in.array(2);
        return new Reference(feed(in), in.unsigned(Reference.MAX_SEQUENCE));
    }

    public static Digest digest(CborReader in) {
        return Digest.of(in.bytesExactly(Digest.BYTES));
    }

    /// The length of the list that comes next, at most `max`.
    public static int count(CborReader in, String what, int max) {
        int count = in.array();
        Checks.within(what, count, 0, max);
        return count;
    }

    /// Fails unless a structure has the shape that its kind demands.
    public static void shape(boolean holds, String found) {
        if (!holds) {
            throw new IllegalArgumentException("wrong shape: " + found);
        }
    }
}
