package torgau.station.translation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import torgau.journal.Precedence;
import torgau.journal.Reference;

/// Entries of others with a text in another language than the watch's own that nobody here has reviewed
/// a translation of: the most urgent first, of those the oldest. Not for several threads.
final class Waiting {
    static final int MOST = 10_000;

    private final Map<Reference, Item> items = new TreeMap<>();
    private final NavigableSet<Item> order =
            new TreeSet<>(Comparator.comparing(Item::precedence).thenComparingLong(Item::cursor));
    private final Map<Reference, SortedSet<String>> done = new TreeMap<>();

    /// @param parts names of the texts
    private record Item(Reference entry, Precedence precedence, long cursor, List<String> parts) {}

    /// An entry with the texts in it that wait.
    record Waits(Reference entry, List<String> parts) {}

    /// Takes an entry that arrived at a cursor. Of more than 10,000 the oldest of the least urgent are
    /// left out.
    void add(Reference entry, Precedence precedence, long cursor, List<String> parts) {
        var item = new Item(entry, precedence, cursor, List.copyOf(parts));
        items.put(entry, item);
        arrange(item);
    }

    /// Notes that a text has a translation that an officer answers for, or has none any more.
    void note(Reference entry, String part, boolean reliable) {
        SortedSet<String> parts = done.computeIfAbsent(entry, _ -> new TreeSet<>());
        if (reliable) {
            parts.add(part);
        } else {
            parts.remove(part);
        }
        Item item = items.get(entry);
        if (item != null) {
            arrange(item);
        }
    }

    private void arrange(Item item) {
        if (left(item).isEmpty()) {
            order.remove(item);
            return;
        }
        order.add(item);
        if (order.size() > MOST) {
            Item least = new Item(item.entry(), order.last().precedence(), 0, List.of());
            Item oldest = order.higher(least);
            if (oldest != null) {
                order.remove(oldest);
                items.remove(oldest.entry());
            }
        }
    }

    private List<String> left(Item item) {
        var left = new ArrayList<>(item.parts());
        left.removeAll(done.getOrDefault(item.entry(), new TreeSet<>()));
        return left;
    }

    List<Waits> first(int limit) {
        return order.stream()
                .limit(limit)
                .map(item -> new Waits(item.entry(), left(item)))
                .toList();
    }

    int size() {
        return order.size();
    }
}
