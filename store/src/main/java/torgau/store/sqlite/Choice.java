package torgau.store.sqlite;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.PriorityQueue;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.JournalView;
import torgau.journal.Reference;
import torgau.store.sql.Session;

/// Entries chosen by what they are about, in total order.
///
/// @param journal where single entries are read
/// @param shown how far the file is looked at
record Choice(Readers readers, JournalView journal, Shown shown) {
    List<Entry> ofTypes(NavigableSet<Integer> actTypes) {
        var found = new ArrayList<Entry>();
        for (var kind : shown.numbers().kinds().entrySet()) {
            int type = kind.getKey().type();
            if (type == Kind.OTHERS || actTypes.contains(type)) {
                found.addAll(ofKind(kind.getValue()));
            }
        }
        found.removeIf(entry -> !actTypes.contains(entry.payload().actType()));
        Collections.sort(found);
        return found;
    }

    private List<Entry> ofKind(int kind) {
        return readers.read(session -> session.list(
                "SELECT " + EntryRow.COLUMNS + " FROM entry INDEXED BY entry_kind WHERE kind = ? AND arrival <= ?",
                row -> EntryRow.read(row, shown.numbers()).entry(),
                kind,
                shown.arrivals()));
    }

    /// The first entries of a matter. Only their places are gathered before the rest is left out: nobody can fill the
    /// memory with a matter without end.
    List<Entry> ofMatter(Reference matter, int limit) {
        var first = new PriorityQueue<>(Comparator.<Place>naturalOrder().reversed());
        journal.standing(matter).ifPresent(opening -> first.add(new Place(opening.height(), matter)));
        Session.Rows gather = row -> {
            Feed feed = shown.numbers().feed(row.getInt(2)).orElseThrow();
            var place = new Place(row.getLong(1), new Reference(feed, row.getLong(3)));
            if (!place.reference().equals(matter)) {
                first.add(place);
            }
            if (first.size() > limit) {
                first.remove();
            }
        };
        String query =
                "SELECT height, feed, sequence FROM entry INDEXED BY entry_matter WHERE matter = ? AND arrival <= ?";
        readers.read(session -> {
            session.each(query, gather, Places.bytes(matter), shown.arrivals());
            return first;
        });
        return first.stream()
                .map(place -> journal.entry(place.reference()).orElseThrow())
                .sorted()
                .limit(limit)
                .toList();
    }

    private record Place(long height, Reference reference) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int order = Long.compare(height, other.height);
            return order != 0 ? order : reference.compareTo(other.reference);
        }
    }
}
