package torgau.station.tables;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import torgau.journal.Code;

/// Why a cell or a row cannot be taken, as data: whoever shows it has the words.
///
/// @param key of its text, below `table.fault.`
/// @param values that the text needs, beside `field` and `written`
public record Trouble(Code code, String key, NavigableMap<String, Object> values) {
    public Trouble {
        values = new TreeMap<>(values);
    }

    static Trouble of(Code code, String key) {
        return new Trouble(code, key, new TreeMap<>());
    }

    public static Trouble of(Code code, String key, Map<String, ?> values) {
        return new Trouble(code, key, new TreeMap<>(values));
    }

    /// Thrown within this package alone, where it becomes part of a report.
    static final class Found extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Trouble trouble;

        Found(Trouble trouble) {
            super(trouble.key(), null, false, false);
            this.trouble = trouble;
        }

        Trouble trouble() {
            return trouble;
        }
    }
}
