package torgau.catalogue.earth;

/// How a place lies to an area.
public enum Lies {
    /// All of it in the area.
    WITHIN,
    /// It may be all of it, a part of it, or its edge alone.
    IN_PART,
    APART
}
