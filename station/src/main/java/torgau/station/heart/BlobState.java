package torgau.station.heart;

import torgau.journal.Digest;
import torgau.store.JournalStore;

/// What there is of a blob at this station.
public enum BlobState {
    HERE,
    /// It was erased here.
    ERASED,
    /// It has not come.
    ABSENT;

    /// What the store has on disk.
    public static BlobState of(JournalStore store, Digest blob) {
        if (store.memory(BlobsKept.ERASED + blob).isPresent()) {
            return ERASED;
        }
        return store.keeps(blob) ? HERE : ABSENT;
    }
}
