package torgau.station.shell;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import torgau.station.heart.Notice;
import torgau.store.desk.Alarm;

/// Hands on what the heart tells: to counters, to listeners in this process, and to those who watch over
/// the interface. A watcher that does not keep up loses its place, and nobody else does.
public final class EventHub {
    private final Gauges gauges;
    private final int station;
    private final List<Consumer<Notice>> listeners = new CopyOnWriteArrayList<>();
    private final List<Watch> watches = new CopyOnWriteArrayList<>();

    EventHub(Gauges gauges, int station) {
        this.gauges = gauges;
        this.station = station;
    }

    /// A listener is called on the heart's own thread: it must be quick and must not wait.
    void listen(Consumer<Notice> listener) {
        listeners.add(listener);
    }

    void tell(Notice notice) {
        gauges.told(notice, station);
        for (Consumer<Notice> listener : listeners) {
            listener.accept(notice);
        }
        switch (notice) {
            case Notice.Admitted _, Notice.AheadOfRecord _ -> watches.forEach(Watch::arrived);
            case Notice.LineChanged _ -> watches.forEach(Watch::lineChanged);
            case Notice.AlarmRaised _, Notice.AlarmEnded _, Notice.Dropped _, Notice.BlobKept _ -> {}
        }
    }

    void tell(Alarm alarm) {
        watches.forEach(watch -> watch.alarm(alarm));
    }

    /// Says that the status as a whole may be another now.
    public void statusChanged() {
        watches.forEach(Watch::lineChanged);
    }

    /// Begins to watch; whoever watches ends it by closing.
    public Watch watch() {
        var watch = new Watch(watches::remove);
        watches.add(watch);
        return watch;
    }

    /// Ends every watch, at the station's end.
    void close() {
        watches.forEach(Watch::close);
    }

    /// What one watcher has not taken yet. Arrivals are only noted: the watcher reads them from the
    /// journal, at its own pace. Alarms wait, up to a limit.
    public static final class Watch implements AutoCloseable {
        /// Alarms that may wait for one watcher.
        public static final int MAX_WAITING = 1_000;

        private final ReentrantLock lock = new ReentrantLock();
        private final Condition news = lock.newCondition();
        private final Consumer<Watch> forget;
        private final Deque<Alarm> alarms = new ArrayDeque<>();
        private volatile boolean arrived;
        private boolean lineChanged;
        private boolean closed;

        private Watch(Consumer<Watch> forget) {
            this.forget = forget;
        }

        /// What has happened since the last call.
        ///
        /// @param arrived whether there may be new entries
        /// @param open whether there will be more; else the watch has ended
        public record News(boolean arrived, boolean lineChanged, List<Alarm> alarms, boolean open) {}

        private void arrived() {
            if (!arrived) {
                note(() -> arrived = true);
            }
        }

        private void lineChanged() {
            note(() -> lineChanged = true);
        }

        private void alarm(Alarm alarm) {
            note(() -> {
                alarms.add(alarm);
                closed |= alarms.size() > MAX_WAITING;
            });
        }

        private void note(Runnable change) {
            lock.lock();
            try {
                change.run();
                news.signalAll();
            } finally {
                lock.unlock();
            }
        }

        /// Waits for news, at most so long.
        public News await(long nanos) throws InterruptedException {
            lock.lockInterruptibly();
            try {
                long left = nanos;
                while (!arrived && !lineChanged && alarms.isEmpty() && !closed && left > 0) {
                    left = news.awaitNanos(left);
                }
                var now = new News(arrived, lineChanged, new ArrayList<>(alarms), !closed);
                arrived = false;
                lineChanged = false;
                alarms.clear();
                return now;
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            forget.accept(this);
            note(() -> closed = true);
        }
    }
}
