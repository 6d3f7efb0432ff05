package torgau.catalogue.treaty;

import java.util.List;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.value.Fault;

/// Why a text cannot be read, as data: whoever shows it has the words, in the officer's language.
///
/// @param line from 1
/// @param label of the line of the frame, or of the field; empty if it is none of them
/// @param found what stands there, shortened
/// @param limits what may stand there instead
/// @param value why the value cannot be filed, for [Rule#VALUE]; else null
public record TreatyFault(
        int line,
        String label,
        Rule rule,
        String found,
        List<String> limits,
        @Nullable Fault value) {
    static final int LONGEST = 60;

    public TreatyFault {
        limits = List.copyOf(limits);
    }

    /// What is asked of a text.
    public enum Rule {
        /// At most [TreatyReader#MOST_CHARACTERS].
        LENGTH,
        /// It begins in a language of the catalogue.
        LANGUAGE,
        /// This label comes next.
        LABEL,
        /// One of these words.
        WORDS,
        /// The sender's own words stand between quotation marks.
        QUOTATION,
        /// A format that the catalogue has.
        FORMAT,
        /// The edition that the catalogue has.
        EDITION,
        /// What the catalogue says of this format.
        AGREED,
        TIME,
        NUMBER,
        AMOUNT,
        POSITION,
        HASH,
        /// The number at the end is that of the beginning.
        END,
        /// Nothing more comes.
        REST,
        /// What is filed in this field.
        VALUE
    }
}
