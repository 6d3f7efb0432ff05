package torgau.matters.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import torgau.matters.Tallies;
import torgau.matters.Tally;

/// How long before their events notices were received, beside what the procedure asks for.
public final class Notices {
    private final Tallies tallies;
    private final Scope scope;
    private final NavigableMap<Key, Group> groups = new TreeMap<>();

    private record Key(String format, int by) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int order = format.compareTo(other.format);
            return order != 0 ? order : Integer.compare(by, other.by);
        }
    }

    private static final class Group {
        private final Spread.Times given = new Spread.Times();
        private long wanted;
        private long inTime;
        private long unproven;
    }

    /// Notices of one format by one party.
    ///
    /// @param wanted how long before the event at least, milliseconds: the most that was asked for
    /// @param given what there was between receipt and event; nothing of what came after its event began
    /// @param inTime how many were received in time
    /// @param unproven how many had no proof of receipt at the end of the period
    public record Lead(String format, int party, long wanted, Spread given, long inTime, long unproven) {}

    Notices(Tallies tallies, Scope scope) {
        this.tallies = tallies;
        this.scope = scope;
    }

    void take(Tally tally) {
        for (int notice = 0; notice < tally.notices(); notice++) {
            int entry = tally.noticeEntry(notice);
            if (scope.counts(tally, entry)) {
                var key = new Key(tallies.codes().get(tally.code(entry)), tally.party(entry));
                take(tally, notice, groups.computeIfAbsent(key, _ -> new Group()));
            }
        }
    }

    private void take(Tally tally, int notice, Group group) {
        long received = tally.noticed(notice);
        group.wanted = Math.max(group.wanted, tally.wanted(notice));
        if (received < 0 || received >= scope.to()) {
            group.unproven++;
            return;
        }
        long given = tally.event(notice) - received;
        group.given.add(Math.max(0, given), tally.place(tally.noticeEntry(notice)));
        group.inTime += given >= tally.wanted(notice) ? 1 : 0;
    }

    List<Lead> leads() {
        var all = new ArrayList<Lead>();
        groups.forEach((key, group) -> all.add(new Lead(
                key.format(),
                key.by(),
                group.wanted,
                group.given.spread(tallies::place),
                group.inTime,
                group.unproven)));
        return all;
    }
}
