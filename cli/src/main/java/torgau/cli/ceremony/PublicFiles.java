package torgau.cli.ceremony;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import torgau.journal.Code;
import torgau.station.home.PrivateFiles;

/// Files that are made to be handed over, on whatever medium: no secrets, so no mode is set.
public final class PublicFiles {
    private PublicFiles() {}

    /// Writes a new file and has it on the medium; one that is there already is never overwritten.
    public static void create(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        } catch (FileAlreadyExistsException there) {
            throw new Refused(Code.FILE_EXISTS, file + " is there already");
        } catch (IOException fault) {
            throw PrivateFiles.unwritable(file, fault);
        }
    }
}
