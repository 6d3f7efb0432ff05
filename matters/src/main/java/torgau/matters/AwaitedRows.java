package torgau.matters;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import torgau.catalogue.Clock;
import torgau.catalogue.Numbered;
import torgau.catalogue.value.Value;

/// Clocks that run for single rows: which rows of an entry begin one, and which an entry answers. Rows
/// are the same if their numbers are.
final class AwaitedRows {
    private AwaitedRows() {}

    /// Numbers of the rows of an entry for each of which something is awaited after it, ascending.
    static NavigableSet<Long> begun(Clock.Rows rows, Turn turn) {
        var numbers = new TreeSet<Long>();
        for (NavigableMap<String, Value> row : of(turn, rows.table())) {
            if (says(row, rows.where())
                    && row.get(Numbered.COLUMN) instanceof Value.Count(long number, long to)
                    && number == to) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    /// What is awaited of a party after an entry under a clock: one thing, or one for each of such rows.
    static List<Awaited> items(Clock clock, Turn demand, int party) {
        Clock.Rows rows = clock.rows();
        return rows == null
                ? List.of(Awaited.after(demand, clock, party, null, null))
                : begun(rows, demand).stream()
                        .map(row -> Awaited.after(demand, clock, party, row, null))
                        .toList();
    }

    /// Whether an entry has, in the table that the clock joins, a row of the number awaited; empty if
    /// the clock is for the whole entry, or joins no table of this format.
    static Optional<Boolean> joined(Awaited item, Turn turn) {
        return has(item, turn, _ -> true);
    }

    /// The same, but of a row that begins the clock itself: that is no answer yet.
    static Optional<Boolean> answered(Awaited item, Turn turn) {
        Clock.Rows rows = item.clock().rows();
        boolean own = rows != null
                && turn.code().equals(item.clock().on())
                && rows.table().equals(rows.joined().getOrDefault(turn.code(), ""));
        Map<String, String> begins = rows == null ? Collections.emptyMap() : rows.where();
        return has(item, turn, row -> !own || !says(row, begins));
    }

    private static Optional<Boolean> has(Awaited item, Turn turn, Predicate<NavigableMap<String, Value>> counts) {
        Clock.Rows rows = item.clock().rows();
        Long number = item.row();
        String table = rows == null ? "" : rows.joined().getOrDefault(turn.code(), "");
        return number == null || table.isEmpty()
                ? Optional.empty()
                : Optional.of(of(turn, table).stream()
                        .anyMatch(row ->
                                new Value.Count(number, number).equals(row.get(Numbered.COLUMN)) && counts.test(row)));
    }

    private static List<NavigableMap<String, Value>> of(Turn turn, String table) {
        return turn.value(table).orElse(null) instanceof Value.Rows(var rows) ? rows : List.of();
    }

    private static boolean says(NavigableMap<String, Value> row, Map<String, String> where) {
        return where.entrySet().stream()
                .allMatch(each -> new Value.Code(each.getValue()).equals(row.get(each.getKey())));
    }
}
