package torgau.matters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import torgau.journal.Act;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.Reference;

/// The tests of the line, when each was first returned by each party, and on which days a party said
/// anything. Times are those of the authors' own clocks. Not for several threads.
public final class LinkTests {
    private static final long DAY = 86_400_000;

    private final NavigableMap<Feed, Sent> sent = new TreeMap<>();
    private final NavigableMap<Integer, NavigableSet<Long>> days = new TreeMap<>();
    /// By party, the day of its last entry: most come on the same.
    private final long[] lastDay = new long[256];

    LinkTests() {
        Arrays.fill(lastDay, -1);
    }

    private static final class Sent {
        private long[] sequences = new long[8];
        private long[] times = new long[8];
        private int count;
        /// By party, the earliest time of a return; negative where there is none.
        private final NavigableMap<Integer, long[]> returned = new TreeMap<>();

        private void add(long sequence, long time) {
            if (count == times.length) {
                sequences = Arrays.copyOf(sequences, 2 * count);
                times = Arrays.copyOf(times, 2 * count);
            }
            sequences[count] = sequence;
            times[count++] = time;
        }

        private void returned(long sequence, int party, long time) {
            int at = Arrays.binarySearch(sequences, 0, count, sequence);
            if (at >= 0) {
                long[] known = returned.getOrDefault(party, new long[0]);
                if (known.length <= at) {
                    int length = known.length;
                    known = Arrays.copyOf(known, times.length);
                    Arrays.fill(known, length, known.length, -1);
                    returned.put(party, known);
                }
                known[at] = known[at] < 0 ? time : Math.min(known[at], time);
            }
        }

        private Returns copy(int party) {
            var back = new TreeMap<Integer, long[]>();
            returned.forEach((by, times) -> back.put(by, times.clone()));
            return new Returns(party, Arrays.copyOf(times, count), back);
        }
    }

    /// Tests that one station sent, and their returns.
    public static final class Returns {
        private final int party;
        private final long[] times;
        private final NavigableMap<Integer, long[]> returned;

        private Returns(int party, long[] times, NavigableMap<Integer, long[]> returned) {
            this.party = party;
            this.times = times;
            this.returned = returned;
        }

        /// Whose station sent them.
        public int party() {
            return party;
        }

        /// How many.
        public int count() {
            return times.length;
        }

        /// When a test was sent, milliseconds UTC.
        public long time(int test) {
            return times[test];
        }

        /// When a party first returned it, milliseconds UTC; negative if it did not.
        public long returned(int test, int by) {
            long[] known = returned.getOrDefault(by, new long[0]);
            return test < known.length ? known[test] : -1;
        }
    }

    void add(Entry entry) {
        Feed feed = entry.payload().feed();
        long time = entry.payload().time();
        if (lastDay[feed.party()] != time / DAY) {
            lastDay[feed.party()] = time / DAY;
            days.computeIfAbsent(feed.party(), _ -> new TreeSet<>()).add(time / DAY);
        }
        if (entry.payload().act() instanceof Act.LinkTest(Act.Passage passage)) {
            switch (passage) {
                case Act.Passage.Sent _ ->
                    sent.computeIfAbsent(feed, _ -> new Sent())
                            .add(entry.payload().sequence(), time);
                case Act.Passage.Returned _ -> {
                    for (Reference place : entry.payload().refs()) {
                        Sent of = sent.get(place.feed());
                        if (of != null && place.feed().party() != feed.party()) {
                            of.returned(place.sequence(), feed.party(), time);
                        }
                    }
                }
            }
        }
    }

    List<Returns> returns() {
        var all = new ArrayList<Returns>();
        sent.forEach((feed, tests) -> all.add(tests.copy(feed.party())));
        return List.copyOf(all);
    }

    /// By party, the days (since 1970, UTC) on which it said anything.
    NavigableMap<Integer, NavigableSet<Long>> days() {
        var copy = new TreeMap<Integer, NavigableSet<Long>>();
        days.forEach((party, each) -> copy.put(party, Collections.unmodifiableNavigableSet(new TreeSet<>(each))));
        return copy;
    }
}
