package torgau.station.shell;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import torgau.station.heart.Notice;
import torgau.store.StoreFault;

/// Keeps something up with the journal as it is on disk: in the background from when the station starts,
/// and before each question what has come since. Pages are taken in turn, one after another, by whoever
/// needs them first.
public final class Follower implements AutoCloseable {
    private static final long LOOK_AGAIN_MILLIS = 5_000;
    private static final long AFTER_FAULT_MILLIS = 1_000;
    private static final long ENDS_WITHIN_MILLIS = 5_000;

    private final Following following;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Semaphore news = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    /// What is kept up.
    public interface Following {
        /// In the words of the log: `matters`.
        String name();

        Logger log();

        /// Takes the next page, in turn; whether that was the last.
        boolean follow();

        /// Whether there may be something to read once this is told.
        default boolean wakes(Notice notice) {
            return notice instanceof Notice.Admitted;
        }

        /// What is done in the background before each rest, out of turn; whether to rest then.
        ///
        /// @param follower that keeps it up
        default boolean round(Follower follower) throws InterruptedException {
            return follower.inTurn(this::follow);
        }

        /// Called in turn after a rest in which nothing came.
        default void idle() {}

        /// Called in turn after a store could not be used, before it is used again.
        default void mend(StoreFault fault) {}
    }

    /// Listens to what comes, and reads once it is started.
    public Follower(StationProcess process, Following following) {
        this.following = following;
        this.thread = Thread.ofPlatform()
                .daemon()
                .name(following.name() + " " + process.setup().name())
                .unstarted(this::run);
        process.listen(notice -> {
            if (following.wakes(notice)) {
                wake();
            }
        });
    }

    public void start() {
        thread.start();
    }

    /// Has the background look what there is. Never waits: the heart may call it.
    public void wake() {
        if (news.availablePermits() == 0) {
            news.release();
        }
    }

    /// Does something while nobody else follows or asks.
    public <T> T inTurn(Supplier<T> work) {
        turn.lock();
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }

    /// The answer to a question, in turn, after at most so many pages of what is on disk by now.
    public <T> T asked(int pages, Supplier<T> question) {
        return inTurn(() -> {
            take(pages);
            return question.get();
        });
    }

    /// Takes at most so many pages of what is on disk by now, if the turn comes in time.
    public void take(int pages, long withinMillis) {
        try {
            if (turn.tryLock(withinMillis, TimeUnit.MILLISECONDS)) {
                try {
                    take(pages);
                } finally {
                    turn.unlock();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(int pages) {
        for (int page = 0; page < pages; page++) {
            if (following.follow()) {
                return;
            }
        }
        wake();
    }

    private void run() {
        try {
            while (!closed) {
                if (round() && !news.tryAcquire(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                    guarded(following::idle);
                }
                // All that it was woken for is on disk, and the next round reads to the end.
                news.drainPermits();
            }
        } catch (InterruptedException _) {
            // as if closed
        }
    }

    /// One round; whether to rest after it.
    private boolean round() throws InterruptedException {
        try {
            return following.round(this);
        } catch (StoreFault fault) {
            if (!closed) {
                following
                        .log()
                        .atWarn()
                        .addKeyValue("code", fault.code().code())
                        .log("the {} could not be read", following.name());
                guarded(() -> following.mend(fault));
            }
        } catch (RuntimeException bug) {
            tell(bug);
        }
        Thread.sleep(AFTER_FAULT_MILLIS);
        return true;
    }

    private void guarded(Runnable work) {
        turn.lock();
        try {
            work.run();
        } catch (RuntimeException bug) {
            tell(bug);
        } finally {
            turn.unlock();
        }
    }

    private void tell(RuntimeException bug) {
        if (!closed) {
            following.log().atError().setCause(bug).log("the {} could not be kept", following.name());
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    /// Waits a little until nothing is followed any more, once it was closed.
    public void ended() {
        try {
            thread.join(ENDS_WITHIN_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
