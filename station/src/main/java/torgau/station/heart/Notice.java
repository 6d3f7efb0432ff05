package torgau.station.heart;

import torgau.journal.Code;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.Reference;
import torgau.store.Pending;

/// What the heart tells those who watch.
public sealed interface Notice {
    /// An entry is on the journal, and on disk.
    record Admitted(Entry entry) implements Notice {}

    /// A genuine entry is here ahead of what it follows.
    record AheadOfRecord(Pending pending) implements Notice {}

    /// A signature has been seen on another station's word: it holds everything up to this place.
    record LineChanged(LineStatus status) implements Notice {}

    /// What an entry names has come, and is kept.
    ///
    /// @param by the entry that named it first
    record BlobKept(Digest blob, Reference by) implements Notice {}

    record AlarmRaised(Alarm alarm) implements Notice {}

    record AlarmEnded(Alarm alarm) implements Notice {}

    /// Something from outside was dropped; counted, not shown.
    record Dropped(Code code) implements Notice {}

    /// A disturbance that an officer must come to know of. The same key is the same disturbance.
    ///
    /// @param station the peer concerned, or 0
    record Alarm(String key, Code code, int station, long since, String detail) {}
}
