package torgau.station.home;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import torgau.journal.Code;

/// Files that their owner alone may read and write: made so from the first byte on, written whole or not
/// at all, on the disk when the call returns.
public final class PrivateFiles {
    private static final Set<PosixFilePermission> OWNER_FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_DIRECTORY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OTHERS =
            EnumSet.range(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_EXECUTE);

    private PrivateFiles() {}

    /// Makes a directory, and those above it that are missing, with mode 0700.
    public static void directory(Path directory) {
        try {
            Files.createDirectories(directory, mode(OWNER_DIRECTORY));
        } catch (IOException fault) {
            throw unwritable(directory, fault);
        }
    }

    /// Writes a new file; one that is there already is never overwritten ([Code#FILE_EXISTS]).
    public static void create(Path file, byte[] bytes) {
        if (Files.exists(file)) {
            throw new HomeFault(Code.FILE_EXISTS, file + " is there already");
        }
        write(file, bytes, false);
    }

    /// Writes a file in place of what it held, so that at any instant the old or the new is there,
    /// whole.
    public static void replace(Path file, byte[] bytes) {
        write(file, bytes, true);
    }

    /// Makes an empty file unless there is one, for a library that would make it readable by others.
    public static void touch(Path file) {
        try {
            Files.createFile(file, mode(OWNER_FILE));
        } catch (FileAlreadyExistsException there) {
            refuseOpenToOthers(file);
        } catch (IOException fault) {
            throw unwritable(file, fault);
        }
    }

    /// Refuses a file or directory that its group or anyone else may read, write or enter.
    public static void refuseOpenToOthers(Path path) {
        try {
            var open = EnumSet.copyOf(OTHERS);
            open.retainAll(Files.getPosixFilePermissions(path));
            if (!open.isEmpty()) {
                String wanted = Files.isDirectory(path) ? "0700" : "0600";
                throw new HomeFault(
                        Code.OPEN_TO_OTHERS, path + " is open to others than its owner; chmod " + wanted + " " + path);
            }
        } catch (IOException fault) {
            throw unreadable(path, fault);
        }
    }

    /// The bytes of a file of at most `max` bytes, measured before they are read.
    public static byte[] read(Path file, int max) {
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(max + 1);
            if (bytes.length > max) {
                throw new HomeFault(Code.FILE_UNREADABLE, file + " is longer than " + max + " bytes");
            }
            return bytes;
        } catch (IOException fault) {
            throw unreadable(file, fault);
        }
    }

    private static void write(Path file, byte[] bytes, boolean over) {
        Path directory = parent(file);
        Path fresh = directory.resolve(
                "." + file.getFileName() + "." + ProcessHandle.current().pid());
        try {
            try (var channel = Files.newByteChannel(fresh, EnumSet.of(CREATE_NEW, WRITE), mode(OWNER_FILE))) {
                channel.write(ByteBuffer.wrap(bytes));
                ((FileChannel) channel).force(true);
            }
            place(fresh, file, over);
            sync(directory);
        } catch (FileAlreadyExistsException there) {
            throw new HomeFault(Code.FILE_EXISTS, there.getFile() + " is there already", there);
        } catch (IOException fault) {
            throw unwritable(file, fault);
        }
    }

    /// A link refuses to replace what is there; a move replaces it in one step.
    private static void place(Path fresh, Path file, boolean over) throws IOException {
        try {
            if (over) {
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.createLink(file, fresh);
            }
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void sync(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory)) {
            channel.force(true);
        }
    }

    static Path parent(Path file) {
        Path parent = file.toAbsolutePath().normalize().getParent();
        if (parent == null) {
            throw new HomeFault(Code.FILE_UNWRITABLE, file + " is no file's name");
        }
        return parent;
    }

    private static FileAttribute<Set<PosixFilePermission>> mode(Set<PosixFilePermission> permissions) {
        return PosixFilePermissions.asFileAttribute(permissions);
    }

    /// The fault that a path cannot be written, in words.
    public static HomeFault unwritable(Path path, IOException fault) {
        return new HomeFault(Code.FILE_UNWRITABLE, path + " cannot be written: " + reason(fault), fault);
    }

    /// The fault that a path cannot be read, in words.
    public static HomeFault unreadable(Path path, IOException fault) {
        return new HomeFault(Code.FILE_UNREADABLE, path + " cannot be read: " + reason(fault), fault);
    }

    static String reason(IOException fault) {
        return switch (fault) {
            case NoSuchFileException gone -> "there is no " + gone.getFile();
            case AccessDeniedException denied -> "no permission for " + denied.getFile();
            case NotDirectoryException file -> file.getFile() + " is no directory";
            case FileSystemException system when system.getReason() != null -> system.getReason();
            default -> String.valueOf(fault.getMessage());
        };
    }
}
