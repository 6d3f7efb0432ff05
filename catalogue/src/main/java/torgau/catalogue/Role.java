package torgau.catalogue;

/// A part that a party plays in a matter.
public record Role(String name, Is is, Words label) {
    /// Which party plays it.
    public enum Is {
        /// The party that opened the matter.
        OPENER,
        /// The parties to which the matter was addressed.
        ADDRESSEE,
        /// Any party of the matter.
        EITHER,
        /// All parties of the matter, each for itself.
        EACH
    }
}
