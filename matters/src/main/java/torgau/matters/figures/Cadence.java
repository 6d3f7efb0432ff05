package torgau.matters.figures;

import java.util.Collections;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.TreeMap;

/// How often two offices were in contact.
///
/// @param contacts how often the one spoke next after the other in a matter
/// @param first milliseconds UTC
/// @param last milliseconds UTC
/// @param longest time between two contacts, milliseconds; 0 of a single one
/// @param months contacts by month
public record Cadence(
        int party,
        String office,
        int otherParty,
        String otherOffice,
        long contacts,
        long first,
        long last,
        long longest,
        NavigableMap<String, Long> months)
        implements Comparable<Cadence> {
    private static final Comparator<Cadence> MOST_FIRST = Comparator.comparingLong(Cadence::contacts)
            .reversed()
            .thenComparingInt(Cadence::party)
            .thenComparing(Cadence::office)
            .thenComparingInt(Cadence::otherParty)
            .thenComparing(Cadence::otherOffice);

    public Cadence {
        months = Collections.unmodifiableNavigableMap(new TreeMap<>(months));
    }

    @Override
    public int compareTo(Cadence other) {
        return MOST_FIRST.compare(this, other);
    }
}
