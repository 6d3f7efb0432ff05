package torgau.catalogue.change;

import java.util.List;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.Words;

/// One thing in which an edition differs from another.
///
/// @param at its place, by the names of the file: `UA.area`, `asked + UR`
/// @param named how people call it; null of what has no words of its own
/// @param how keys that changed, with both values where these are short; empty of what was added or
///     removed
/// @param natures in their order, each once; never empty
public record Change(
        Kind kind, Part part, String at, @Nullable Words named, List<String> how, List<Nature> natures) {
    public Change {
        how = List.copyOf(how);
        natures = natures.stream().sorted().distinct().toList();
        if (natures.isEmpty() || how.isEmpty() == (kind == Kind.CHANGED)) {
            throw new IllegalArgumentException(kind + " " + at + ": " + how + " " + natures);
        }
    }

    /// What became of it.
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /// What it is.
    public enum Part {
        PROCEDURE,
        ROLE,
        FORMAT,
        FIELD,
        STATE,
        TRANSITION,
        CLOCK,
        LEAD_TIME,
        STANDING,
        CALENDAR,
        ROWS,
        QUOTA,
        LIST,
        ITEM
    }

    /// What kind of change it is; the codes of the list `change_natures` of the procedure FV.
    public enum Nature {
        WORDING,
        FIELD,
        CODES,
        PERIOD,
        LIFECYCLE,
        LEGAL_EFFECT
    }
}
