package torgau.catalogue.glossary;

/// A stretch of a text, in UTF-16 code units.
///
/// @param to behind the last
public record Span(int from, int to) {
    public Span {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("no stretch of a text: " + from + " to " + to);
        }
    }

    /// What stands there.
    public String of(String text) {
        return text.substring(from, to);
    }

    boolean meets(Span other) {
        return from < other.to && other.from < to;
    }
}
