package torgau.store.sqlite;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import torgau.journal.Reference;
import torgau.store.Arrived;
import torgau.store.Filter;
import torgau.store.sql.Session;

/// Entries in the order of arrival, one way or the other: merged from the kinds that the filter may
/// take, each of which has its own index range, so that rare ones are found without looking through the
/// others.
final class Arrivals {
    private final Session session;
    private final Numbers numbers;
    private final boolean newestFirst;
    private final long low;
    private final long high;
    private final PriorityQueue<Run> runs;

    /// The arrivals between `low` and `high`, both excluded.
    Arrivals(Session session, Numbers numbers, long low, long high, boolean newestFirst) {
        this.session = session;
        this.numbers = numbers;
        this.low = low;
        this.high = high;
        this.newestFirst = newestFirst;
        Comparator<Run> oldestFirst = Comparator.comparingLong(Run::first);
        runs = new PriorityQueue<>(newestFirst ? oldestFirst.reversed() : oldestFirst);
    }

    List<Arrived> first(int limit, Filter filter) throws SQLException {
        return filter.equals(Filter.ALL) ? all(limit) : chosen(limit, filter);
    }

    /// Without a choice the rows themselves are in the order wanted: one question to the disk for all of
    /// them.
    private List<Arrived> all(int limit) throws SQLException {
        return session.list(
                "SELECT " + EntryRow.COLUMNS + " FROM entry WHERE arrival > ? AND arrival < ? ORDER BY arrival "
                        + direction() + " LIMIT ?",
                row -> EntryRow.read(row, numbers),
                low,
                high,
                limit);
    }

    private String direction() {
        return newestFirst ? "DESC" : "ASC";
    }

    private List<Arrived> chosen(int limit, Filter filter) throws SQLException {
        begin(filter, Math.clamp(limit, 1, Run.PAGE));
        var found = new ArrayList<Arrived>();
        long last = 0;
        while (found.size() < limit && !runs.isEmpty()) {
            Run run = runs.remove();
            long arrival = run.page.removeFirst();
            add(run);
            if (arrival != last) {
                last = arrival;
                Optional.of(at(arrival))
                        .filter(arrived -> filter.takes(arrived.entry().payload()))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private void begin(Filter filter, int page) throws SQLException {
        @Nullable Reference matter = filter.matter();
        if (matter != null) {
            add(new Run("INDEXED BY entry_matter WHERE matter = ?", page, Places.bytes(matter)));
            int opening = numbers.of(matter.feed()).orElse(0);
            add(new Run("INDEXED BY entry_place WHERE feed = ? AND sequence = ?", 1, opening, matter.sequence()));
        } else if (numbers.kinds().keySet().stream().allMatch(kind -> kind.mayBe(filter))) {
            add(new Run("WHERE true", page));
        } else {
            for (var kind : numbers.kinds().entrySet()) {
                if (kind.getKey().mayBe(filter)) {
                    add(new Run("INDEXED BY entry_kind WHERE kind = ?", page, kind.getValue()));
                }
            }
        }
    }

    private void add(Run run) throws SQLException {
        if (run.page.isEmpty()) {
            run.turn();
        }
        if (!run.page.isEmpty()) {
            runs.add(run);
        }
    }

    private Arrived at(long arrival) throws SQLException {
        return session.one(
                        "SELECT " + EntryRow.COLUMNS + " FROM entry WHERE arrival = ?",
                        row -> EntryRow.read(row, numbers),
                        arrival)
                .orElseThrow(() -> EntryRow.corrupt("that arrived as number " + arrival, "it is missing"));
    }

    /// The arrivals under one condition, page after page.
    private final class Run {
        private static final int PAGE = 64;

        private final String query;
        private final List<Object> arguments;
        private final int size;
        private final Deque<Long> page = new ArrayDeque<>();
        private long after = low;
        private long before = high;

        private Run(String condition, int size, Object... arguments) {
            query = "SELECT arrival FROM entry " + condition + " AND arrival > ? AND arrival < ? ORDER BY arrival "
                    + direction() + " LIMIT ?";
            this.arguments = List.of(arguments);
            this.size = size;
        }

        private long first() {
            return page.getFirst();
        }

        private void turn() throws SQLException {
            var bound = new ArrayList<>(arguments);
            bound.addAll(List.of(after, before, size));
            page.addAll(session.list(query, row -> row.getLong(1), bound.toArray()));
            if (!page.isEmpty() && newestFirst) {
                before = page.getLast();
            } else if (!page.isEmpty()) {
                after = page.getLast();
            }
        }
    }
}
