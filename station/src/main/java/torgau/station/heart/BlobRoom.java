package torgau.station.heart;

/// How much of its disk a station gives to what travels apart from the journal.
///
/// @param quotaBytes for the blobs that the entries of one other station name; what is beyond waits
/// @param floorBytes of the disk that blobs leave free, for the journal
public record BlobRoom(long quotaBytes, long floorBytes) {
    public static final BlobRoom DEFAULT = new BlobRoom(1L << 30, 1L << 29);
}
