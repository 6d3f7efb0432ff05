package torgau.station.search;

import java.util.List;

/// The piece of an entry in which the words stand that were searched.
///
/// @param marks the words, ascending by place
public record Snippet(String text, List<Mark> marks) {
    public Snippet {
        marks = List.copyOf(marks);
    }

    /// From one place in the text to another, in UTF-16 units.
    public record Mark(int from, int to) {}
}
