package torgau.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import torgau.journal.Reference;

/// Bytes on the disk that are not those that were written.
///
/// @param entry the entry that they befell; null if it is the file's structure
/// @param detail what does not fit
public record Damage(@Nullable Reference entry, String detail) {
    /// The entry that is damaged, if it is one.
    public Optional<Reference> place() {
        return Optional.ofNullable(entry);
    }

    @Override
    public String toString() {
        return (entry == null ? "" : entry + ": ") + detail;
    }
}
