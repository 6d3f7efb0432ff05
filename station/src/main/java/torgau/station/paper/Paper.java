package torgau.station.paper;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/// What stands on a paper, in words. Any text may hold anything; only the shapes below are checked.
///
/// @param columns the languages side by side, in this order
/// @param receipts those that were held at the time `made`
/// @param made what the paper says of its own time; the same for the same bytes
public record Paper(Mark mark, List<Column> columns, Entry entry, List<Receipt> receipts, Instant made) {
    /// Languages that fit side by side.
    public static final int MAX_COLUMNS = 3;

    public Paper {
        columns = List.copyOf(columns);
        receipts = List.copyOf(receipts);
        if (columns.isEmpty() || columns.size() > MAX_COLUMNS) {
            throw new IllegalArgumentException(
                    columns.size() + " languages: a paper has 1 to " + MAX_COLUMNS + "; print the others apart");
        }
        for (Receipt receipt : receipts) {
            if (receipt.stages().size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a receipt in " + receipt.stages().size() + " languages on a paper in " + columns.size()
                                + ": say its stage once in each");
            }
        }
    }

    /// The class of the message, which decides how the paper looks: what is not real cannot be taken for
    /// what is.
    public enum Mark {
        TEST(true),
        SERVICE(false),
        EXERCISE(true),
        FORMAL(false),
        PRINCIPAL(false);

        private final boolean drill;

        Mark(boolean drill) {
            this.drill = drill;
        }

        /// Whether what is said is not meant.
        public boolean drill() {
            return drill;
        }
    }

    /// All that is said in one language.
    ///
    /// @param language its tag: `ru`
    /// @param closing beneath the content, each a line of its own: the clause on geographical names, and
    ///     what says that nothing is missing
    public record Column(
            String language, Banner banner, String title, List<Head> heads, List<Row> rows, List<String> closing) {
        public Column {
            heads = List.copyOf(heads);
            rows = List.copyOf(rows);
            closing = List.copyOf(closing);
        }
    }

    /// What is read first.
    ///
    /// @param precedence letter and word: `O IMMEDIATE`
    public record Banner(String trafficClass, String precedence, String label, String legalEffect) {}

    /// A line above the content: `FROM`, `BLUE`.
    public record Head(String label, String value) {}

    /// A field or a text of the content; a line feed in the value begins a line.
    ///
    /// @param number without its full stop: `2` or `5.1`; empty if it has none
    public record Row(String number, String label, String value) {}

    /// The entry that is printed.
    ///
    /// @param number its message number, which stands on every page: `BLUE-OPS-2026-17`
    /// @param reference its place in the journal
    /// @param id SHA-256, 64 hexadecimal digits
    /// @param signature Ed25519, 128 hexadecimal digits
    /// @param author party and office
    /// @param time that the author claims
    public record Entry(String number, String reference, String id, String signature, String author, Instant time) {
        private static final Pattern NUMBER = Pattern.compile("[A-Z][A-Z0-9-]{0,31}-[0-9]{1,4}-[0-9]{1,16}");
        private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");
        private static final Pattern SIGNATURE = Pattern.compile("[0-9a-f]{128}");

        public Entry {
            if (!NUMBER.matcher(number).matches()) {
                throw new IllegalArgumentException(
                        "message number " + number + ": it is station, year and serial, as in BLUE-OPS-2026-17");
            }
            if (!ID.matcher(id).matches()) {
                throw new IllegalArgumentException("entry id " + id + ": it has 64 hexadecimal digits, small letters");
            }
            if (!SIGNATURE.matcher(signature).matches()) {
                throw new IllegalArgumentException(
                        "signature " + signature + ": it has 128 hexadecimal digits, small letters");
            }
        }
    }

    /// One signed stage of receipt.
    ///
    /// @param stages its stage in the words of each column's language
    /// @param office empty where a station says it by itself
    /// @param number the message number of the receipt itself
    public record Receipt(List<String> stages, String party, String office, Instant time, String number) {
        public Receipt {
            stages = List.copyOf(stages);
        }
    }
}
