package torgau.catalogue;

import java.util.List;

/// That a field is asked for only if another one says something.
///
/// @param field a code field of the same format (or row) that stands before it
/// @param items of its list, of which it says one
public record OnlyIf(String field, List<String> items) {
    public OnlyIf {
        items = List.copyOf(items);
    }
}
