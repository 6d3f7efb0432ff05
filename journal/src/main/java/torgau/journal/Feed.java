package torgau.journal;

import java.util.HexFormat;

/// One station's chain of entries, in one incarnation.
///
/// @param station number of the station, party × 256 + the party's own numbering, 1 to 65,535
/// @param incarnation four random bytes drawn when the chain was begun
public record Feed(int station, int incarnation) implements Comparable<Feed> {
    /// The greatest station number: parties are numbered 1 to 255.
    public static final int MAX_STATION = 65_535;

    public Feed {
        if (station < 1 || station > MAX_STATION) {
            throw new IllegalArgumentException("station number " + station + " is not within 1 to " + MAX_STATION);
        }
    }

    /// Number of the party whose station this is.
    public int party() {
        return station >>> 8;
    }

    @Override
    public int compareTo(Feed other) {
        int order = Integer.compare(station, other.station);
        return order != 0 ? order : Integer.compareUnsigned(incarnation, other.incarnation);
    }

    @Override
    public String toString() {
        return station + "." + HexFormat.of().toHexDigits(incarnation);
    }
}
