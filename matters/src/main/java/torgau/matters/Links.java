package torgau.matters;

import java.util.List;
import org.jspecify.annotations.Nullable;
import torgau.journal.Reference;

/// What joins a matter to others: an act of one matter that opens a second, and the entry that then
/// opened it. The second is opened by that entry of its own, which refers to the act.
///
/// @param origin the act of another matter that opened this one; null if none did
/// @param opens acts of this matter that open others
public record Links(@Nullable Origin origin, List<Opens> opens) {
    static final Links NONE = new Links(null, List.of());

    public Links {
        opens = List.copyOf(opens);
    }

    /// The act of another matter that opened this one.
    ///
    /// @param matter in which that act stands
    public record Origin(Reference act, Reference matter) {}

    /// An act that opens a matter of another procedure.
    ///
    /// @param procedure of the matter that it opens
    /// @param matters that were opened so: none while it is still to be done
    public record Opens(Turn act, String procedure, List<Reference> matters) {
        public Opens {
            matters = List.copyOf(matters);
        }
    }
}
