package torgau.matters.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import torgau.matters.Tallies;
import torgau.matters.Tally;

/// How much each party said in each month, and how much of it had no effect or was set right.
public final class Counts {
    private final Tallies tallies;
    private final Scope scope;
    private final NavigableMap<Key, long[]> counts = new TreeMap<>();

    private record Key(int month, int party) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int order = Integer.compare(month, other.month);
            return order != 0 ? order : Integer.compare(party, other.party);
        }
    }

    /// What one party said in one month.
    ///
    /// @param entries in matters: formats, messages, acknowledgements and translations
    /// @param voided of those, genuine and not permitted
    /// @param crossed of those, overtaken by a concurrent act
    /// @param unknown of those, of a format or an edition that is not known here
    /// @param corrections of those, corrections
    public record Said(
            String month, int party, long entries, long voided, long crossed, long unknown, long corrections) {}

    Counts(Tallies tallies, Scope scope) {
        this.tallies = tallies;
        this.scope = scope;
    }

    void take(Tally tally) {
        for (int entry = 0; entry < tally.entries(); entry++) {
            if (scope.counts(tally, entry)) {
                var key = new Key(Scope.monthNumber(tally.time(entry)), tally.party(entry));
                take(tally, entry, counts.computeIfAbsent(key, _ -> new long[5]));
            }
        }
    }

    private void take(Tally tally, int entry, long[] count) {
        count[0]++;
        switch (tally.came(entry)) {
            case VOIDED -> count[1]++;
            case CROSSED -> count[2]++;
            case FOREIGN -> count[3]++;
            case MOVED, NOTED ->
                count[4] += tallies.codes().get(tally.code(entry)).equals("CR") ? 1 : 0;
        }
    }

    List<Said> said() {
        var all = new ArrayList<Said>();
        counts.forEach((key, count) -> all.add(
                new Said(Scope.monthName(key.month()), key.party(), count[0], count[1], count[2], count[3], count[4])));
        return all;
    }
}
