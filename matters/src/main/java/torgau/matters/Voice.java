package torgau.matters;

import torgau.journal.Office;

/// An office in whose name a party has spoken.
///
/// @param entries how many
/// @param first when the first was made by its author's clock, and `last` the last: milliseconds UTC
public record Voice(int party, Office office, long entries, long first, long last) {
    Voice with(Voice other) {
        return new Voice(
                party, office, entries + other.entries, Math.min(first, other.first), Math.max(last, other.last));
    }
}
