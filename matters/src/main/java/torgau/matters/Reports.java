package torgau.matters;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import torgau.journal.Reference;

/// What was reported for the calendar in any matter. Not for several threads.
final class Reports {
    private final NavigableMap<Reference, List<Report>> byMatter = new TreeMap<>();
    private final NavigableMap<Report.Key, NavigableMap<Order, Report>> byKey = new TreeMap<>();

    /// What stands in a matter now, in place of what did before.
    void put(Reference matter, List<Report> reports) {
        List<Report> before = reports.isEmpty() ? byMatter.remove(matter) : byMatter.put(matter, reports);
        if (before != null) {
            before.forEach(this::forget);
        }
        reports.forEach(report -> byKey.computeIfAbsent(report.key(), _ -> new TreeMap<>())
                .put(report.turn().order(), report));
    }

    private void forget(Report report) {
        Map<Order, Report> same = byKey.get(report.key());
        if (same != null) {
            same.remove(report.turn().order());
            if (same.isEmpty()) {
                byKey.remove(report.key());
            }
        }
    }

    /// The last, in the total order, that was said to a party: its author's last word.
    Optional<Report> last(Report.Key key, int to) {
        return byKey.getOrDefault(key, new TreeMap<>()).descendingMap().values().stream()
                .filter(report -> report.to().contains(to))
                .findFirst();
    }
}
