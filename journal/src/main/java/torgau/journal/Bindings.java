package torgau.journal;

import java.util.ArrayList;
import java.util.Optional;

/// Rebuilds from what is held the ids that an entry's signature covers: they are signed, not sent.
public final class Bindings {
    private Bindings() {}

    /// The binding of an entry whose predecessors are held; empty if one is missing.
    public static Optional<Binding> of(JournalView held, Payload payload) {
        Digest previous = null;
        if (payload.sequence() > 1) {
            var place = new Reference(payload.feed(), payload.sequence() - 1);
            Optional<Entry.Standing> standing = held.standing(place);
            if (standing.isEmpty()) {
                return Optional.empty();
            }
            previous = standing.get().id();
        }
        var seen = new ArrayList<Digest>();
        for (Reference place : Binding.seenPlaces(payload)) {
            Optional<Entry.Standing> standing = held.standing(place);
            if (standing.isEmpty()) {
                return Optional.empty();
            }
            seen.add(standing.get().id());
        }
        return Optional.of(new Binding(previous, seen));
    }
}
