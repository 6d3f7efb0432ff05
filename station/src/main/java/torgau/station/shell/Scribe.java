package torgau.station.shell;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import torgau.journal.Code;
import torgau.station.heart.Effect;
import torgau.station.heart.Input;
import torgau.store.Batch;
import torgau.store.JournalStore;
import torgau.store.StoreFault;
import torgau.store.Write;

/// The one thread that writes the store. Whatever has gathered while it wrote becomes the next transaction, and only
/// the
/// last token of each is reported. After the first fault it writes no more.
final class Scribe {
    private static final int WRITES_AT_ONCE = 1_024;

    private final JournalStore store;
    private final Mailbox mailbox;
    private final Gauges gauges;
    private final LongSupplier nanos;
    private final Consumer<Throwable> ruined;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Deque<Effect.Commit> waiting = new ArrayDeque<>();
    private final Thread thread;
    private boolean closing;

    Scribe(String name, JournalStore store, Mailbox mailbox, Gauges gauges, Rim rim) {
        this.store = store;
        this.mailbox = mailbox;
        this.gauges = gauges;
        this.nanos = rim.clocks().steadyNanos();
        this.ruined = rim.ruined();
        this.thread = Thread.ofPlatform().name("store " + name).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void put(Effect.Commit commit) {
        lock.lock();
        try {
            waiting.add(commit);
            filled.signal();
        } finally {
            lock.unlock();
        }
    }

    /// Writes what waits, and ends; a disk that hangs is not waited for longer than `within`.
    void close(Duration within) {
        lock.lock();
        try {
            closing = true;
            filled.signal();
        } finally {
            lock.unlock();
        }
        try {
            thread.join(within);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            write();
        } catch (Throwable ruin) {
            ruined.accept(ruin);
        }
    }

    private void write() {
        var writes = new ArrayList<Write>();
        for (Effect.Commit last = take(writes); last != null; last = take(writes)) {
            if (!commit(last.token(), writes)) {
                return;
            }
            writes.clear();
        }
    }

    /// Gathers what waits into one batch, in its order; null if there is nothing and no more will come.
    private Effect.@Nullable Commit take(List<Write> writes) {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closing) {
                filled.awaitUninterruptibly();
            }
            Effect.@Nullable Commit last = null;
            while (!waiting.isEmpty() && writes.size() < WRITES_AT_ONCE) {
                last = waiting.remove();
                writes.addAll(last.batch().writes());
            }
            return last;
        } finally {
            lock.unlock();
        }
    }

    private boolean commit(long token, List<Write> writes) {
        long begun = nanos.getAsLong();
        try {
            store.commit(new Batch(writes));
        } catch (StoreFault fault) {
            mailbox.put(new Input.WriteFailed(token, fault.code(), String.valueOf(fault.getMessage())));
            return false;
        } catch (RuntimeException bug) {
            Log.SHELL.atError().setCause(bug).log("a batch was refused by the store");
            mailbox.put(new Input.WriteFailed(token, Code.STATION_FAULT, String.valueOf(bug.getMessage())));
            return false;
        }
        gauges.committed(nanos.getAsLong() - begun, writes.size());
        mailbox.put(new Input.Written(token));
        return true;
    }
}
