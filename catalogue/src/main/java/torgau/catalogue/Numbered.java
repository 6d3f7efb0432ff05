package torgau.catalogue;

import java.util.List;

/// A table whose rows have numbers, each once. The numbers are new, or cite rows of earlier formats of
/// the matter.
///
/// @param table whose column [#COLUMN] holds the numbers
/// @param of tables of which each number must be that of a row; empty if the rows are no answers
/// @param besides tables of which no number may be that of a row
public record Numbered(FieldOf table, List<FieldOf> of, List<FieldOf> besides) {
    /// The column that holds the numbers.
    public static final String COLUMN = "number";

    public Numbered {
        of = List.copyOf(of);
        besides = List.copyOf(besides);
    }
}
