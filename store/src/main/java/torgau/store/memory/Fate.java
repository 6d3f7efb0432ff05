package torgau.store.memory;

/// What becomes of one commit.
public enum Fate {
    /// It is kept.
    KEPT,
    /// It fails, and is not there when the store is opened anew: a torn write.
    TORN,
    /// It is reported as failed, and yet is there when the store is opened anew.
    KEPT_BUT_FAILED,
    /// The disk is full, and nothing of it is kept.
    DISK_FULL;

    /// Says what becomes of each commit.
    @FunctionalInterface
    public interface Script {
        /// Every commit is kept.
        Script KIND = _ -> KEPT;

        /// The fate of the commit with this number, counted from 1 over all openings of one disk.
        Fate of(long commit);
    }
}
