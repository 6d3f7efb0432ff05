package torgau.matters;

import torgau.catalogue.Format;

/// An entry of a matter, and what it came to.
public record Step(Turn turn, Outcome outcome) {
    /// Whether it is a format that moved the matter.
    public boolean moved() {
        return outcome instanceof Outcome.Moved;
    }

    /// Whether a party can file a format that must follow one, and name this as that one.
    boolean canBeFollowed(Format format, int party) {
        return moved()
                && format.mustFollow().contains(turn.code())
                && format.whose().permits(turn.party(), party);
    }
}
