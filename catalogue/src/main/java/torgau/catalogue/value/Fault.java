package torgau.catalogue.value;

import java.util.List;

/// Why a field cannot be filed as it stands, as data: whoever shows it has the words, in the officer's
/// language.
///
/// @param field its name; of a table with row and column, as in `forces[2].kind`
/// @param written what stands there, shortened; empty if nothing does
/// @param limits what the rule allows: numbers, units, codes
public record Fault(String field, String written, Rule rule, List<String> limits) {
    static final int LONGEST = 60;

    public Fault {
        written = written.length() > LONGEST ? written.substring(0, LONGEST) + "…" : written;
        limits = List.copyOf(limits);
    }

    /// What is asked of a field.
    public enum Rule {
        NEEDED,
        UNKNOWN,
        NOT_ASKED,
        ONE_VALUE,
        A_LIST,
        A_MAPPING,
        PARTS,
        NOT_UNDISCLOSED,
        WORDS,
        LETTERS,
        ITEMS,
        CODE,
        TWICE,
        YES_OR_NO,
        AMOUNT,
        NUMBER,
        BAND,
        TIME,
        PERIOD,
        POSITION,
        COARSE,
        AREA,
        ALTITUDE,
        FREQUENCY,
        HEADING,
        OFFICE,
        ANSWERS,
        MESSAGE_NUMBER,
        MESSAGE_NOT_HELD,
        HASH,
        ALPHABET,
        LATIN,
        HIDDEN
    }
}
