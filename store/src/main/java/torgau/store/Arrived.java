package torgau.store;

import torgau.journal.Checks;
import torgau.journal.Entry;
import torgau.journal.Reference;

/// An entry with its place in the order in which entries arrived here. One's own arrive when they are committed.
///
/// @param cursor from 1, ascending in the order of arrival; another station has others
/// @param at time of arrival, milliseconds UTC by this station's clock
public record Arrived(long cursor, long at, Entry entry) {
    public Arrived {
        Checks.within("cursor", cursor, 1, Reference.MAX_SEQUENCE);
    }
}
