package torgau.matters.plan;

import java.util.List;
import torgau.matters.Matter;

/// What an event is read from.
///
/// @param related matters of other procedures, ascending by id
public record Source(Matter matter, List<Related> related) {
    /// Code of the procedure of which each matter is an event.
    public static final String PROCEDURE = "WP";

    public Source {
        related = List.copyOf(related);
    }
}
