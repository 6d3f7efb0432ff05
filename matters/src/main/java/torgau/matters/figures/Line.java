package torgau.matters.figures;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import torgau.matters.LinkTests;
import torgau.matters.Tallies;

/// Whether the line worked, by the tests that one party sent and another returned: by day and by month.
public final class Line {
    private static final long DAY = 86_400_000;

    private Line() {}

    /// Tests of one party that another was to return.
    ///
    /// @param from whose tests
    /// @param by who was to return them
    /// @param period a day such as `2026-11-22`, or a month
    /// @param sent how many
    /// @param inTime returned before the next was due
    /// @param late returned after that
    /// @param said days of it on which the other said anything at all
    public record Tests(int from, int by, String period, long sent, long inTime, long late, long said)
            implements Comparable<Tests> {
        private static final Comparator<Tests> ORDER = Comparator.comparing(Tests::period)
                .thenComparingInt(Tests::from)
                .thenComparingInt(Tests::by);

        /// Not returned at all.
        public long none() {
            return sent - inTime - late;
        }

        Tests and(Tests other) {
            return new Tests(
                    from, by, period, sent + other.sent, inTime + other.inTime, late + other.late, said + other.said);
        }

        Tests in(String other) {
            return new Tests(from, by, other, sent, inTime, late, said);
        }

        @Override
        public int compareTo(Tests other) {
            return ORDER.compare(this, other);
        }
    }

    private record Key(int from, int by, long day) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparingInt(Key::from).thenComparingInt(Key::by).thenComparingLong(Key::day);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /// Tests by day, ascending.
    static List<Tests> days(Tallies tallies, Scope scope) {
        var days = new TreeMap<Key, long[]>();
        for (LinkTests.Returns tests : tallies.tests()) {
            for (int by : tallies.parties().keySet()) {
                if (by != tests.party()) {
                    count(tests, by, tallies.testEvery(), scope, days);
                }
            }
        }
        var all = new ArrayList<Tests>();
        days.forEach((key, counts) -> {
            boolean said =
                    tallies.days().getOrDefault(key.by(), new TreeSet<>()).contains(key.day() / DAY);
            all.add(new Tests(key.from(), key.by(), date(key.day()), counts[0], counts[1], counts[2], said ? 1 : 0));
        });
        all.sort(Comparator.naturalOrder());
        return all;
    }

    private static String date(long day) {
        return Instant.ofEpochMilli(day).toString().split("T", -1)[0];
    }

    private static void count(
            LinkTests.Returns tests, int by, long every, Scope scope, NavigableMap<Key, long[]> days) {
        for (int test = 0; test < tests.count(); test++) {
            long sent = tests.time(test);
            if (scope.covers(sent)) {
                long[] counts = days.computeIfAbsent(
                        new Key(tests.party(), by, Math.floorDiv(sent, DAY) * DAY), _ -> new long[3]);
                long returned = tests.returned(test, by);
                counts[0]++;
                if (returned >= 0 && returned < scope.to()) { // the returner's clock may be behind
                    counts[returned - sent <= every ? 1 : 2]++;
                }
            }
        }
    }

    /// The same by month.
    static List<Tests> months(List<Tests> days) {
        var months = new TreeMap<Tests, Tests>();
        for (Tests day : days) {
            Tests month = day.in(day.period().substring(0, 7));
            var key = new Tests(day.from(), day.by(), month.period(), 0, 0, 0, 0);
            months.merge(key, month, Tests::and);
        }
        return List.copyOf(months.values());
    }
}
