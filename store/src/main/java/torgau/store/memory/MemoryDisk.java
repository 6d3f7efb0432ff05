package torgau.store.memory;

import java.util.ArrayDeque;
import java.util.Deque;
import torgau.store.Batch;

/// A disk that is none. It outlives the stores opened on it, so that a restart is a new `MemoryStore` on the same
/// disk.
///
/// A sound disk keeps what a commit was given. One that `mayLose` some commits is a disk that lies, or a damaged
/// write- ahead log: at a power cut the last ones may be gone, without an error.
public final class MemoryDisk {
    private final Fate.Script script;
    private final int mayLose;
    private final Deque<Batch> unsure = new ArrayDeque<>();
    private Tables sure;
    private Tables current;
    private long capacity;
    private long commits;
    private boolean taken;
    private Batch left = Batch.of();

    /// @param mayLose how many of the last commits a power cut can lose; 0 for a sound disk
    /// @param capacity bytes that fit
    public MemoryDisk(int mayLose, long capacity, Fate.Script script) {
        this(new Tables(), mayLose, capacity, script);
    }

    /// A sound disk of unlimited size.
    public MemoryDisk() {
        this(0, Long.MAX_VALUE, Fate.Script.KIND);
    }

    private MemoryDisk(Tables tables, int mayLose, long capacity, Fate.Script script) {
        this.script = script;
        this.mayLose = mayLose;
        this.capacity = capacity;
        current = tables;
        sure = mayLose == 0 ? current : current.copy();
    }

    /// The power fails: the store in use ends, and the last `lost` commits are gone.
    public void cut(int lost) {
        if (lost > unsure.size()) {
            throw new IllegalArgumentException("this disk can lose " + unsure.size() + " commits now, not " + lost);
        }
        if (lost > 0) {
            left = Batch.of();
        }
        while (unsure.size() > lost) {
            sure.apply(unsure.removeFirst());
        }
        unsure.clear();
        current = mayLose == 0 ? sure : sure.copy();
        taken = false;
    }

    /// Everything committed so far can no longer be lost.
    public void sync() {
        unsure.forEach(sure::apply);
        unsure.clear();
    }

    /// How many commits a power cut can lose now.
    public int losable() {
        return unsure.size();
    }

    /// How many commits have been tried.
    public long commits() {
        return commits;
    }

    public long free() {
        return Math.max(0, capacity - current.bytes());
    }

    public void capacity(long bytes) {
        capacity = bytes;
    }

    /// A copy as a backup makes one: sound, with the same capacity, in use by nobody.
    public MemoryDisk copy() {
        return new MemoryDisk(current.copy(), 0, capacity, Fate.Script.KIND);
    }

    Tables tables() {
        return current;
    }

    /// Opens the disk for one store; what a failed commit had written after all is there from now on.
    boolean take() {
        if (taken) {
            return false;
        }
        taken = true;
        keep(left);
        left = Batch.of();
        return true;
    }

    void release() {
        taken = false;
    }

    Fate next(Batch batch) {
        Fate fate = script.of(++commits);
        return fate == Fate.KEPT && Tables.size(batch) > free() ? Fate.DISK_FULL : fate;
    }

    void leave(Batch batch) {
        left = batch;
    }

    void keep(Batch batch) {
        current.apply(batch);
        if (mayLose > 0) {
            unsure.addLast(batch);
            if (unsure.size() > mayLose) {
                sure.apply(unsure.removeFirst());
            }
        }
    }
}
