package torgau.station.shell;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import torgau.station.heart.Input;

/// What waits for the heart, and whose turn it is to let it beat. Many put, in two rows: what the station itself must
/// know (the disk's reports, officers' commands) never waits for what peers send, and peers are made to wait where too
/// much of theirs is here.
///
/// Whoever puts something while the heart is idle takes the turn and serves it on its own thread; to wake another costs
/// more than most beats. Else it waits for the heart's thread, which has the turn whenever there is more.
final class Mailbox {
    /// Inputs from peers that may wait.
    static final int MAX_FROM_PEERS = 512;
    /// Bytes from peers that may wait.
    static final long MAX_BYTES_FROM_PEERS = 4 << 20;

    private static final int PEERS_AT_ONCE = 64;
    private static final long SHORTEST_NANOS = 1_000_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Condition room = lock.newCondition();
    private final Queue<Work> own = new ArrayDeque<>();
    private final Queue<Input> fromPeers = new ArrayDeque<>();
    private final LongSupplier steadyNanos;
    private Turn turn = _ -> Long.MAX_VALUE;
    private long bytesFromPeers;
    private boolean taken = true;
    private boolean closed;
    private long dueAt;
    private long sleepsUntil;
    private volatile int waiting;

    /// What one does who has the turn.
    interface Turn {
        /// Serves all this.
        ///
        /// @return when the heart's thread has to look even if nothing comes; steady nanoseconds
        long serve(Collection<Work> work);
    }

    Mailbox(LongSupplier steadyNanos) {
        this.steadyNanos = steadyNanos;
    }

    /// The first turn is over: from now on others may take it, and do this in it.
    void open(Turn ofAll, long due) {
        turn = ofAll;
        giveBack(due);
    }

    /// Puts something of the station's own; never waits. False if nobody takes any more.
    boolean put(Work work) {
        lock.lock();
        try {
            if (closed) {
                return false;
            }
            own.add(work);
            arrived();
        } finally {
            lock.unlock();
        }
        serve();
        return true;
    }

    boolean put(Input input) {
        return put(new Work.Happened(input));
    }

    /// Puts what a bearer brings; waits while too much does. False if nobody takes any more.
    boolean putFromPeer(Input input) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed && (fromPeers.size() >= MAX_FROM_PEERS || bytesFromPeers >= MAX_BYTES_FROM_PEERS)) {
                room.await();
            }
            if (closed) {
                return false;
            }
            fromPeers.add(input);
            bytesFromPeers += bytes(input);
            arrived();
        } finally {
            lock.unlock();
        }
        serve();
        return true;
    }

    /// Puts what a bearer reports of itself, behind what it brought; never waits.
    void putFromPeerNow(Input input) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            fromPeers.add(input);
            arrived();
        } finally {
            lock.unlock();
        }
        serve();
    }

    private void arrived() {
        waiting = own.size() + fromPeers.size();
    }

    private static long bytes(Input input) {
        return input instanceof Input.Received received ? received.message().length : 0;
    }

    /// Serves what waits if nobody else does; once, since this thread has work of its own.
    private void serve() {
        var work = new ArrayDeque<Work>();
        if (take(work)) {
            giveBack(turn.serve(work));
        }
    }

    private boolean take(Collection<Work> work) {
        lock.lock();
        try {
            if (taken || closed || waiting == 0) {
                return false;
            }
            taken = true;
            move(work);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// Takes the turn for the heart's thread, once something waits or is due: all of the station's own first, then some
    /// from peers. False if nobody takes any more.
    boolean takeDue(Collection<Work> work) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed && (taken || (waiting == 0 && rest() > 0))) {
                sleepsUntil = dueAt;
                changed.awaitNanos(Math.max(SHORTEST_NANOS, rest()));
            }
            sleepsUntil = Long.MIN_VALUE;
            if (closed) {
                return false; // another may still have the turn: it is not for this thread to give it back
            }
            taken = true;
            move(work);
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void move(Collection<Work> work) {
        work.addAll(own);
        own.clear();
        for (int i = 0; i < PEERS_AT_ONCE && !fromPeers.isEmpty(); i++) {
            Input input = fromPeers.remove();
            bytesFromPeers -= bytes(input);
            work.add(new Work.Happened(input));
        }
        waiting = fromPeers.size();
        room.signalAll();
    }

    private long rest() {
        return dueAt - steadyNanos.getAsLong();
    }

    /// The heart may beat on another thread again.
    ///
    /// @param due when its own has to look even if nothing comes
    void giveBack(long due) {
        lock.lock();
        try {
            taken = false;
            dueAt = due;
            if (waiting > 0 || due < sleepsUntil || closed) {
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /// How much waits now.
    int depth() {
        return waiting;
    }

    /// Nothing is put or taken any more. Waits, but not long, for whoever has the turn.
    void close(long nanos) {
        boolean interrupted = false;
        lock.lock();
        try {
            closed = true;
            own.clear();
            fromPeers.clear();
            changed.signalAll();
            room.signalAll();
            long left = nanos;
            while (taken && left > 0 && !interrupted) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException _) {
            interrupted = true;
        } finally {
            lock.unlock();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
