package torgau.journal;

/// The fixed limits of an entry. Admission checks them; docs/spec/02-entries.md prints them.
public final class Limits {
    /// Bytes of one payload.
    public static final int PAYLOAD_BYTES = 65_536;
    /// Bytes of one free text, in UTF-8.
    public static final int TEXT_BYTES = 32_768;
    /// Bytes of a name, a title, an authority or a subject, in UTF-8.
    public static final int NAME_BYTES = 256;
    /// Bytes of a language tag (BCP 47).
    public static final int LANGUAGE_BYTES = 16;
    /// Bytes of the code of a procedure or a format.
    public static final int CODE_BYTES = 8;
    /// References in one entry.
    public static final int REFERENCES = 64;
    /// Feeds that one entry can newly see.
    public static final int SEEN_FEEDS = 1_024;
    /// Single entries ahead of a gap that one entry can list, per feed.
    public static final int AHEAD_PER_FEED = 64;
    /// How often the keys of one station can be changed; then the party adds another station.
    public static final int REKEYS = 64;
    /// Parties on a line.
    public static final int PARTIES = 255;
    /// Courtesy translations beside one text, reasons, kinds that stay open, and the like.
    public static final int LIST_ITEMS = 16;
    /// The greatest time, in milliseconds since 1970 UTC.
    public static final long TIME_MILLIS = (1L << 53) - 1;

    private Limits() {}
}
