package torgau.store.sql;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import torgau.journal.Code;
import torgau.store.StoreFault;

/// Keeps a second process, and a second store in this one, from opening the same file. The lock ends with the process,
/// however that ends; the lock's own file stays and means nothing.
final class FileLock implements AutoCloseable {
    /// Closing any channel of a file ends all of the process's locks on it, so a second one must not even be opened.
    private static final Set<Path> HERE = new ConcurrentSkipListSet<>();

    private final Path path;
    private final FileChannel channel;

    private FileLock(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    static FileLock of(Path file) {
        Path path = file.toAbsolutePath().normalize().resolveSibling(file.getFileName() + ".lock");
        if (!HERE.add(path)) {
            throw new StoreFault(Code.STORE_LOCKED, file + " is open in this process already");
        }
        try {
            var channel = FileChannel.open(
                    path, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), Ownership.attributes(path));
            if (channel.tryLock() != null) {
                return new FileLock(path, channel);
            }
            channel.close();
        } catch (IOException failure) {
            HERE.remove(path);
            throw new StoreFault(Code.STORE_UNREADABLE, "cannot lock " + path + ": " + failure.getMessage(), failure);
        }
        HERE.remove(path);
        throw new StoreFault(Code.STORE_LOCKED, file + " is open in another process; stop that one first");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new StoreFault(Code.STORE_UNREADABLE, "cannot unlock " + path + ": " + failure.getMessage(), failure);
        } finally {
            HERE.remove(path);
        }
    }
}
