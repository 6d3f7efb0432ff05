package torgau.matters.visits;

import java.util.Optional;

/// What the host has said of one person or place, by now.
public enum Standing {
    /// Nothing yet.
    AWAITED,
    /// That it is still being examined.
    EXAMINED,
    APPROVED,
    WITH_LIMITS,
    REFUSED,
    /// The last answer does not name the person: who is not named is not approved.
    NOT_NAMED,
    /// It was approved, and was changed after that: what was approved does not extend to it.
    CHANGED_SINCE,
    /// The visiting side has taken the person off the list.
    REMOVED;

    /// The answer that an item of the catalogue's list means.
    static Optional<Standing> of(String annotation) {
        return switch (annotation) {
            case "approved" -> Optional.of(APPROVED);
            case "with_limits" -> Optional.of(WITH_LIMITS);
            case "refused" -> Optional.of(REFUSED);
            case "later" -> Optional.of(EXAMINED);
            default -> Optional.empty();
        };
    }

    /// Whether the person may come, or the place be seen.
    public boolean approved() {
        return this == APPROVED || this == WITH_LIMITS;
    }
}
