package torgau.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import torgau.cli.ceremony.Refused;
import torgau.journal.Code;
import torgau.link.seal.CourierFile;

/// A folder with courier files, on a medium that somebody else wrote: what is neither named nor shaped like one is not
/// opened, and nothing is read further than a courier file can be long.
final class CourierFolder {
    /// How the name of a courier file ends.
    static final String SUFFIX = ".courier";

    /// Files that are looked at in one folder.
    static final int MAX_FILES = 65_536;

    private CourierFolder() {}

    /// Its courier files by name, which is the order in which they are best taken. Links are not followed: a medium
    /// must not name what is on the disk of the machine that reads it.
    static List<Path> files(Path folder) {
        NavigableSet<Path> files = new TreeSet<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path file : all) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    files.add(file);
                }
                if (files.size() > MAX_FILES) {
                    throw new Refused(Code.COURIER_FILES_TOO_MANY, folder + " has more than " + MAX_FILES);
                }
            }
        } catch (IOException fault) {
            throw new Refused(Code.FILE_UNREADABLE, folder + ": " + fault.getMessage());
        }
        return List.copyOf(files);
    }

    /// The bytes of a file, or one more than a courier file has.
    static byte[] bytes(Path file) {
        try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes(CourierFile.MAX_BYTES + 1);
        } catch (IOException fault) {
            throw new Refused(Code.FILE_UNREADABLE, file + ": " + fault.getMessage());
        }
    }
}
