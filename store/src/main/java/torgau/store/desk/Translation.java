package torgau.store.desk;

import org.jspecify.annotations.Nullable;
import torgau.journal.Checks;
import torgau.journal.Limits;
import torgau.journal.Office;
import torgau.journal.Reference;
import torgau.journal.Text;

/// One state of a translation on this desk. Each saving adds one, and none is ever changed: the earlier
/// ones are its history.
///
/// @param number in the order in which they were saved, from 1
/// @param of which text is translated into which language
/// @param revision from 1, one more at each saving
/// @param office that did it; of a machine's text, that asked for it
/// @param at milliseconds UTC
/// @param engine the machine from which it comes, however much it was changed since; null if from none
/// @param note of the officer, on nothing but this state
public record Translation(
        long number,
        Of of,
        long revision,
        State state,
        String words,
        Office office,
        long at,
        @Nullable String engine,
        @Nullable String note) {
    /// How often one can be saved.
    public static final int MOST_REVISIONS = 10_000;

    public Translation {
        Checks.within("number", number, 1, Long.MAX_VALUE);
        Checks.within("revision", revision, 1, MOST_REVISIONS);
        Checks.bytes("translation", words, 1, Limits.TEXT_BYTES);
        if (engine != null) {
            Checks.name("engine", engine);
        }
        if (note != null) {
            Checks.bytes("note", note, 1, Limits.TEXT_BYTES);
        }
    }

    /// Which text, into which language.
    ///
    /// @param part name of the free text in the entry, empty for the text of a message
    /// @param language BCP 47
    public record Of(Reference entry, String part, String language) {
        public Of {
            Checks.nameOrEmpty("part", part);
            Checks.language(language);
        }
    }

    /// How much it can be relied on.
    public enum State {
        /// Made by a machine, read by nobody.
        MACHINE,
        DRAFT,
        REVIEWED,
        CERTIFIED;

        /// Whether an officer answers for it.
        public boolean reliable() {
            return compareTo(REVIEWED) >= 0;
        }
    }

    /// The same with the number under which it was saved.
    public Translation numbered(long saved) {
        return new Translation(saved, of, revision, state, words, office, at, engine, note);
    }

    public Text text() {
        return new Text(of.language(), words);
    }
}
