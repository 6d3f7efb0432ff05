package torgau.store.desk;

import torgau.journal.Checks;

/// A text as far as it is written.
///
/// @param id chosen by the client
/// @param revision from 1, one more at each saving
/// @param savedAt milliseconds UTC
/// @param content JSON, at most `MAX_BYTES`; nothing in it is looked at here
public record Draft(String id, long revision, long savedAt, byte[] content) {
    /// Bytes of one draft.
    public static final int MAX_BYTES = 131_072;

    public Draft {
        Checks.name("draft id", id);
        Checks.within("revision", revision, 1, Long.MAX_VALUE);
        Checks.within("draft in bytes", content.length, 0, MAX_BYTES);
    }
}
