package torgau.journal;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import torgau.journal.crypto.Sha256;

/// A SHA-256 value: the id of an entry, of a line, of an amendment or of a catalogue. Ordered bytewise.
public record Digest(long first, long second, long third, long fourth) implements Comparable<Digest> {
    /// Length in bytes.
    public static final int BYTES = 32;

    /// The digest whose 32 bytes are given.
    public static Digest of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a digest has 32 bytes, not " + bytes.length);
        }
        var buffer = ByteBuffer.wrap(bytes);
        return new Digest(buffer.getLong(), buffer.getLong(), buffer.getLong(), buffer.getLong());
    }

    /// SHA-256 over the parts, one after the other.
    public static Digest over(byte[]... parts) {
        return of(Sha256.of(parts));
    }

    /// The digest written as 64 hexadecimal digits.
    public static Digest ofHex(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES)
                .putLong(first)
                .putLong(second)
                .putLong(third)
                .putLong(fourth)
                .array();
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes());
    }

    @Override
    public int compareTo(Digest other) {
        int order = Long.compareUnsigned(first, other.first);
        order = order != 0 ? order : Long.compareUnsigned(second, other.second);
        order = order != 0 ? order : Long.compareUnsigned(third, other.third);
        return order != 0 ? order : Long.compareUnsigned(fourth, other.fourth);
    }

    @Override
    public String toString() {
        return hex();
    }
}
