package torgau.sim;

/// What can go wrong in a simulated world, as it is counted.
public enum Fault {
    /// A process dies; what it had not committed is gone.
    KILL,
    /// The machine dies with it, and comes back as another run of the machine.
    POWER_CUT,
    /// A process stops in order and starts again.
    CLEAN_RESTART,
    /// A commit fails and is not on the disk.
    TORN_WRITE,
    /// A commit is reported as failed, and yet is on the disk.
    KEPT_BUT_FAILED,
    DISK_FULL,
    /// A disk had reported commits as kept that a power cut took away.
    LYING_DISK,
    /// A disk is set back to an older copy.
    RESTORE,
    SLOW_DISK,
    STREAM_BREAK,
    /// One end of a stream learns late or never that it is broken.
    HALF_OPEN,
    PARTITION,
    ONE_WAY_PARTITION,
    LOSS,
    REORDER,
    DUPLICATE,
    CORRUPT,
    /// Bytes that were on the wire before come again.
    REPLAY,
    /// A stranger connects and sends what it has.
    STRANGER,
    CLOCK_JUMP
}
