package torgau.store.desk;

/// An officer's note: private to this station, and never said to anybody.
///
/// @param about what it is about, as its reader names it
/// @param revision 1 of the first, one more at each change
/// @param words empty if the note was taken away
/// @param seat at which it was written
/// @param at milliseconds UTC
public record Note(String about, long revision, String words, String seat, long at) {
    /// Bytes of the words.
    public static final int MAX_WORDS = 8_192;
    /// Bytes of what it is about.
    public static final int MAX_ABOUT = 1_024;
    /// Changes of one note.
    public static final int MOST_REVISIONS = 1_000;
}
