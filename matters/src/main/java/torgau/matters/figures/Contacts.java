package torgau.matters.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import torgau.matters.Tallies;
import torgau.matters.Tally;

/// How often offices of different parties were in contact: one speaks in a matter, and the next to speak
/// in it is an office of another party.
final class Contacts {
    private final Tallies tallies;
    private final Scope scope;
    private final NavigableMap<Pair, List<Long>> contacts = new TreeMap<>();

    /// Two offices, the one of the lower party first, by number.
    private record Pair(int party, int office, int otherParty, int otherOffice) implements Comparable<Pair> {
        private static final Comparator<Pair> ORDER = Comparator.comparingInt(Pair::party)
                .thenComparingInt(Pair::office)
                .thenComparingInt(Pair::otherParty)
                .thenComparingInt(Pair::otherOffice);

        static Pair of(int party, int office, int otherParty, int otherOffice) {
            return party < otherParty
                    ? new Pair(party, office, otherParty, otherOffice)
                    : new Pair(otherParty, otherOffice, party, office);
        }

        @Override
        public int compareTo(Pair other) {
            return ORDER.compare(this, other);
        }
    }

    Contacts(Tallies tallies, Scope scope) {
        this.tallies = tallies;
        this.scope = scope;
    }

    void take(Tally tally) {
        int before = -1;
        for (int entry = 0; entry < tally.entries(); entry++) {
            if (tally.office(entry) == 0 || tally.came(entry) == Tally.Came.VOIDED || !Scope.meant(tally, entry)) {
                continue;
            }
            if (before >= 0 && tally.party(before) != tally.party(entry) && scope.covers(tally.time(entry))) {
                var pair = Pair.of(tally.party(before), tally.office(before), tally.party(entry), tally.office(entry));
                contacts.computeIfAbsent(pair, _ -> new ArrayList<>()).add(tally.time(entry));
            }
            before = entry;
        }
    }

    /// The most frequent first.
    List<Cadence> cadence() {
        var all = new ArrayList<Cadence>();
        contacts.forEach((pair, times) -> all.add(cadence(pair, times)));
        all.sort(Comparator.naturalOrder());
        return all;
    }

    private Cadence cadence(Pair pair, List<Long> times) {
        var sorted = times.stream().sorted().toList();
        var months = new TreeMap<String, Long>();
        sorted.forEach(time -> months.merge(Scope.month(time), 1L, Long::sum));
        long longest = 0;
        for (int i = 1; i < sorted.size(); i++) {
            longest = Math.max(longest, sorted.get(i) - sorted.get(i - 1));
        }
        return new Cadence(
                pair.party(),
                tallies.offices().get(pair.office()),
                pair.otherParty(),
                tallies.offices().get(pair.otherOffice()),
                sorted.size(),
                sorted.getFirst(),
                sorted.getLast(),
                longest,
                months);
    }
}
