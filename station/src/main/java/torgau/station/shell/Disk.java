package torgau.station.shell;

import java.util.List;
import torgau.store.Damage;
import torgau.store.JournalStore;
import torgau.store.desk.Desk;

/// Where a station keeps its journal and its desk.
public interface Disk {
    /// One of the two files.
    enum Part {
        JOURNAL,
        DESK
    }

    /// Opens the journal, or makes an empty one.
    JournalStore journal();

    /// Opens the desk, or makes an empty one.
    Desk desk();

    /// Tries whether the disk takes writes again, without touching either; a `StoreFault` says that it does not.
    void probe();

    /// What became of a damaged file.
    ///
    /// @param kept its new name
    /// @param saved entries of it that the new file holds
    /// @param lost what could not be saved, with the reason
    record Aside(String kept, long saved, List<Damage> lost) {}

    /// Renames a damaged file and makes a new one in its place, with whatever is intact. Nothing is deleted.
    Aside setAside(Part part);
}
