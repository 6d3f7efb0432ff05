package torgau.catalogue;

/// Under what something is done.
///
/// @param code of a basis that the catalogue's common part names, for instance `VD11-III`
/// @param ofRecord whether this line is the channel of record; elsewhere, what is filed here is a copy and discharges
///     nothing that belongs to the other channel
public record Basis(String code, Force force, boolean ofRecord) {
    /// How far a basis binds.
    public enum Force {
        COURTESY,
        POLITICAL,
        BINDING
    }
}
