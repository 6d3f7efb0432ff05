package torgau.station.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import torgau.journal.Code;
import torgau.store.StoreFault;
import torgau.store.search.SearchFile;

/// The index on the disk: the file, and what SQLite puts beside it.
///
/// @param path of the file
record IndexFiles(Path path) {
    /// Opens it, or makes an empty one. What lies beside a file that is gone is of no use to another.
    SearchFile open() {
        if (!Files.exists(path)) {
            beside();
        }
        return SearchFile.open(path);
    }

    /// Makes room for an empty one.
    void remove() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException fault) {
            throw fault(fault);
        }
        beside();
    }

    /// Renames a damaged one to `search.db.damaged`, in place of an earlier one.
    void setAside() {
        try {
            if (Files.exists(path)) {
                Path aside = path.resolveSibling(path.getFileName() + ".damaged");
                Files.move(path, aside, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException fault) {
            throw fault(fault);
        }
        beside();
    }

    private void beside() {
        try {
            Files.deleteIfExists(path.resolveSibling(path.getFileName() + "-wal"));
            Files.deleteIfExists(path.resolveSibling(path.getFileName() + "-shm"));
        } catch (IOException fault) {
            throw fault(fault);
        }
    }

    private StoreFault fault(IOException fault) {
        return new StoreFault(Code.STORE_UNREADABLE, path + ": " + fault.getMessage(), fault);
    }
}
