package torgau.journal;

/// An admitted entry.
///
/// @param id SHA-256 over what was signed, the signature excluded
/// @param height 1 + the greatest height among the own previous entry and everything seen
public record Entry(SignedEntry signed, Payload payload, Digest id, long height) implements Comparable<Entry> {
    public Reference reference() {
        return payload.reference();
    }

    public Standing standing() {
        return new Standing(id, height);
    }

    /// The total order of the journal: height, station, incarnation, sequence.
    @Override
    public int compareTo(Entry other) {
        int order = Long.compare(height, other.height);
        return order != 0 ? order : reference().compareTo(other.reference());
    }

    /// What a later entry needs to know of an earlier one.
    public record Standing(Digest id, long height) {}
}
