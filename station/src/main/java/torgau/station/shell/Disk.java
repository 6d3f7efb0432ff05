package torgau.station.shell;

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

    /// Renames a damaged file, so that an empty one can be made in its place. Nothing is deleted.
    ///
    /// @return its new name
    String setAside(Part part);
}
