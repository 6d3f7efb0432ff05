package torgau.journal;

import java.util.HexFormat;

/// The place of one entry: which feed, and where in it. The first entry of a feed has sequence 1.
public record Reference(Feed feed, long sequence) implements Comparable<Reference> {
    /// The greatest sequence: what a double holds exactly, so that every language can.
    public static final long MAX_SEQUENCE = (1L << 53) - 1;

    public Reference {
        if (sequence < 1 || sequence > MAX_SEQUENCE) {
            throw new IllegalArgumentException("sequence " + sequence + " is not within 1 to " + MAX_SEQUENCE);
        }
    }

    /// Reads what `toString` writes: `station.incarnation.sequence`, for example `257.0a1b2c3d.17`.
    public static Reference parse(String text) {
        String[] parts = text.split("\\.", 4);
        if (parts.length != 3 || parts[1].length() != 8) {
            throw new IllegalArgumentException("not a reference (station.incarnation.sequence): " + text);
        }
        int incarnation = HexFormat.fromHexDigits(parts[1]);
        return new Reference(new Feed(Integer.parseInt(parts[0]), incarnation), Long.parseLong(parts[2]));
    }

    @Override
    public int compareTo(Reference other) {
        int order = feed.compareTo(other.feed);
        return order != 0 ? order : Long.compare(sequence, other.sequence);
    }

    @Override
    public String toString() {
        return feed + "." + sequence;
    }
}
