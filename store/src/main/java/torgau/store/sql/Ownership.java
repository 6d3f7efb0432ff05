package torgau.store.sql;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import torgau.journal.Code;
import torgau.store.StoreFault;

/// Files and folders that nobody but their owner can read: modes 0600 and 0700, where the file system has modes.
/// SQLite gives the files that it puts beside a database the database's own mode.
final class Ownership {
    private Ownership() {}

    static FileAttribute<?>[] attributes(Path file) {
        return mode(file, "rw-------");
    }

    private static FileAttribute<?>[] mode(Path path, String mode) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }

    /// Creates the file, and its folder, if they are not there.
    static void create(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder, mode(folder, "rwx------"));
            }
            Files.createFile(file, attributes(file));
        } catch (FileAlreadyExistsException _) {
            // so it is there
        } catch (IOException failure) {
            throw new StoreFault(Code.STORE_UNREADABLE, "cannot create " + file + ": " + failure.getMessage(), failure);
        }
    }
}
