package torgau.station.paper;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/// Many things of one kind on paper, each in a block of its own, the languages side by side. Any text
/// may hold anything.
///
/// @param name of the file, in plain letters
/// @param blocks each with a part for every column
/// @param made what the paper says of its own time; the same for the same bytes
public record Listing(String name, List<Column> columns, List<List<Part>> blocks, Instant made) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9 .,-]{1,64}");

    public Listing {
        columns = List.copyOf(columns);
        blocks = blocks.stream().map(List::copyOf).toList();
        int languages = columns.size();
        if (columns.isEmpty() || languages > Paper.MAX_COLUMNS) {
            throw new IllegalArgumentException(languages + " languages: a paper has 1 to " + Paper.MAX_COLUMNS);
        }
        if (blocks.stream().anyMatch(block -> block.size() != languages)) {
            throw new IllegalArgumentException("a block has not a part for each of " + languages + " languages");
        }
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("the name of a file has plain letters, not: " + name);
        }
    }

    /// What stands above and below all blocks in one language.
    ///
    /// @param language its tag: `ru`
    /// @param label to whom it may be shown: stands on every page
    /// @param heads lines above the blocks
    /// @param closing beneath them: the clause on names
    public record Column(String language, String label, String title, List<String> heads, List<String> closing) {
        public Column {
            heads = List.copyOf(heads);
            closing = List.copyOf(closing);
        }
    }

    /// One thing in one language.
    public record Part(String heading, List<Paper.Head> rows) {
        public Part {
            rows = List.copyOf(rows);
        }
    }
}
