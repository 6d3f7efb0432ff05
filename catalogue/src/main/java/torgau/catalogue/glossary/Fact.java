package torgau.catalogue.glossary;

/// Something that a translation leaves as it is: a number, a time, a place, a code word.
///
/// @param value in one way of writing, so that the same fact has the same value in every language
/// @param unit of a number; empty if it has none
/// @param written as it stands in the text
public record Fact(Kind kind, String value, String unit, String written, Span span) {
    /// What it is.
    public enum Kind {
        NUMBER,
        TIME,
        DATE,
        /// A date and time group.
        GROUP,
        /// One coordinate, with its hemisphere.
        COORDINATE,
        /// A name with figures in it, or a code word.
        CODE
    }
}
