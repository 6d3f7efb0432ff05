package torgau.station.shell;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import torgau.journal.Code;
import torgau.store.StoreFault;

/// Something on disk that may have to be opened anew while others use it: after a fault it is, and they
/// go on.
///
/// @param <T> what is open
public final class Kept<T> {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private @Nullable T open;
    private final Consumer<T> ending;
    private volatile boolean faulted;

    /// @param ending closes it
    public Kept(Consumer<T> ending) {
        this.ending = ending;
    }

    /// Uses it once. All of one use is of one opening.
    public <R> R use(Function<T, R> use) {
        lock.readLock().lock();
        try {
            T now = open;
            if (now == null) {
                throw new StoreFault(Code.STORE_STOPPED, "the store is being opened anew");
            }
            return use.apply(now);
        } catch (StoreFault fault) {
            faulted = true;
            throw fault;
        } finally {
            lock.readLock().unlock();
        }
    }

    /// Whether it has failed anybody since it was opened.
    public boolean faulted() {
        return faulted;
    }

    /// Closes what is open, if anything is, and opens another.
    public T replace(Supplier<T> opening) {
        lock.writeLock().lock();
        try {
            close();
            T opened = opening.get();
            open = opened;
            faulted = false;
            return opened;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /// Closes what is open; who uses it afterwards gets a `StoreFault`.
    public void close() {
        lock.writeLock().lock();
        try {
            T last = open;
            open = null;
            if (last != null) {
                ending.accept(last);
            }
        } catch (StoreFault fault) {
            Log.SHELL.atWarn().addKeyValue("code", fault.code().code()).log("a store could not be closed properly");
        } finally {
            lock.writeLock().unlock();
        }
    }
}
