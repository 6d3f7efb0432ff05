package torgau.station.shell;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import torgau.station.heart.Input;

/// What waits for the heart. Many put, one takes, in two rows: what the station itself must know (the disk's reports,
/// officers' commands) never waits for what peers send, and peers are made to wait where too much of theirs is here.
final class Mailbox {
    /// Inputs from peers that may wait.
    static final int MAX_FROM_PEERS = 512;
    /// Bytes from peers that may wait.
    static final long MAX_BYTES_FROM_PEERS = 4 << 20;

    private static final int PEERS_AT_ONCE = 64;
    private static final long SPIN_NANOS = 15_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Condition room = lock.newCondition();
    private final Queue<Work> own = new ArrayDeque<>();
    private final Queue<Input> fromPeers = new ArrayDeque<>();
    private long bytesFromPeers;
    private boolean parked;
    private boolean closed;
    private volatile int waiting;

    /// Puts something of the station's own; never waits. False if nobody takes any more.
    boolean put(Work work) {
        lock.lock();
        try {
            if (closed) {
                return false;
            }
            own.add(work);
            arrived();
            return true;
        } finally {
            lock.unlock();
        }
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
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// Puts what a bearer reports of itself, behind what it brought; never waits.
    void putFromPeerNow(Input input) {
        lock.lock();
        try {
            if (!closed) {
                fromPeers.add(input);
                arrived();
            }
        } finally {
            lock.unlock();
        }
    }

    private void arrived() {
        waiting = own.size() + fromPeers.size();
        if (parked) {
            parked = false;
            filled.signal();
        }
    }

    private static long bytes(Input input) {
        return input instanceof Input.Received received ? received.message().length : 0;
    }

    /// Moves what waits to `taken`: all of the station's own first, then some from peers. Waits for it, but not longer
    /// than so many nanoseconds.
    void take(Collection<Work> taken, long nanos) throws InterruptedException {
        spin(nanos);
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (own.isEmpty() && fromPeers.isEmpty() && left > 0 && !closed) {
                parked = true;
                left = filled.awaitNanos(left);
            }
            parked = false;
            move(taken);
        } finally {
            lock.unlock();
        }
    }

    /// A short wait costs less than to be woken up.
    private void spin(long nanos) {
        if (waiting > 0 || nanos <= 0) {
            return;
        }
        long end = System.nanoTime() + Math.min(nanos, SPIN_NANOS);
        while (waiting == 0 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private void move(Collection<Work> taken) {
        taken.addAll(own);
        own.clear();
        for (int i = 0; i < PEERS_AT_ONCE && !fromPeers.isEmpty(); i++) {
            Input input = fromPeers.remove();
            bytesFromPeers -= bytes(input);
            taken.add(new Work.Happened(input));
        }
        waiting = fromPeers.size();
        room.signalAll();
    }

    /// How much waits now.
    int depth() {
        return waiting;
    }

    /// Nothing is put or taken any more, and nobody waits.
    ///
    /// @return what was not taken
    Collection<Work> close() {
        lock.lock();
        try {
            closed = true;
            var left = new ArrayDeque<Work>(own);
            own.clear();
            fromPeers.clear();
            filled.signalAll();
            room.signalAll();
            return left;
        } finally {
            lock.unlock();
        }
    }

    /// Nanoseconds of so many milliseconds, at most a second.
    static long nanos(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(Math.clamp(millis, 0, 1_000));
    }
}
