package torgau.store.desk;

import torgau.journal.Checks;

/// What is kept about one officer of this station. Private: no entry names an officer.
///
/// @param revision 1 of the first, one more at each change
/// @param content as the station writes it
public record OfficerFile(String id, long revision, byte[] content) {
    /// Officers of one station, those whose duty has ended among them.
    public static final int MOST = 500;
    /// Bytes about one officer.
    public static final int MAX_BYTES = 65_536;

    public OfficerFile {
        Checks.name("officer", id);
        Checks.within("revision", revision, 1, Long.MAX_VALUE);
        Checks.within("content in bytes", content.length, 1, MAX_BYTES);
    }
}
