package torgau.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A part that a party plays in a matter.
///
/// @param decided by what it is decided who plays it, if it is [Is#NAMED]
public record Role(
        String name, Is is, Words label, @Nullable Decided decided) {
    public Role(String name, Is is, Words label) {
        this(name, is, label, null);
    }

    /// Which party plays it.
    public enum Is {
        /// The party that opened the matter.
        OPENER,
        /// The parties to which the matter was addressed.
        ADDRESSEE,
        /// Any party of the matter.
        EITHER,
        /// All parties of the matter, each for itself.
        EACH,
        /// Whom a field of the matter names. Nothing is filed in such a role; it is only awaited of.
        NAMED
    }

    /// Fields that decide it, and what each item of their code list means.
    ///
    /// @param by of several the newest word counts, as its author last corrected it
    public record Decided(List<FieldOf> by, Map<String, Is> means) {
        public Decided {
            by = List.copyOf(by);
            means = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(means));
        }
    }
}
