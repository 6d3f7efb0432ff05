package torgau.matters;

/// An entry of a matter, and what it came to.
public record Step(Turn turn, Outcome outcome) {
    /// Whether it is a format that moved the matter.
    public boolean moved() {
        return outcome instanceof Outcome.Moved;
    }
}
